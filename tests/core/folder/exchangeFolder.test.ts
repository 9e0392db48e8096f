import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Event } from '../../../contract/events.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { sealBundle } from '../../../core/exchange/sealBundle.ts';
import { chooseFolder, leaveFolder, placeInFolder, problemOf } from '../../../core/folder/exchangeFolder.ts';
import { createFolderKeeper } from '../../../core/folder/folderKeeper.ts';
import { inspectFile } from '../../../core/folder/inspectFile.ts';
import { noteKnown } from '../../../core/folder/knownFiles.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, attach, type Desk, seal } from '../exchange/aNetwork.ts';

/** The folder of a desk, looked at until nothing changes any more. */
async function aKeeper(desk: Desk, folder: string) {
  await chooseFolder(desk.session, folder);
  const told: Event[] = [];
  const keeper = createFolderKeeper(
    () => desk.session.vault,
    (event) => told.push(event),
  );
  const settled = async () => {
    for (;;) {
      const { state, unsettled } = await keeper.look();
      if (!unsettled) return state;
    }
  };
  const names = async () => (await settled()).offers.map(({ files }) => files.map(({ name }) => name).join('+')).sort();
  return { keeper, told, settled, names };
}

/** Three desks, and a folder to which the Secretariat sealed for Tavania. */
async function aSharedFolder() {
  const desks = await aNetwork();
  await attach(desks.secretariat, aPaper(desks.secretariat, 'Water in the valley'));
  const folder = aFolder();
  await chooseFolder(desks.secretariat.session, folder);
  const file = await placeInFolder(desks.secretariat.session);
  const sealed = await seal(desks.secretariat, [desks.tavania], { file });
  return { ...desks, folder, file, sealed };
}

it('offers a whole bundle to the addressee alone, under a name that tells nothing, and opens nothing', async () => {
  const { secretariat, tavania, northmark, folder, file } = await aSharedFolder();
  expect(basename(file)).toMatch(/^[0-9a-f]{20}\.amber$/);
  const there = await aKeeper(tavania, folder);
  const state = await there.settled();
  expect(state).toMatchObject({ state: 'there', path: folder, unfinished: 0 });
  expect(state.offers).toMatchObject([{ files: [{ file, name: basename(file) }], underPassphrase: false }]);
  expect(there.told).toContainEqual({ event: 'folderChanged' });
  expect(tavania.session.vault.sqlite.prepare('SELECT count(*) FROM bundle').pluck().get()).toBe(0);
  expect(await (await aKeeper(secretariat, folder)).names(), 'the own one').toEqual([]);
  expect(await (await aKeeper(northmark, folder)).names(), 'sealed to others').toEqual([]);
});

it('leaves alone what is half there, growing, in conflict, foreign, a link or under way', async () => {
  const { tavania, folder, file } = await aSharedFolder();
  const bytes = readFileSync(file);
  const elsewhere = join(aFolder(), 'elsewhere.amber');
  renameSync(file, elsewhere);
  const put = (name: string, content: Uint8Array | string) => writeFileSync(join(folder, name), content);
  put('cut.amber', bytes.subarray(0, bytes.length - 4096));
  put('block.amber', bytes.subarray(0, 65_536));
  put('header.amber', bytes.subarray(0, 60));
  put('empty.amber', '');
  const hollow = Buffer.from(bytes);
  hollow.fill(0, hollow.length - 5000);
  put('hollow.amber', hollow);
  put('noise.amber', 'not a bundle at all');
  put('photo.jpg', 'a photo');
  put('7f.sync-conflict-20270303-181207-ABCDEFG.amber', bytes);
  put('.syncthing.7f.amber.tmp', bytes);
  put('~syncthing~7f.amber-00.tmp', bytes);
  mkdirSync(join(folder, 'folder.amber'));
  symlinkSync(elsewhere, join(folder, 'link.amber'));
  const { settled, names } = await aKeeper(tavania, folder);
  expect(await names()).toEqual([]);
  expect((await settled()).unfinished).toBe(5);
  put('cut.amber', bytes);
  expect(await names()).toEqual(['cut.amber']);
});

it('does not offer what is still changing', async () => {
  const { tavania, folder, file } = await aSharedFolder();
  const bytes = readFileSync(file);
  const { keeper } = await aKeeper(tavania, folder);
  writeFileSync(file, bytes.subarray(0, 1000));
  expect(await keeper.look()).toMatchObject({ unsettled: true, state: { offers: [] } });
  writeFileSync(file, bytes);
  expect(await keeper.look()).toMatchObject({ unsettled: true, state: { offers: [], unfinished: 1 } });
  expect(await keeper.look()).toMatchObject({ unsettled: false, state: { offers: [{ bytes: bytes.length }] } });
});

it('offers volumes once all of them are there', async () => {
  const { secretariat, tavania, folder } = await aSharedFolder();
  const { files } = await seal(secretariat, [tavania], { file: join(aFolder(), 'x.amber'), volumeBytes: 40_000 });
  const { names } = await aKeeper(tavania, folder);
  const put = (at: number) => copyFileSync(files[at] ?? '', join(folder, basename(files[at] ?? '')));
  put(0);
  put(2);
  expect(await names()).toHaveLength(1);
  put(1);
  expect(await names()).toContain('x.amber.001+x.amber.002+x.amber.003');
  truncateSync(join(folder, 'x.amber.003'), 10);
  expect(await names()).toHaveLength(1);
});

