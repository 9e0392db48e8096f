import { execSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { readAgeIdentity } from '../../../core/vault/installation.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, attach, type Desk, seal } from './aNetwork.ts';
import { refuses } from './leavesNothing.ts';

const VOLUME = 40_000;

/** A bundle of about 105 kB, cut into three volumes. */
async function aCutBundle(volumeBytes = VOLUME) {
  const desks = await aNetwork();
  await attach(desks.secretariat, aPaper(desks.secretariat, 'Water in the valley'));
  const sealed = await seal(desks.secretariat, [desks.tavania], { volumeBytes });
  return { ...desks, sealed, files: sealed.files };
}

const open = (desk: Desk, files: string | readonly string[]) => openBundle(unwatched, desk.session, files);

it('is cut into volumes of the size asked for, whose bytes one after the other are the bundle', async () => {
  const { tavania, sealed, files } = await aCutBundle();
  expect(files.map((file) => basename(file))).toEqual(['Dossier.amber.001', 'Dossier.amber.002', 'Dossier.amber.003']);
  expect(readdirSync(dirname(files[0] ?? '')).sort()).toEqual(files.map((file) => basename(file)));
  const sizes = files.map((file) => statSync(file).size);
  expect(sizes.slice(0, 2)).toEqual([VOLUME, VOLUME]);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(sealed.bytes);
  const key = join(aFolder(), 'me.key');
  writeFileSync(key, `${readAgeIdentity(tavania.session.vault)}\n`, { mode: 0o600 });
  const listed = execSync(`cat "${sealed.file}".* | age -d -i "${key}" | tar -t`, { encoding: 'utf8' });
  expect(listed).toContain('manifest.json.sig');
});

it('is joined in any order, from one volume beside the others, from other folders, and with one twice', async () => {
  const { tavania, sealed, files } = await aCutBundle();
  const [first = '', second = '', third = ''] = files;
  const other = join(aFolder(), basename(second));
  copyFileSync(second, other);
  expect(await open(tavania, [third, first, other])).toMatchObject({ bundle: sealed.bundle, repeated: false });
  expect(await open(tavania, second)).toMatchObject({ bundle: sealed.bundle, repeated: true });
  expect(await open(tavania, [first, second, other, third])).toMatchObject({ repeated: true });
});

it('joins at every edge: volumes that fit exactly, one byte more and one less, and a header cut in two', async () => {
  const desks = await aNetwork();
  aPaper(desks.secretariat, 'Water in the valley');
  // From the second on, every bundle names the one before: with the same records for the same addressee, all have one size.
  await seal(desks.secretariat, [desks.tavania]);
  const { bytes } = await seal(desks.secretariat, [desks.tavania]);
  for (const [volumeBytes, volumes] of [
    [bytes, 0],
    [bytes - 1, 2],
    [Math.ceil(bytes / 2), 2],
    [1024, Math.ceil(bytes / 1024)],
  ] as const) {
    const sealed = await seal(desks.secretariat, [desks.tavania], { volumeBytes });
    expect(sealed.bytes).toBe(bytes);
    expect(sealed.files.length).toBe(Math.max(1, volumes));
    const preview = await open(desks.tavania, [...sealed.files].reverse());
    expect(preview.bundle).toBe(sealed.bundle);
  }
});

it('names what is missing, in the middle and at the end', async () => {
  const { tavania, files } = await aCutBundle();
  const [first = '', second = '', third = ''] = files;
  const wanting = (given: string[]) => refuses(tavania, 'bundle.volumesMissing', () => open(tavania, given));
  expect(await wanting([first, third])).toEqual({ files: ['Dossier.amber.002'] });
  expect(await wanting([third, second])).toEqual({ files: ['Dossier.amber.001'] });
  expect(await wanting([first, second])).toEqual({ after: 'Dossier.amber.002' });
  rmSync(second);
  expect(await refuses(tavania, 'bundle.volumesMissing', () => open(tavania, first)), 'beside one another').toEqual({
    files: ['Dossier.amber.002'],
  });
});

it('names what does not belong: another bundle’s volume by name, by size, and by content', async () => {
  const { secretariat, tavania, files } = await aCutBundle();
  const [first = '', second = '', third = ''] = files;
  const foreign = async (given: string[]) => refuses(tavania, 'bundle.volumesForeign', () => open(tavania, given));
  const stranger = join(aFolder(), 'Other.amber.002');
  copyFileSync(second, stranger);
  expect(await foreign([first, stranger, second, third])).toEqual({ files: ['Other.amber.002'] });
  const short = join(aFolder(), basename(second));
  writeFileSync(short, readFileSync(second).subarray(1));
  expect(await foreign([first, short, third])).toEqual({ files: ['Dossier.amber.002'] });
  const another = await seal(secretariat, [tavania], { volumeBytes: VOLUME });
  expect(await foreign([first, another.files[1] ?? '', third])).toEqual({ files: ['Dossier.amber.002'] });
  const doubled = refuses(tavania, 'bundle.volumesDoubled', () =>
    open(tavania, [first, second, another.files[1] ?? '', third]),
  );
  expect(await doubled).toEqual({ files: ['Dossier.amber.002'] });
});

it('leaves nothing where it would be more than 999 volumes, or where one is in the way', async () => {
  const desks = await aNetwork();
  await attach(desks.secretariat, aPaper(desks.secretariat, 'Water in the valley'), Buffer.alloc(1_100_000, 7));
  const folder = aFolder();
  const file = join(folder, 'x.amber');
  shareDrafts(desks.secretariat.session, 'all');
  const sealing = (volumeBytes: number) => () => seal(desks.secretariat, [desks.tavania], { file, volumeBytes });
  await refuses(desks.secretariat, 'bundle.volumesTooMany', sealing(1024));
  writeFileSync(`${file}.002`, 'mine');
  await refuses(desks.secretariat, 'file.exists', sealing(500_000));
  expect(readdirSync(folder)).toEqual(['x.amber.002']);
});
