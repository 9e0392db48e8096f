import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { networkOf } from '../../../core/exchange/checkManifest.ts';
import { authorsKnownTo } from '../../../core/exchange/knownAuthors.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { search } from '../../../core/library/search.ts';
import { redact, redactionsOf } from '../../../core/papers/redactions.ts';
import { carryOutPurges } from '../../../core/purge/carryOut.ts';
import { readPurges } from '../../../core/purge/passOn.ts';
import { purgeRecord } from '../../../core/purge/purgeRecord.ts';
import { sendPurges } from '../../../core/receipts/sealWords.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { cutDrafts } from '../../../core/records/localCuts.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { findRecord, revisionsOf } from '../../../core/records/rows.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { backupVault, changedFiles, listBackups } from '../../../core/vault/backups.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import { textPlaces } from '../../../domain/papers/redaction/textPlaces.ts';
import { occurrences } from '../../../domain/papers/redaction/words.ts';
import { RecordId, RevisionId } from '../../../domain/records/ids.ts';
import { aNetwork, aPaper, attach, type Desk, seal } from './aNetwork.ts';
import { aFile, answerTo, delta, idOf, received, take } from './byReceipts.ts';
import { forgedPurge } from './forgedPurges.ts';
import { tracesOf } from './wordTraces.ts';

const CANARY = 'Zwischenlandung';

const quoting = (paper: string) => ({
  record: paper,
  anchor: { block: 'p1', quote: `A secret ${CANARY}`, before: '', after: '' },
  text: 'Is that so?',
});

/** A redacted version without the canary; what was blacked out in it has it. */
function blackOut({ session }: Desk, paper: RecordId): void {
  const { digest } = redactionsOf(session, paper);
  const passages = textPlaces(readRecord(session.vault, paper).body).flatMap(({ key, text }) =>
    occurrences(text, CANARY).map((range) => ({ place: key, ...range })),
  );
  redact(session, { paper, digest, passages, attachments: [] });
}

async function aSecretEverywhere() {
  const desks = await aNetwork();
  const { secretariat, tavania } = desks;
  const paper = aPaper(secretariat, `A secret ${CANARY}`);
  const bytes = await attach(secretariat, paper, randomBytes(2_000));
  editRecord(secretariat.session, paper, { purpose: `About ${CANARY}` });
  cutDrafts(secretariat.session, paper);
  createRecord(secretariat.session, 'comment', quoting(paper));
  const note = createRecord(secretariat.session, 'annotation', quoting(paper));
  blackOut(secretariat, paper);
  const first = await delta(secretariat, [tavania]);
  await take(tavania, first.file);
  await answerTo(tavania, secretariat);
  editRecord(secretariat.session, paper, { title: `Changed ${CANARY}` });
  backupVault(secretariat.session.vault, {});
  return { ...desks, paper, first, note: note.id, bytes };
}

it('leaves no byte of what was purged in the database, its backups, the search or the attachments', async () => {
  const { secretariat, paper, note } = await aSecretEverywhere();
  const { vault } = secretariat.session;
  expect(tracesOf(CANARY, secretariat).length).toBeGreaterThan(1);
  const purged = purgeRecord(unwatched, secretariat.session, { record: paper, reason: 'Consent was withdrawn.' });
  expect(purged).toMatchObject({ records: 4, attachments: 1, backups: { unreachable: 0, outside: false } });
  expect(tracesOf(CANARY, secretariat)).toEqual([]);
  expect(findRecord(vault, paper)).toBeUndefined();
  expect(findRecord(vault, note)?.body).toEqual({ record: paper, text: 'Is that so?' });
  expect(readdirSync(join(vault.folder, 'blobs'))).toEqual([]);
  expect(search(vault, CANARY).hits).toEqual([]);
  for (const { path } of listBackups(vault.folder)) expect(changedFiles(path)).toEqual([]);
  expect(await examineVault(vault)).toEqual([]);
  const left = vault.sqlite.prepare('SELECT id, record, author FROM purged_revision WHERE record = ?').all(paper);
  expect(left).toMatchObject([{ record: paper, author: idOf(secretariat) }]);
});