it('offers a bundle under a passphrase by its length, and not where it was sealed', async () => {
  const { secretariat, northmark, folder } = await aSharedFolder();
  const sealed = await seal(secretariat, [], {
    file: join(folder, 'p.amber'),
    passphrase: 'a quiet river at dawn',
    workFactor: 4,
  });
  const { settled, names } = await aKeeper(northmark, folder);
  expect((await settled()).offers).toMatchObject([{ underPassphrase: true, bytes: sealed.bytes }]);
  expect(await (await aKeeper(secretariat, folder)).names()).toEqual([]);
  truncateSync(sealed.file, sealed.bytes - 100);
  expect(await names()).toEqual([]);
});

it('does not offer again what was put aside or opened by another way, whatever it is called', async () => {
  const { secretariat, tavania, folder, file } = await aSharedFolder();
  const { keeper, settled, names } = await aKeeper(tavania, folder);
  const [offer] = (await settled()).offers;
  noteKnown(tavania.session.vault, 0, offer?.mark ?? '', 'dismissed');
  expect(await names()).toEqual([]);
  copyFileSync(file, join(folder, 'copy.amber'));
  expect(await names()).toEqual([]);
  keeper.forget();
  expect(await names()).toEqual([]);
  const other = await seal(secretariat, [tavania], { file: join(folder, 'other.amber') });
  expect(await names()).toEqual(['other.amber']);
  const byMail = join(aFolder(), 'by mail.amber');
  copyFileSync(other.file, byMail);
  await openBundle(unwatched, tavania.session, byMail);
  expect(await names()).toEqual([]);
});

it('says that the folder is gone, and finds it again by itself', async () => {
  const { tavania, folder } = await aSharedFolder();
  const { keeper, settled } = await aKeeper(tavania, folder);
  expect((await settled()).offers).toHaveLength(1);
  renameSync(folder, `${folder} pulled`);
  expect(await settled()).toEqual({ state: 'gone', path: folder, offers: [], unfinished: 0 });
  expect(keeper.state().state).toBe('gone');
  expect(await codeOf(() => placeInFolder(tavania.session))).toBe('folder.gone');
  renameSync(`${folder} pulled`, folder);
  expect((await settled()).offers).toHaveLength(1);
});

it('takes a folder that can be used, and says why another cannot', async () => {
  const { tavania } = await aSharedFolder();
  const { session } = tavania;
  const folder = aFolder();
  const problem = (path: string) => problemOf(session.vault, path);
  expect(await problem(folder)).toBeUndefined();
  expect(await problem('not/whole')).toBe('notWhole');
  expect(await problem(join(folder, 'nowhere'))).toBe('missing');
  writeFileSync(join(folder, 'a file'), '');
  expect(await problem(join(folder, 'a file'))).toBe('notFolder');
  expect(await problem(session.vault.folder)).toBe('vault');
  expect(await problem(join(session.vault.folder, 'blobs'))).toBe('vault');
  expect(await problem(join(session.vault.folder, '..'))).toBe('vault');
  symlinkSync(session.vault.folder, join(folder, 'way in'));
  expect(await problem(join(folder, 'way in'))).toBe('vault');
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500);
    expect(await problem(folder)).toBe('unusable');
    chmodSync(folder, 0o700);
  }
  expect(await codeOf(() => chooseFolder(session, join(folder, 'nowhere')))).toBe('folder.missing');
  expect(await codeOf(() => chooseFolder(session, session.vault.folder))).toBe('folder.vault');
  expect(await codeOf(() => placeInFolder(session))).toBe('folder.none');
  await chooseFolder(session, folder);
  await chooseFolder(session, folder);
  leaveFolder(session);
  const acts = readJournal(session.vault, { limit: 2 }).map(({ act }) => act);
  expect(acts).toEqual(['folder.left', 'folder.chosen']);
});

it('is written to under a name that engines leave alone until all of it is there', async () => {
  const { secretariat, tavania, folder } = await aSharedFolder();
  const during = new Set<string>();
  const file = await placeInFolder(secretariat.session);
  const before = new Set(readdirSync(folder));
  const { release } = releaseFor(secretariat.session, { of: 'everything' }, { kind: 'board' }, 'revisions');
  const work = {
    check: () => {},
    progress: () => {
      for (const name of readdirSync(folder)) if (!before.has(name)) during.add(name);
    },
  };
  const addressees = [tavania.session.vault.installation.id];
  await sealBundle(work, secretariat.session, { release, addressees, purpose: 'dossier', file });
  expect(during.size).toBeGreaterThan(0);
  for (const name of during) expect(name).toMatch(/^~syncthing~[0-9a-f]{20}\.amber-[0-9a-f]{8}\.tmp$/);
  expect(readdirSync(folder).filter((name) => !before.has(name))).toEqual([basename(file)]);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it('offers no bundle that was cut anywhere, and judges whatever lies there without failing', async () => {
  const { tavania, file } = await aSharedFolder();
  const bytes = readFileSync(file);
  const other = join(aFolder(), 'x.amber');
  const inspect = async (content: Uint8Array) => {
    writeFileSync(other, content);
    return (await inspectFile(tavania.session.vault, [other])).is;
  };
  expect(await inspect(bytes)).toBe('offered');
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(400), fc.nat(255), async (length, at, value) => {
      expect(['unfinished', 'foreign', 'others']).toContain(await inspect(bytes.subarray(0, length)));
      const changed = Buffer.from(bytes);
      changed.writeUInt8(value, at);
      expect(['unfinished', 'foreign', 'others', 'offered']).toContain(await inspect(changed));
    }),
    { numRuns: 60 },
  );
});
