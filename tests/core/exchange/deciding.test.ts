import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { countWaiting } from '../../../core/exchange/bundleList.ts';
import { declineBundle } from '../../../core/exchange/declineBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { previewBundle } from '../../../core/exchange/preview.ts';
import { undoImport } from '../../../core/exchange/undoImport.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { hasRecord, readRecord } from '../../../core/records/recordView.ts';
import { listBackups } from '../../../core/vault/backups.ts';
import { verifyJournal } from '../../../core/vault/journal.ts';
import { blobFile } from '../../../drizzle/schema.ts';
import { codeOf } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, attach, type Desk, seal } from './aNetwork.ts';
import { contentOf, refuses } from './leavesNothing.ts';

const open = (desk: Desk, file: string) => openBundle(unwatched, desk.session, file);

const spaced = (sentence: string) => sentence.replaceAll('\u00a0', ' ');

async function aShared() {
  const desks = await aNetwork();
  const paper = aPaper(desks.secretariat, 'Water in the valley', { due: '2026-06-30' });
  await attach(desks.secretariat, paper);
  const { file } = await seal(desks.secretariat, [desks.tavania]);
  const { bundle } = await open(desks.tavania, file);
  await acceptBundle(desks.tavania.session, bundle);
  return { ...desks, paper, file, bundle };
}

it('recognises the same bundle again, and changes nothing', async () => {
  const { tavania, file, bundle } = await aShared();
  const before = contentOf(tavania);
  expect(await open(tavania, file)).toMatchObject({
    bundle,
    repeated: true,
    state: 'accepted',
    counts: { known: 5, new: 0 },
  });
  expect(contentOf(tavania)).toEqual(before);
});

it('asks nobody to decide on a bundle of which everything is here, and takes an attachment that was missing', async () => {
  const { secretariat, tavania } = await aShared();
  const [attachment] = secretariat.session.vault.orm.select().from(blobFile).all();
  tavania.session.vault.orm.delete(blobFile).run();
  const { file } = await seal(secretariat, [tavania]);
  const again = await open(tavania, file);
  expect(again).toMatchObject({ repeated: false, state: 'accepted', counts: { known: 5, new: 0 } });
  expect(countWaiting(tavania.session.vault)).toBe(0);
  expect(tavania.session.vault.blobs.locate(attachment?.sha256 ?? '')?.size).toBe(100_000);
});

it('refuses a bundle of its own', async () => {
  const { secretariat } = await aShared();
  const { file } = await seal(secretariat, [], { passphrase: 'a quiet river at dawn', workFactor: 4 });
  await refuses(secretariat, 'bundle.repeated', () =>
    openBundle(unwatched, secretariat.session, file, { passphrase: 'a quiet river at dawn' }),
  );
});

it('shows what changed in words, and what is in conflict with both values', async () => {
  const { secretariat, tavania, paper } = await aShared();
  editRecord(tavania.session, paper, { purpose: 'For decision' });
  editRecord(secretariat.session, paper, { due: '2026-09-30', purpose: 'For information' });
  const { file } = await seal(secretariat, [tavania]);
  const preview = await open(tavania, file);
  expect(preview.counts).toMatchObject({ conflict: 1, known: 4, changed: 0 });
  const line = preview.lines.find(({ change }) => change === 'conflict');
  expect(line?.sentences.join(' ')).toContain('For decision');
  expect(line?.sentences.join(' ')).toContain('For information');
  const { conflicted } = await acceptBundle(tavania.session, preview.bundle);
  expect(conflicted).toEqual([paper]);
  expect(readRecord(tavania.session.vault, paper).body.due).toBe('2026-09-30');
});

it('compares a changed record with what is here, field by field', async () => {
  const { secretariat, tavania, paper } = await aShared();
  editRecord(secretariat.session, paper, { due: '2026-09-30' });
  const { file } = await seal(secretariat, [tavania]);
  const preview = await open(tavania, file);
  expect(preview.lines.find(({ change }) => change === 'changed')?.sentences.map(spaced)).toEqual([
    'Due date: 30 September 2026, before 30 June 2026.',
  ]);
  const french = await previewBundle(tavania.session, preview.bundle, 'fr');
  expect(french.lines.find(({ change }) => change === 'changed')?.sentences.map(spaced)).toEqual([
    'Échéance : 30 septembre 2026, auparavant 30 juin 2026.',
  ]);
});

it('shows a deletion with its reason', async () => {
  const { secretariat, tavania, paper } = await aShared();
  deleteRecord(secretariat.session, paper, 'Withdrawn by its author');
  const { file } = await seal(secretariat, [tavania]);
  const preview = await open(tavania, file);
  expect(preview.lines.find(({ change }) => change === 'deleted')?.sentences).toEqual([
    'Deleted: Withdrawn by its author',
  ]);
  await acceptBundle(tavania.session, preview.bundle);
  expect(readRecord(tavania.session.vault, paper).deleted).toBe(true);
});

