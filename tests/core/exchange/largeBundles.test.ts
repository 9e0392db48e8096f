import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { sealBundle } from '../../../core/exchange/sealBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, attach, seal } from './aNetwork.ts';
import { contentOf, refuses } from './leavesNothing.ts';

/** Large enough for threads of their own, with sizes around the edges of chunks and blocks. */
const SIZES = [20_000_000, 65_536, 65_535, 65_537, 512, 511, 1, 0];

async function aLargeDossier() {
  const desks = await aNetwork();
  const paper = aPaper(desks.secretariat, 'Water in the valley');
  const annexes: Buffer[] = [];
  for (const size of SIZES) annexes.push(await attach(desks.secretariat, paper, randomBytes(size)));
  shareDrafts(desks.secretariat.session, 'all');
  return { ...desks, paper, annexes };
}

it('carries large attachments whole, and tells its progress', async () => {
  const { secretariat, tavania, annexes } = await aLargeDossier();
  const { file } = await seal(secretariat, [tavania]);
  const told: number[] = [];
  const work = { check: () => {}, progress: (done: number) => void told.push(done) };
  const { bundle } = await openBundle(work, tavania.session, file);
  expect(told.length).toBeGreaterThan(3);
  await acceptBundle(tavania.session, bundle);
  const { vault } = tavania.session;
  const kept: Buffer[] = [];
  for (const { sha256 } of vault.sqlite.prepare<[], { sha256: string }>('SELECT sha256 FROM blob').all()) {
    const parts: Buffer[] = [];
    for await (const part of vault.blobs.read(sha256)) parts.push(part);
    kept.push(Buffer.concat(parts));
  }
  expect(kept.map(({ length }) => length).sort()).toEqual(SIZES.toSorted());
  for (const annex of annexes) expect(kept.some((bytes) => bytes.equals(annex))).toBe(true);
  expect(contentOf(tavania).files.filter((name) => name.startsWith('staging/'))).toEqual([]);
});

it('leaves nothing when it is cancelled in the middle', async () => {
  const { secretariat, tavania } = await aLargeDossier();
  const { file } = await seal(secretariat, [tavania]);
  const progress = (done: number) => {
    if (done > 1_000_000) throw new AmberdeskError('job.cancelled');
  };
  const work = { check: () => {}, progress };
  await refuses(tavania, 'job.cancelled', () => openBundle(work, tavania.session, file));
  const { release } = releaseFor(secretariat.session, { of: 'everything' }, { kind: 'board' }, 'revisions');
  const request = { release, addressees: [tavania.session.vault.installation.id], purpose: 'dossier' } as const;
  const other = join(aFolder(), 'x.amber');
  await refuses(secretariat, 'job.cancelled', () => sealBundle(work, secretariat.session, { ...request, file: other }));
  expect(readdirSync(dirname(other))).toEqual([]);
});

it('refuses a large bundle that was cut or changed, with nothing written', async () => {
  const { secretariat, tavania } = await aLargeDossier();
  const { file } = await seal(secretariat, [tavania]);
  const bytes = readFileSync(file);
  const damaged = join(aFolder(), 'Damaged.amber');
  bytes.writeUInt8(bytes.readUInt8(15_000_000) ^ 1, 15_000_000);
  writeFileSync(damaged, bytes);
  await refuses(tavania, 'bundle.tampered', () => openBundle(unwatched, tavania.session, damaged));
  truncateSync(file, 19_000_000);
  await refuses(tavania, 'bundle.truncated', () => openBundle(unwatched, tavania.session, file));
});

it('leaves no half bundle when an attachment in the vault is damaged', async () => {
  const { secretariat, tavania, annexes } = await aLargeDossier();
  const { vault } = secretariat.session;
  const folder = join(vault.folder, 'blobs');
  const largest = readdirSync(folder).find((name) => readFileSync(join(folder, name)).length > 1_000_000) ?? '';
  truncateSync(join(folder, largest), 5_000_000);
  const { release } = releaseFor(secretariat.session, { of: 'everything' }, { kind: 'board' }, 'revisions');
  const request = { release, addressees: [tavania.session.vault.installation.id], purpose: 'dossier' } as const;
  const file = join(aFolder(), 'x.amber');
  await refuses(secretariat, 'vault.damaged', () => sealBundle(unwatched, secretariat.session, { ...request, file }));
  expect(readdirSync(dirname(file))).toEqual([]);
  expect(annexes).toHaveLength(SIZES.length);
});
