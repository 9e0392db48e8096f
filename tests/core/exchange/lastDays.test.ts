import { expect, it } from 'vitest';
import { readDesk } from '../../../core/desk/readDesk.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { search } from '../../../core/library/search.ts';
import { setApart } from '../../../core/papers/portions.ts';
import { keepCopy, whyKept } from '../../../core/purge/keptCopies.ts';
import { keptReasons } from '../../../core/purge/keptReasons.ts';
import { letGo } from '../../../core/purge/letGo.ts';
import { purgesFor, readPurges } from '../../../core/purge/passOn.ts';
import { readCircle } from '../../../core/records/circle.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { findRecord } from '../../../core/records/rows.ts';
import { backupVault, changedFiles, listBackups } from '../../../core/vault/backups.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { aDocument } from '../../helpers/aSession.ts';
import { aNetwork, aPaper, attach, type Desk } from './aNetwork.ts';
import { delta, idOf, received, take } from './byReceipts.ts';
import { tracesOf } from './wordTraces.ts';

const WORD = 'Zwischenlandung';
const DAY = 24 * 60 * 60 * 1000;

const asks = ({ session }: Desk): string[] =>
  readDesk(session, 'en', 0).needs.flatMap((need) => (need.what === 'expired' ? [need.record.record] : []));
const today = ({ session }: Desk) => new Date(session.surroundings.now()).toISOString().slice(0, 10);

/** A paper that both have, with a portion, a file, a comment and a private note on it, and its last day yesterday. */
async function aCopyPastItsDay() {
  const desks = await aNetwork();
  const { secretariat, tavania } = desks;
  const body = aDocument(`Lines on the ${WORD}.`, `A stricter line on the ${WORD}.`);
  const paper = aPaper(secretariat, `Notes on the ${WORD}`, { body });
  await attach(secretariat, paper);
  const distribution = {
    to: 'named' as const,
    organisations: [tavania.session.vault.installation.organisation],
    persons: [],
  };
  setApart(secretariat.session, { paper, blocks: ['b1'], label: 'TLP:AMBER+STRICT', distribution });
  editRecord(secretariat.session, paper, {}, { expires: today(secretariat) });
  const audience = { kind: 'organisation' as const, organisation: tavania.session.vault.installation.organisation };
  const { file } = await delta(secretariat, [tavania], { audience });
  await take(tavania, file);
  const quote = { block: 'b0', quote: WORD, before: '', after: '' };
  const note = createRecord(tavania.session, 'annotation', { record: paper, anchor: quote, text: 'To be asked.' }).id;
  backupVault(tavania.session.vault, {});
  return { ...desks, paper, note, file };
}

it('a copy is deleted by nobody but the person at its desk, not before its last day has passed, and then without a trace', async () => {
  const { secretariat, tavania, paper, note, file } = await aCopyPastItsDay();
  const { vault } = tavania.session;
  expect(asks(tavania)).toEqual([]);
  expect(() => letGo(unwatched, tavania.session, { record: paper })).toThrow(
    expect.objectContaining({ code: 'copy.notExpired' }),
  );
  expect(() => keepCopy(tavania.session, paper, 'Early')).toThrow(expect.objectContaining({ code: 'copy.notExpired' }));
  tavania.clock.move(2 * DAY);
  expect(asks(tavania)).toEqual([paper]);
  expect(tracesOf(WORD, tavania).length).toBeGreaterThan(1);

  const gone = letGo(unwatched, tavania.session, { record: paper });
  expect(gone).toMatchObject({ revisions: 2, backups: { unreachable: 0, outside: false } });
  expect(tracesOf(WORD, tavania)).toEqual([]);
  expect([findRecord(vault, paper), search(vault, WORD).hits, asks(tavania)]).toEqual([undefined, [], []]);
  expect(findRecord(vault, note)?.body).toEqual({ record: paper, text: 'To be asked.' });
  for (const { path } of listBackups(vault.folder)) expect(changedFiles(path)).toEqual([]);
  expect(await examineVault(vault)).toEqual([]);

  // Nobody is told, nobody else loses anything, and the same bundle brings nothing back.
  expect(readPurges(tavania.session)).toEqual([]);
  expect(purgesFor(vault, [{ installation: idOf(secretariat), ...partyIn(secretariat) }], readCircle(vault))).toEqual(
    [],
  );
  expect((await openBundle(unwatched, tavania.session, file)).repeated).toBe(true);
  aPaper(tavania, 'Something new');
  await received(secretariat, (await delta(tavania, [secretariat])).file);
  expect(readRecord(secretariat.session.vault, paper).title).toContain(WORD);
  expect(tracesOf(WORD, tavania)).toEqual([]);
});

it('what its originator writes later, with a later day, comes in as ever', async () => {
  const { secretariat, tavania, paper } = await aCopyPastItsDay();
  tavania.clock.move(2 * DAY);
  letGo(unwatched, tavania.session, { record: paper });
  editRecord(secretariat.session, paper, { title: 'Notes, second edition' }, { expires: '2099-12-31' });
  await take(tavania, (await delta(secretariat, [tavania])).file);
  const view = readRecord(tavania.session.vault, paper);
  expect([view.title, view.conflicted, view.handling.expires]).toEqual(['Notes, second edition', false, '2099-12-31']);
});

it('a copy is kept with a reason, and asks again only when it has another last day', async () => {
  const { secretariat, tavania, paper } = await aCopyPastItsDay();
  tavania.clock.move(2 * DAY);
  keepCopy(tavania.session, paper, 'A court has asked for it.');
  expect([asks(tavania), whyKept(tavania.session.vault, paper)]).toEqual([[], 'A court has asked for it.']);
  editRecord(secretariat.session, paper, {}, { expires: nextDay(tavania) });
  await take(tavania, (await delta(secretariat, [tavania])).file);
  expect([asks(tavania), whyKept(tavania.session.vault, paper)]).toEqual([[], undefined]);
  tavania.clock.move(3 * DAY);
  expect(asks(tavania)).toEqual([paper]);
  // Why it was kept goes with it: the reason may say something of it.
  keepCopy(tavania.session, paper, 'The court has not answered.');
  letGo(unwatched, tavania.session, { record: paper });
  expect(keptReasons(tavania.session.vault).has(paper)).toBe(false);
  expect(tracesOf('court', tavania)).toEqual([]);
});

const nextDay = ({ session }: Desk) => new Date(session.surroundings.now() + DAY).toISOString().slice(0, 10);

function partyIn({ session }: Desk): { seat: RecordId; organisation: RecordId } {
  const { seat, organisation } = session.vault.installation;
  return { seat, organisation };
}
