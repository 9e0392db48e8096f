/** Traversal, links, duplicates: what an archive could do to whoever unpacks it. Nothing is ever unpacked. */
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';

import { describe, expect, it } from 'vitest';
import { filesUnder } from '../../helpers/aVault.ts';
import { aDossier, open } from './aDossier.ts';
import { archive, type Entry, encrypt, entriesOf, recipientOf, resigned, sha256, tampered } from './forgery.ts';
import { refuses } from './leavesNothing.ts';

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

describe('traversal and links', () => {
  it('are refused whatever the entry, before and behind the others, and nothing appears anywhere', async () => {
    const { tavania, file } = await aDossier();
    // The folder that the vault lies in: what climbed out would be seen here.
    const around = dirname(tavania.session.vault.folder);
    const before = [...filesUnder(around).keys()];
    for (const entry of Object.values(EVIL)) {
      for (const put of [(all: Entry[]) => [...all, entry], (all: Entry[]) => [entry, ...all]]) {
        await refuses(tavania, 'bundle.layout', async () => open(tavania, await tampered(file, tavania, put)));
      }
    }
    expect([...filesUnder(around).keys()]).toEqual(before);
  });

  it('are refused also in a bundle that a trusted sender signed and lists', async () => {
    const { secretariat, tavania, file } = await aDossier();
    for (const name of [
      '../../x.pdf',
      '/etc/passwd',
      'print/../x.pdf',
      'blobs/../x',
      `blobs/${'A'.repeat(64)}`,
      'print/a/b.pdf',
    ]) {
      const forged = await resigned(file, tavania, secretariat, ({ files }) => void files.set(name, Buffer.from('x')));
      await refuses(tavania, 'bundle.layout', () => open(tavania, forged));
    }
  });
});

describe('duplicates, omissions and additions', () => {
  it('are refused: a file twice, a file missing, a file more than is listed, and files that changed places', async () => {
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

  it('are refused: an archive without an end, and one with something after its end', async () => {
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

  it('are refused: an archive that ends in the middle of a file, wherever that is', async () => {
    const { tavania, file } = await aDossier();
    const whole = await archive(await entriesOf(file, tavania));
    for (const length of [512, 600, 1_024, 5_000, 20_000, whole.length - 2_048]) {
      const cut = await encrypt(whole.subarray(0, length), recipientOf(tavania));
      await refuses(tavania, 'bundle.layout', () => open(tavania, cut));
    }
  });
});
