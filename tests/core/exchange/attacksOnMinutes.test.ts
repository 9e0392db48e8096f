/** What a changed program can do to minutes that were approved, with a member's key that everybody trusts. */
import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { compareStaged } from '../../../core/exchange/preview.ts';
import { approveMinutes, beginMinutes } from '../../../core/minutes/actOnMinutes.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { aDocument } from '../../helpers/aSession.ts';
import { open } from './aDossier.ts';
import { aNetwork, type Desk, seal } from './aNetwork.ts';
import { latest, lineOf, withLines, written } from './forgedRevisions.ts';
import { refuses } from './leavesNothing.ts';

async function pass(from: Desk, to: Desk): Promise<string> {
  const { bundle } = await open(to, (await seal(from, [to])).file);
  await acceptBundle(to.session, bundle);
  return bundle;
}

it('approved minutes are changed by no bundle: what did not know is a question, what knew is refused', async () => {
  const { secretariat, tavania } = await aNetwork();
  const meeting = createRecord(secretariat.session, 'meeting', { title: 'Seventh meeting', starts: '2026-02-10' }).id;
  const item = createRecord(secretariat.session, 'agendaItem', { meeting, title: 'Update', type: 'item' }).id;
  const minutes = beginMinutes(secretariat.session, item, 'en');
  const [noted, deferred] = [aDocument('The Board noted it.'), aDocument('The Board deferred it.')];
  editRecord(secretariat.session, minutes, { body: noted });
  await pass(secretariat, tavania);
  editRecord(tavania.session, minutes, { body: deferred });
  const unaware = await seal(tavania, [secretariat]);
  approveMinutes(secretariat.session, [minutes], meeting);
  await pass(secretariat, tavania);
  const base = latest(secretariat, minutes);
  expect(readRecord(tavania.session.vault, minutes)).toMatchObject({ conflicted: true, body: { body: noted } });

  // From a laptop that had not heard of it: shown before it is taken, and still no more than a question.
  const { bundle } = await open(secretariat, unaware.file);
  expect(compareStaged(secretariat.session, bundle, minutes).line.change).toBe('conflict');
  await acceptBundle(secretariat.session, bundle);
  const { body, conflicts } = readRecord(secretariat.session.vault, minutes);
  expect([body.body, body.status]).toEqual([noted, 'approved']);
  expect(conflicts.map(({ path }) => path)).toEqual(['body']);

  // From a changed program that had: refused whole.
  const carrier = await seal(tavania, [secretariat]);
  const forgeries: JsonObject[] = [
    { ...base.body, body: deferred },
    { ...base.body, status: 'draft' },
    { ...base.body, $deleted: { reason: 'Made twice' } },
    { ...base.body, status: 'draft', reopenings: [{ id: 'r', order: 'a0', on: '2026-03-04', reason: 'So.' }] },
  ];
  expect(base.body.status).toBe('approved');
  for (const forged of forgeries) {
    const changes = { record: minutes, kind: 'minutes', parents: [base.id], handling: base.handling, body: forged };
    const file = await withLines(carrier.file, secretariat, tavania, (all) => [
      ...all,
      lineOf(written(tavania, changes)),
    ]);
    await refuses(secretariat, 'bundle.authority', () => open(secretariat, file));
  }
});