it('travels, is carried out where it arrives whatever was decided there, and is acknowledged', async () => {
  const { secretariat, tavania, paper, first } = await aSecretEverywhere();
  purgeRecord(unwatched, secretariat.session, { record: paper, reason: 'Consent was withdrawn.' });
  expect(readPurges(secretariat.session)).toMatchObject([
    { record: paper, whole: true, own: true, waiting: [{ installation: expect.any(String) }, {}] },
  ]);
  backupVault(tavania.session.vault, {});
  const file = aFile();
  await sendPurges(unwatched, secretariat.session, { to: [idOf(tavania)], file });
  const { words } = await openBundle(unwatched, tavania.session, file);
  expect(words.purges).toEqual([{ record: paper, reason: 'Consent was withdrawn.', organisationName: 'Secretariat' }]);
  expect(tracesOf(CANARY, tavania)).toEqual([]);
  expect(readdirSync(join(tavania.session.vault.folder, 'blobs'))).toEqual([]);
  await answerTo(tavania, secretariat);
  const [purge] = readPurges(secretariat.session);
  expect(purge?.waiting.map(({ organisationName }) => organisationName)).toEqual(['Kingdom of Northmark']);
  await expect(
    sendPurges(unwatched, secretariat.session, { to: [idOf(tavania)], file: aFile() }),
  ).rejects.toMatchObject({
    code: 'purge.nothing',
  });
  // The bundle that brought it once, opened again, brings nothing back.
  const again = await openBundle(unwatched, tavania.session, first.file);
  expect(again.repeated).toBe(true);
  expect(tracesOf(CANARY, tavania)).toEqual([]);
});

it('is not undone by a bundle that brings the text again, nor by a change to it that somebody made meanwhile', async () => {
  const { secretariat, tavania, northmark, paper } = await aSecretEverywhere();
  // Northmark gets it as it was, and changes it before it hears of the purge.
  await take(northmark, (await seal(secretariat, [northmark])).file);
  editRecord(northmark.session, paper, { purpose: `Late ${CANARY}` });
  createRecord(northmark.session, 'comment', quoting(paper));
  const late = await seal(northmark, [secretariat]);
  purgeRecord(unwatched, secretariat.session, { record: paper, reason: 'Consent was withdrawn.' });
  const opened = await openBundle(unwatched, secretariat.session, late.file);
  expect(opened.lines.map(({ record }) => record)).not.toContain(paper);
  await acceptBundle(secretariat.session, opened.bundle).catch(() => {});
  expect(tracesOf(CANARY, secretariat)).toEqual([]);
  // It reaches Northmark with the next ordinary bundle, together with what is new.
  aPaper(secretariat, 'Something new');
  await received(northmark, (await delta(secretariat, [northmark, tavania])).file);
  expect(tracesOf(CANARY, northmark)).toEqual([]);
});

it('takes only what its organisation wrote, and nothing on the word of another', async () => {
  const { secretariat, tavania, paper } = await aSecretEverywhere();
  expect(() => purgeRecord(unwatched, tavania.session, { record: paper, reason: 'Not ours.' })).toThrow(
    expect.objectContaining({ code: 'purge.notOriginator' }),
  );
  const network = RecordId.parse(networkOf(secretariat.session.vault));
  const forged = forgedPurge(tavania, { record: paper });
  const { vault } = secretariat.session;
  const findAuthor = authorsKnownTo(vault, [], false, '2026-03-03');
  // Genuine, but of another organisation than the text: it takes nothing.
  expect(carryOutPurges(secretariat.session, { purges: [forged], network }, 'b', findAuthor).revisions).toBe(0);
  // In the Secretariat's name with Tavania's key: it is none.
  const posing = { ...forged, organisation: vault.installation.organisation };
  expect(carryOutPurges(secretariat.session, { purges: [posing], network }, 'b', findAuthor).revisions).toBe(0);
  expect(findRecord(vault, paper)).toBeDefined();
});

