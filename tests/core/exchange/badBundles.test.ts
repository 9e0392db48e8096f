import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { addCard, ownCard, verifyCard } from '../../../core/exchange/cards.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aDossier, aFile, open } from './aDossier.ts';
import { aDesk, NORTHMARK, SECRETARIAT, seal } from './aNetwork.ts';
import { resigned } from './forgery.ts';
import { refuses } from './leavesNothing.ts';

it('refuses what is not a bundle at all', async () => {
  const tavania = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Joren Halk', 'member');
  await refuses(tavania, 'bundle.notBundle', () => open(tavania, aFile(Buffer.alloc(0))));
  await refuses(tavania, 'bundle.notBundle', () => open(tavania, aFile(Buffer.from('%PDF-1.7 invented'))));
  await refuses(tavania, 'bundle.notBundle', () => open(tavania, aFile(randomBytes(100_000))));
  await refuses(tavania, 'bundle.notBundle', () => open(tavania, aFolder()));
  await refuses(tavania, 'file.missing', () => open(tavania, join(aFolder(), 'gone.amber')));
});

it('opens a passphrase bundle with the right passphrase, whoever has it', async () => {
  const { secretariat, tavania } = await aDossier();
  const { file } = await seal(secretariat, [], { passphrase: 'a quiet river at dawn', workFactor: 4 });
  await refuses(tavania, 'bundle.passphrase', () => open(tavania, file));
  await refuses(tavania, 'bundle.passphrase', () => open(tavania, file, { passphrase: 'another river' }));
  expect(await open(tavania, file, { passphrase: 'a quiet river at dawn' })).toMatchObject({ counts: { new: 5 } });
});

it('asks to verify a sender who is not known, not verified, or not the one who signed', async () => {
  const { secretariat, file } = await aDossier();
  const stranger = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Mira Tolv', 'member');
  addCard(secretariat.session, ownCard(stranger.session));
  verifyCard(secretariat.session, stranger.session.vault.installation.id, 'Ada Morn');
  const { file: toStranger } = await seal(secretariat, [stranger]);
  await refuses(stranger, 'bundle.unknownSender', () => open(stranger, toStranger));
  addCard(stranger.session, ownCard(secretariat.session));
  await refuses(stranger, 'bundle.unknownSender', () => open(stranger, toStranger));
  verifyCard(stranger.session, secretariat.session.vault.installation.id, 'Mira Tolv');
  expect(await open(stranger, toStranger)).toMatchObject({ state: 'staged' });
  expect(statSync(file).isFile()).toBe(true);
});

it('refuses a bundle of a newer format, of another network, or with a manifest out of order', async () => {
  const { secretariat, tavania, file } = await aDossier();
  const withManifest = (changes: JsonObject) =>
    resigned(file, tavania, secretariat, ({ manifest }) => Object.assign(manifest, changes));
  const first = await open(tavania, file);
  expect(first.state).toBe('staged');
  await refuses(tavania, 'bundle.newer', async () =>
    open(tavania, await withManifest({ format: 9, reader: 9, novelty: 1 })),
  );
  await refuses(tavania, 'bundle.malformed', async () => open(tavania, await withManifest({ purpose: 'conquest' })));
  await refuses(tavania, 'bundle.malformed', async () => open(tavania, await withManifest({ heads: {} })));
  await refuses(tavania, 'bundle.malformed', async () => open(tavania, await withManifest({ created: 'yesterday' })));
});

it('reads a later format that says that this version may', async () => {
  const { secretariat, tavania, file } = await aDossier();
  const later = await resigned(file, tavania, secretariat, ({ manifest }) => {
    Object.assign(manifest, { format: 2, reader: 1, novelty: { unheardOf: true } });
  });
  expect(await open(tavania, later)).toMatchObject({ state: 'staged' });
});

it('refuses a bundle of another network once it belongs to one', async () => {
  const { secretariat, tavania, file } = await aDossier();
  await acceptBundle(tavania.session, (await open(tavania, file)).bundle);
  const foreign = await resigned(file, tavania, secretariat, ({ manifest }) => {
    Object.assign(manifest, { network: naturalId('network', 'another'), bundle: crypto.randomUUID() });
  });
  await refuses(tavania, 'bundle.foreign', () => open(tavania, foreign));
});

it('refuses records that are no gzip, no lines, or not UTF-8', async () => {
  const { secretariat, tavania, file } = await aDossier();
  const withRecords = (bytes: Buffer) =>
    resigned(file, tavania, secretariat, ({ files }) => void files.set('records.jsonl.gz', bytes));
  const lines = [
    Buffer.from('plain'),
    gzipSync('{}'),
    gzipSync('\n'),
    gzipSync(Buffer.from([0xff, 0xfe, 0x0a])),
    gzipSync('{"a":1,"a":2}\n'),
  ];
  lines.push(
    gzipSync(`${'['.repeat(200_000)}\n`, { level: 0 }),
    Buffer.concat([gzipSync('{}\n'), Buffer.from('tail')]),
  );
  for (const bytes of lines)
    await refuses(tavania, 'bundle.malformed', async () => open(tavania, await withRecords(bytes)));
});

it('leaves nothing when it is cancelled half-way', async () => {
  const { tavania, file } = await aDossier();
  const cancelled = () => {
    throw new AmberdeskError('job.cancelled');
  };
  await refuses(tavania, 'job.cancelled', () =>
    openBundle({ check: cancelled, progress: () => {} }, tavania.session, file),
  );
  await refuses(tavania, 'job.cancelled', () =>
    openBundle({ check: () => {}, progress: cancelled }, tavania.session, file),
  );
});

it('knows the Secretariat it has verified by its key alone', async () => {
  const { tavania } = await aDossier();
  const impostor = await aDesk(SECRETARIAT, 'Secretariat', 'Ada Morn', 'secretariat');
  addCard(impostor.session, ownCard(tavania.session));
  verifyCard(impostor.session, tavania.session.vault.installation.id, 'Nobody');
  createRecord(impostor.session, 'network', { name: 'Invented Network', secretariat: SECRETARIAT });
  createRecord(impostor.session, 'organisation', {
    name: 'Republic of Tavania',
    type: 'state',
    code: 'QT',
    membership: 'member',
  });
  const { file } = await seal(impostor, [tavania]);
  await refuses(tavania, 'bundle.unknownSender', () => open(tavania, file));
});
