import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { addCard, ownCard, verifyCard } from '../../../core/exchange/cards.ts';
import { LARGEST_FILE } from '../../../core/exchange/limits.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aDesk, aNetwork, aPaper, attach, type Desk, meet, NORTHMARK, SECRETARIAT, seal } from './aNetwork.ts';
import { archive, type Entry, encrypt, entriesOf, recipientOf, resigned, sha256, tampered } from './forgery.ts';
import { refuses } from './leavesNothing.ts';

const open = (desk: Desk, file: string, keys = {}) => openBundle(unwatched, desk.session, file, keys);

async function aDossier() {
  const desks = await aNetwork();
  const paper = aPaper(desks.secretariat, 'Water in the valley');
  await attach(desks.secretariat, paper);
  const { file } = await seal(desks.secretariat, [desks.tavania]);
  return { ...desks, file };
}

function aFile(bytes: Uint8Array): string {
  const file = join(aFolder(), 'Some.amber');
  writeFileSync(file, bytes);
  return file;
}

it('refuses what is not a bundle at all', async () => {
  const tavania = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Joren Halk', 'member');
  await refuses(tavania, 'bundle.notBundle', () => open(tavania, aFile(Buffer.alloc(0))));
  await refuses(tavania, 'bundle.notBundle', () => open(tavania, aFile(Buffer.from('%PDF-1.7 invented'))));
  await refuses(tavania, 'bundle.notBundle', () => open(tavania, aFile(randomBytes(100_000))));
  await refuses(tavania, 'bundle.notBundle', () => open(tavania, aFolder()));
  await refuses(tavania, 'file.missing', () => open(tavania, join(aFolder(), 'gone.amber')));
});

it('refuses headers and files beyond the limits before reading them', async () => {
  const tavania = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Joren Halk', 'member');
  const line = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
  const header = `age-encryption.org/v1\n${line.repeat(14_000)}--- ${'A'.repeat(43)}\n`;
  await refuses(tavania, 'bundle.tooLarge', () => open(tavania, aFile(Buffer.from(header))));
  const crowded = `age-encryption.org/v1\n${line.repeat(1_025)}--- ${'A'.repeat(43)}\n`;
  await refuses(tavania, 'bundle.tooLarge', () => open(tavania, aFile(Buffer.from(crowded))));
  const huge = aFile(Buffer.from('age-encryption.org/v1\n'));
  truncateSync(huge, LARGEST_FILE + 1); // sparse: takes no room
  await refuses(tavania, 'bundle.tooLarge', () => open(tavania, huge));
});

it('refuses a bundle that was cut short, wherever the cut is', async () => {
  const { tavania, file } = await aDossier();
  const bytes = readFileSync(file);
  const header = bytes.indexOf('\n--- ') + 49;
  const cuts = [5, 22, 60, header - 1, header, header + 15, header + 16, header + 17, header + 500];
  const chunk = 64 * 1024 + 16;
  cuts.push(
    header + 16 + chunk - 1,
    header + 16 + chunk,
    header + 16 + chunk + 1,
    bytes.length - 1_000,
    bytes.length - 1,
  );
  for (const cut of cuts)
    await refuses(tavania, 'bundle.truncated', () => open(tavania, aFile(bytes.subarray(0, cut))));
});

it('refuses bytes after the end', async () => {
  const { tavania, file } = await aDossier();
  await refuses(tavania, 'bundle.tampered', () =>
    open(tavania, aFile(Buffer.concat([readFileSync(file), Buffer.from('x')]))),
  );
});

