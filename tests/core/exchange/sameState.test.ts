import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { resolveConflicts } from '../../../core/records/resolveConflicts.ts';
import { aNetwork, type Desk, SECRETARIAT, seal } from './aNetwork.ts';

async function receive(desk: Desk, file: string): Promise<void> {
  const { bundle } = await openBundle(unwatched, desk.session, file);
  await acceptBundle(desk.session, bundle);
}

it('the same State, made in two capitals that had not met over it, is one record, joined by a person', async () => {
  const { secretariat, tavania, northmark } = await aNetwork();
  await receive(tavania, (await seal(secretariat, [tavania])).file);
  const state = (name: string) => ({ name, type: 'state', code: 'QV', membership: 'none' });
  const { id } = createRecord(secretariat.session, 'organisation', state('Velland'));
  await seal(secretariat, [northmark]);
  createRecord(tavania.session, 'organisation', state('Republic of Velland'));

  await receive(secretariat, (await seal(tavania, [secretariat])).file);
  const view = readRecord(secretariat.session.vault, id);
  expect(view.conflicts.map(({ path }) => path).sort()).toEqual(['$handling.originator', 'name']);
  resolveConflicts(secretariat.session, id, { name: 'Republic of Velland', '$handling.originator': SECRETARIAT });

  await receive(tavania, (await seal(secretariat, [tavania])).file);
  for (const { session } of [secretariat, tavania]) {
    expect(readRecord(session.vault, id)).toMatchObject({
      conflicted: false,
      body: { name: 'Republic of Velland' },
      handling: { originator: SECRETARIAT },
    });
  }
});