it('takes single records, and the rest later', async () => {
  const { secretariat, tavania } = await aNetwork();
  const [water, grain] = [aPaper(secretariat, 'Water'), aPaper(secretariat, 'Grain')];
  await attach(secretariat, grain);
  const { file } = await seal(secretariat, [tavania]);
  const { bundle } = await open(tavania, file);
  const { changed } = await acceptBundle(tavania.session, bundle, { records: [water] });
  expect(changed).toEqual([water]);
  expect(hasRecord(tavania.session.vault, grain)).toBe(false);
  expect(await previewBundle(tavania.session, bundle)).toMatchObject({
    state: 'accepted',
    counts: { known: 1, new: 5 },
  });
  declineBundle(tavania.session, bundle);
  expect(await previewBundle(tavania.session, bundle)).toMatchObject({
    state: 'accepted',
    counts: { known: 1, new: 5 },
  });
  await refuses(tavania, 'bundle.state', () => acceptBundle(tavania.session, bundle, { records: [water] }));
  await acceptBundle(tavania.session, bundle, { records: [grain] });
  const [file1] = readRecord(tavania.session.vault, grain).body.attachments as { sha256: string }[];
  expect(tavania.session.vault.blobs.has(file1?.sha256 ?? '')).toBe(true);
});

it('keeps a declined bundle listed, and takes it later', async () => {
  const { secretariat, tavania } = await aNetwork();
  const { file } = await seal(secretariat, [tavania]);
  const { bundle } = await open(tavania, file);
  declineBundle(tavania.session, bundle);
  await refuses(tavania, 'bundle.state', async () => declineBundle(tavania.session, bundle));
  expect(await previewBundle(tavania.session, bundle)).toMatchObject({ state: 'declined', counts: { new: 4 } });
  expect((await acceptBundle(tavania.session, bundle)).changed).toHaveLength(4);
});

it('backs up before it applies', async () => {
  const { tavania } = await aShared();
  expect(listBackups(tavania.session.vault.folder).map(({ reason }) => reason)).toContain('import');
});

it('takes an import back as a whole, and can take it again', async () => {
  const { tavania, paper, bundle } = await aShared();
  undoImport(tavania.session, bundle);
  expect(hasRecord(tavania.session.vault, paper)).toBe(false);
  expect(await previewBundle(tavania.session, bundle)).toMatchObject({ state: 'undone', counts: { new: 5 } });
  await refuses(tavania, 'bundle.state', async () => undoImport(tavania.session, bundle));
  await acceptBundle(tavania.session, bundle);
  expect(readRecord(tavania.session.vault, paper).title).toBe('Water in the valley');
  expect(verifyJournal(tavania.session.vault)).toBeUndefined();
});

it('takes an import back only until something was built on it', async () => {
  const { tavania, paper, bundle } = await aShared();
  editRecord(tavania.session, paper, { purpose: 'For decision' });
  const tables = contentOf(tavania).tables;
  expect(await codeOf(async () => undoImport(tavania.session, bundle))).toBe('bundle.builtUpon');
  expect(contentOf(tavania).tables).toEqual(tables);
});

it('knows no bundle that is not there', async () => {
  const { tavania } = await aNetwork();
  const nowhere = crypto.randomUUID();
  await refuses(tavania, 'bundle.missing', () => previewBundle(tavania.session, nowhere));
  await refuses(tavania, 'bundle.missing', () => acceptBundle(tavania.session, nowhere));
  await refuses(tavania, 'bundle.missing', async () => declineBundle(tavania.session, nowhere));
  await refuses(tavania, 'bundle.missing', async () => undoImport(tavania.session, nowhere));
});

it('shows a gap in the sequence until the missing bundle arrives', async () => {
  const { secretariat, tavania } = await aNetwork();
  const first = await seal(secretariat, [tavania]);
  aPaper(secretariat, 'Water');
  const second = await seal(secretariat, [tavania]);
  const third = await seal(secretariat, [tavania]);
  const preview = await open(tavania, third.file);
  expect(preview.warnings).toEqual(['2 bundles from Secretariat are missing.']);
  expect((await open(tavania, first.file)).warnings).toEqual([]);
  expect((await previewBundle(tavania.session, preview.bundle)).warnings).toEqual([
    'A bundle from Secretariat is missing.',
  ]);
  await open(tavania, second.file);
  expect((await previewBundle(tavania.session, preview.bundle)).warnings).toEqual([]);
});

it('shows a fork: two bundles with one number, as after a sender went back to a backup', async () => {
  const { secretariat, tavania } = await aNetwork();
  const first = await seal(secretariat, [tavania]);
  const { sqlite } = secretariat.session.vault;
  sqlite.prepare('DELETE FROM bundle_place WHERE bundle = ?').run(first.bundle);
  aPaper(secretariat, 'Water');
  const other = await seal(secretariat, [tavania]);
  await open(tavania, first.file);
  const preview = await open(tavania, other.file);
  expect(preview.warnings).toEqual([expect.stringContaining('claim number 1')]);
  expect(preview).toMatchObject({ state: 'staged', counts: { new: 5 } });
});