it('can take some revisions only: what stays has no base any more and becomes a question, and no text is lost', async () => {
  const { secretariat, tavania } = await aNetwork();
  const paper = aPaper(secretariat, 'First', { purpose: `About ${CANARY}` });
  await take(tavania, (await delta(secretariat, [tavania])).file);
  const [first] = revisionsOf(secretariat.session.vault, paper);
  editRecord(tavania.session, paper, { title: 'Second', purpose: 'About water' });
  editRecord(secretariat.session, paper, { title: 'Other', purpose: 'About power' });
  await take(secretariat, (await delta(tavania, [secretariat])).file);
  const revisions = [RevisionId.parse(first?.id)];
  purgeRecord(unwatched, secretariat.session, { record: paper, revisions, reason: 'A name stood in it.' });
  expect(tracesOf(CANARY, secretariat)).toEqual([]);
  shareDrafts(secretariat.session, 'all');
  const view = findRecord(secretariat.session.vault, paper);
  expect(view?.conflicted).toBe(true);
  const file = aFile();
  await sendPurges(unwatched, secretariat.session, { to: [idOf(tavania)], file });
  await received(tavania, file);
  expect(tracesOf(CANARY, tavania)).toEqual([]);
  expect(findRecord(tavania.session.vault, paper)?.title).toBe('Second');
});

it('of a person who is purged no seat tells, not by what was typed for the name plate either', async () => {
  const { secretariat } = await aNetwork();
  const { session } = secretariat;
  const person = createRecord(session, 'person', { name: `H.E. ${CANARY}` }).id;
  const meeting = createRecord(session, 'meeting', { title: 'Eighth' }).id;
  const [shared, unshared] = ['Plate', 'Other plate'].map((plate, at) => {
    const of = at === 0 ? meeting : createRecord(session, 'meeting', { title: 'Ninth' }).id;
    const seat = createRecord(session, 'participant', {
      meeting: of,
      person,
      plate: `${plate} ${CANARY}`,
      capacity: 'member',
    });
    if (at === 0) shareDrafts(session, 'all');
    return seat.id;
  });
  purgeRecord(unwatched, session, { record: person, reason: 'Consent was withdrawn.' });
  expect(tracesOf(CANARY, secretariat)).toEqual([]);
  expect(findRecord(session.vault, shared ?? '')).toBeUndefined();
  expect(findRecord(session.vault, unshared ?? '')?.body).toMatchObject({ capacity: 'member' });
});

it('of an item that is purged no sentence tells what changed in its plan, where it was said and where it was read', async () => {
  const { secretariat, tavania } = await aNetwork();
  const { session } = secretariat;
  const dates = { starts: '2099-03-11', ends: '2099-03-12', zone: 'Europe/Lisbon' };
  const meeting = createRecord(session, 'meeting', { title: 'Eighth', ...dates }).id;
  const hours = { day: 1, starts: '09:00', ends: '12:00', access: 'closed' };
  const place = createRecord(session, 'session', { meeting, ...hours }).id;
  const item = createRecord(session, 'agendaItem', {
    meeting,
    session: place,
    order: 'a0',
    type: 'item',
    title: `About ${CANARY}`,
    minutes: 30,
  }).id;
  await take(tavania, (await delta(secretariat, [tavania])).file);
  await answerTo(tavania, secretariat);
  editRecord(session, item, { minutes: 90 });
  await take(tavania, (await delta(secretariat, [tavania])).file);
  await answerTo(tavania, secretariat);
  const news = "SELECT count(*) FROM bundle WHERE json_extract(manifest, '$.news') LIKE ?";
  const told = ({ session: { vault } }: Desk) => vault.sqlite.prepare(news).pluck().get(`%${CANARY}%`);
  expect([told(secretariat), told(tavania)]).toEqual([1, 1]);
  purgeRecord(unwatched, session, { record: item, reason: 'Consent was withdrawn.' });
  expect(tracesOf(CANARY, secretariat)).toEqual([]);
  const file = aFile();
  await sendPurges(unwatched, session, { to: [idOf(tavania)], file });
  await openBundle(unwatched, tavania.session, file);
  expect(tracesOf(CANARY, tavania)).toEqual([]);
});