it('opens nothing that is addressed to others', async () => {
  const { tavania, northmark, file } = await aDossier();
  await refuses(northmark, 'bundle.notForUs', () => open(northmark, file));
  // Somebody who may read it encrypts it anew for a third party: the signed list of addressees does not name them.
  const forwarded = await encrypt(await archive(await entriesOf(file, tavania)), recipientOf(northmark));
  await refuses(northmark, 'bundle.notForUs', () => open(northmark, forwarded));
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

it('refuses a manifest that a key signed which is not the sender it names', async () => {
  const { tavania, northmark, file } = await aDossier();
  meet(tavania, northmark);
  const posing = await resigned(file, tavania, northmark, () => {});
  await refuses(tavania, 'bundle.signature', () => open(tavania, posing));
  const { privateKey } = generateKeyPairSync('ed25519');
  const unknown = await resigned(file, tavania, privateKey, () => {});
  await refuses(tavania, 'bundle.unknownSender', () => open(tavania, unknown));
});

it('refuses a manifest changed after it was signed, before it is parsed', async () => {
  const { tavania, file } = await aDossier();
  const edit = (bytes: (before: Buffer) => Buffer) =>
    tampered(file, tavania, (entries) =>
      entries.map((entry) => (entry.name === 'manifest.json' ? { ...entry, bytes: bytes(entry.bytes) } : entry)),
    );
  await refuses(tavania, 'bundle.signature', async () => open(tavania, await edit(() => Buffer.from('not JSON {'))));
  await refuses(tavania, 'bundle.signature', async () =>
    open(tavania, await edit((before) => Buffer.concat([before, Buffer.from(' ')]))),
  );
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
  const { acceptBundle } = await import('../../../core/exchange/acceptBundle.ts');
  await acceptBundle(tavania.session, (await open(tavania, file)).bundle);
  const foreign = await resigned(file, tavania, secretariat, ({ manifest }) => {
    Object.assign(manifest, { network: naturalId('network', 'another'), bundle: crypto.randomUUID() });
  });
  await refuses(tavania, 'bundle.foreign', () => open(tavania, foreign));
});

const EVIL: Record<string, Entry> = {
  'a file that is not on the list': { name: 'setup.exe', bytes: Buffer.from('x') },
  'a name that climbs out': { name: 'print/../../x.pdf', bytes: Buffer.from('x') },
  'a name that climbs out at once': { name: '../manifest.json', bytes: Buffer.from('x') },
  'an absolute name': { name: '/etc/passwd', bytes: Buffer.from('x') },
  'a name with a backslash': { name: 'print\\x.pdf', bytes: Buffer.from('x') },
  'a hidden name': { name: 'print/.x.pdf', bytes: Buffer.from('x') },
  'a folder': { name: 'print/', bytes: Buffer.alloc(0), header: { type: 'directory' } },
  'a symbolic link': {
    name: 'print/x.pdf',
    bytes: Buffer.alloc(0),
    header: { type: 'symlink', linkname: '/etc/passwd' },
  },
  'a hard link': { name: 'print/x.pdf', bytes: Buffer.alloc(0), header: { type: 'link', linkname: 'manifest.json' } },
  'a device': { name: 'print/x.pdf', bytes: Buffer.alloc(0), header: { type: 'character-device' } },
  'a pipe': { name: 'print/x.pdf', bytes: Buffer.alloc(0), header: { type: 'fifo' } },
  'an extended header': { name: 'print/x.pdf', bytes: Buffer.from('x'), header: { pax: { path: 'print/y.pdf' } } },
};
for (const [what, entry] of Object.entries(EVIL)) {
  it(`refuses ${what} in the archive`, async () => {
    const { tavania, file } = await aDossier();
    await refuses(tavania, 'bundle.layout', async () =>
      open(tavania, await tampered(file, tavania, (all) => [...all, entry])),
    );
    await refuses(tavania, 'bundle.layout', async () =>
      open(tavania, await tampered(file, tavania, (all) => [entry, ...all])),
    );
  });
}

it('refuses a file twice, a file missing, a file more than is listed, and files that changed places', async () => {
  const { secretariat, tavania, file } = await aDossier();
  const change = (edit: (entries: Entry[]) => Entry[]) => tampered(file, tavania, edit);
  for (const name of ['manifest.json', 'SHA256SUMS', 'records.jsonl.gz', 'README.txt']) {
    const twice = await change((all) => [...all, ...all.filter((entry) => entry.name === name)]);
    await refuses(tavania, 'bundle.layout', () => open(tavania, twice));
    const missing = await change((all) => all.filter((entry) => entry.name !== name));
    await refuses(tavania, 'bundle.layout', () => open(tavania, missing));
  }
  const noBlob = await change((all) => all.filter((entry) => !entry.name.startsWith('blobs/')));
  await refuses(tavania, 'bundle.layout', () => open(tavania, noBlob));
  const extra = await change((all) => [...all, { name: 'print/x.pdf', bytes: Buffer.from('x') }]);
  await refuses(tavania, 'bundle.tampered', () => open(tavania, extra));
  const otherBlob = await change((all) => [...all, { name: `blobs/${sha256('x')}`, bytes: Buffer.from('x') }]);
  await refuses(tavania, 'bundle.tampered', () => open(tavania, otherBlob));
  const swapped = await change((all) => {
    const [readme, records] = ['README.txt', 'records.jsonl.gz'].map((name) =>
      all.find((entry) => entry.name === name),
    );
    return all.map((entry) => {
      if (entry === readme) return { ...entry, bytes: records?.bytes ?? entry.bytes };
      return entry === records ? { ...entry, bytes: readme?.bytes ?? entry.bytes } : entry;
    });
  });
  await refuses(tavania, 'bundle.tampered', () => open(tavania, swapped));
  const lying = await resigned(file, tavania, secretariat, ({ files }) => {
    for (const [name, bytes] of files) if (name.startsWith('blobs/')) files.set(name, Buffer.concat([bytes, bytes]));
  });
  await refuses(tavania, 'bundle.tampered', () => open(tavania, lying));
});

it('refuses an archive without an end, and one with something after its end', async () => {
  const { tavania, file } = await aDossier();
  const entries = await entriesOf(file, tavania);
  const whole = await archive(entries);
  const noEnd = await encrypt(whole.subarray(0, -1024), recipientOf(tavania));
  await refuses(tavania, 'bundle.layout', () => open(tavania, noEnd));
  const hidden = await archive([{ name: 'print/x.pdf', bytes: Buffer.from('x') }]);
  const after = await encrypt(Buffer.concat([whole, hidden]), recipientOf(tavania));
  await refuses(tavania, 'bundle.layout', () => open(tavania, after));
  const noise = await encrypt(Buffer.concat([whole.subarray(0, -1024), randomBytes(2048)]), recipientOf(tavania));
  await refuses(tavania, 'bundle.layout', () => open(tavania, noise));
  await refuses(tavania, 'bundle.layout', async () =>
    open(tavania, await encrypt(Buffer.alloc(0), recipientOf(tavania))),
  );
});

it('stops at entries and totals beyond the limits, by their declared sizes', async () => {
  const { tavania } = await aDossier();
  const declared = async (size: number) => {
    const block = await archive([{ name: 'print/x.pdf', bytes: Buffer.alloc(0) }]);
    const header = Buffer.from(block.subarray(0, 512));
    header.write(`${size.toString(8).padStart(11, '0')} `, 124);
    header.write('        ', 148);
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    return encrypt(Buffer.concat([header, Buffer.alloc(4096)]), recipientOf(tavania));
  };
  await refuses(tavania, 'bundle.tooLarge', async () => open(tavania, await declared(2 * 2 ** 30 + 1)));
  await refuses(tavania, 'bundle.tooLarge', async () => open(tavania, await declared(8 ** 11 - 1)));
  const long = { name: `print/${'x'.repeat(120)}.pdf`, bytes: Buffer.alloc(0), header: { pax: {} } };
  const longName = await encrypt(await archive([long]), recipientOf(tavania));
  await refuses(tavania, 'bundle.tooLarge', () => open(tavania, longName));
  const many = Array.from({ length: 10_001 }, (_, at) => ({ name: `reply/${at}`, bytes: Buffer.alloc(0) }));
  const crowded = await encrypt(await archive(many), recipientOf(tavania));
  await refuses(tavania, 'bundle.tooLarge', () => open(tavania, crowded));
  const bigManifest = await encrypt(
    await archive([{ name: 'manifest.json.sig', bytes: Buffer.alloc(5_000) }]),
    recipientOf(tavania),
  );
  await refuses(tavania, 'bundle.tooLarge', () => open(tavania, bigManifest));
});

it('stops unpacking records that expand too much', async () => {
  const { secretariat, tavania, file } = await aDossier();
  const bomb = await resigned(file, tavania, secretariat, ({ files }) => {
    files.set('records.jsonl.gz', gzipSync(Buffer.alloc(50_000_000, 0x20)));
  });
  await refuses(tavania, 'bundle.tooLarge', () => open(tavania, bomb));
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
  const { AmberdeskError } = await import('../../../domain/errors.ts');
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
  const { createRecord } = await import('../../../core/records/createRecord.ts');
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
