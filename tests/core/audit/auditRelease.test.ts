import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { auditBundle } from '../../../core/audit/auditBundle.ts';
import { auditRelease } from '../../../core/audit/auditRelease.ts';
import { PDF_WORDS } from '../../../core/audit/pdfWords.ts';
import { readPdf } from '../../../core/audit/readPdf.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { printedWords } from '../../../domain/audit/usual.ts';
import { Manifest } from '../../../domain/exchange/manifest.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import { asJson } from '../../../domain/records/revision.ts';
import type { BundleAudience } from '../../../domain/release/material.ts';
import type { Release } from '../../../domain/release/release.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, attach, type Desk, SECRETARIAT, seal } from '../exchange/aNetwork.ts';
import { archive, type Entry, entriesOf, sha256 } from '../exchange/forgery.ts';
import { WAYS_TO_PLANT } from './plantInPdf.ts';

const HIDDEN = 'The convoy leaves the harbour of Lowmere before dawn on Thursday.';
const OWN: Mark = {
  label: 'TLP:AMBER+STRICT',
  distribution: { to: 'named', organisations: [SECRETARIAT], persons: [] },
};
const BOARD = { kind: 'board' } as const;

function aText(text: string) {
  return { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text }] }] };
}

/** A Secretariat with one paper for the board and one that stays with it, and a bundle of it all for the board. */
async function aDossier() {
  const { secretariat, tavania } = await aNetwork();
  const open = aPaper(secretariat, 'Registers');
  const hidden = aPaper(secretariat, 'Quillabrandt itinerary', { body: aText(HIDDEN) }, OWN);
  const bytes = await attach(secretariat, hidden);
  const { file } = await seal(secretariat, [tavania]);
  const { release } = releaseFor(secretariat.session, { of: 'everything' }, BOARD, 'revisions');
  return { secretariat, open, hidden, bytes, release, entries: await entriesOf(file, tavania) };
}

async function audited(desk: Desk, release: Release<BundleAudience>, entries: readonly Entry[]): Promise<unknown> {
  const manifest = Manifest.parse(JSON.parse(String(entries.find(({ name }) => name === 'manifest.json')?.bytes)));
  const tar = await archive(entries);
  async function* pieces() {
    yield { frame: tar };
  }
  return auditBundle(desk.session, release, pieces(), manifest).then(
    () => 'nothing',
    (error: unknown) => (error instanceof Error && 'details' in error ? error.details : error),
  );
}

const changed = (entries: readonly Entry[], name: string, change: (bytes: Buffer) => Buffer): Entry[] =>
  entries.map((entry) => (entry.name === name ? { ...entry, bytes: change(entry.bytes) } : entry));

it('finds in a bundle what an exporter left in it that the gate had withheld, wherever it stands', async () => {
  const { secretariat, release, entries, hidden, bytes: attached } = await aDossier();
  expect(await audited(secretariat, release, entries)).toBe('nothing');
  const lines = (bytes: Buffer, line: object) =>
    gzipSync(Buffer.concat([gunzipSync(bytes), Buffer.from(`${JSON.stringify(line)}\n`)]));
  const add = (name: string, bytes = Buffer.from('')): Entry[] => [...entries, { name, bytes }];
  const planted: Readonly<Record<string, readonly [is: string, Entry[]]>> = {
    'README.txt': ['words', changed(entries, 'README.txt', (bytes) => Buffer.concat([bytes, Buffer.from(HIDDEN)]))],
    'records.jsonl.gz, line': [
      'words',
      changed(entries, 'records.jsonl.gz', (bytes) => lines(bytes, { note: ['so', HIDDEN.toUpperCase()] })),
    ],
    'manifest.json': [
      'id',
      changed(entries, 'manifest.json', (bytes) =>
        Buffer.from(JSON.stringify({ ...JSON.parse(String(bytes)), more: hidden })),
      ),
    ],
    'header of file 6': ['file', add(`blobs/${sha256(attached)}`)],
    'header of file 6, reply': ['words', add('reply/Quillabrandt_itinerary')],
    'header of SHA256SUMS': [
      'machine',
      entries.map((entry) => (entry.name === 'SHA256SUMS' ? { ...entry, header: { uname: homedir() } } : entry)),
    ],
    'file 6': ['machine', add('reply/form.txt', Buffer.from(`opened in ${secretariat.session.vault.folder}`))],
  };
  for (const [place, [is, forged]] of Object.entries(planted)) {
    const said = JSON.stringify(await audited(secretariat, release, forged));
    expect(said, place).toContain(`"place":"${place.replace(', reply', '')}`);
    expect(said, place).toContain(`"is":"${is}"`);
    expect(said, place).not.toMatch(/convoy|Quillabrandt/i);
  }
});

it('stops a bundle before anything of it is written, and notes where in the journal', async () => {
  const { secretariat, open, hidden } = await aDossier();
  const { session } = secretariat;
  const options = PrintOptions.parse({});
  const print = (paper: typeof open, audience: { kind: 'self' | 'board' }) =>
    printOrder(unwatched, session, { document: { what: 'paper', paper }, audience, options }).pdf;
  const folder = aFolder();
  const file = join(folder, 'Dossier.amber');
  const copies = [{ name: 'paper.pdf', bytes: print(hidden, { kind: 'self' }) }];
  const before = readJournal(session.vault).length;
  const bundles = () => session.vault.sqlite.prepare('SELECT count(*) FROM bundle').pluck().get();
  const kept = bundles();
  expect(
    await codeOf(() => seal(secretariat, [], { passphrase: 'three canaries in a cage', workFactor: 10, copies, file })),
  ).toBe('release.audit');
  expect(readdirSync(folder)).toEqual([]);
  expect(bundles()).toBe(kept);
  expect(readJournal(session.vault)).toHaveLength(before + 1);
  expect(readJournal(session.vault)[0]).toMatchObject({
    act: 'release.stopped',
    detail: { what: 'bundle', audience: 'board', place: 'file 6, page 1', record: hidden },
  });
  const allowed = [{ name: 'paper.pdf', bytes: print(open, BOARD) }];
  await seal(secretariat, [], { passphrase: 'three canaries in a cage', workFactor: 10, copies: allowed, file });
  expect(readJournal(session.vault)[0]).toMatchObject({ act: 'bundle.sealed' });
  expect(readJournal(session.vault)[0]?.detail.audited).toBeGreaterThan(100);
});

it('finds in a print what the gate had withheld: in its text, its properties and what nobody sees', async () => {
  const { secretariat, open, hidden } = await aDossier();
  const { session } = secretariat;
  const { release } = releaseFor(session, { of: 'everything' }, BOARD, 'documents');
  const options = PrintOptions.parse({});
  const print = (paper: typeof open, audience: { kind: 'self' | 'board' }) =>
    printOrder(unwatched, session, { document: { what: 'paper', paper }, audience, options }).pdf;
  const placesIn = (pdf: Uint8Array): string => {
    try {
      auditRelease(session, release, {
        what: 'paper',
        passages: readPdf(pdf),
        beside: [],
        usual: [...printedWords(), ...PDF_WORDS],
      });
      return '';
    } catch (error) {
      return JSON.stringify(asJson(error instanceof Error && 'details' in error ? { of: error.details } : {}));
    }
  };
  const clean = print(open, BOARD);
  expect(placesIn(clean)).toBe('');
  // Whom a copy is for is the word of the person who prints it.
  const named = { ...options, copy: { number: 1, recipient: 'Quillabrandt itinerary' } };
  const order = { document: { what: 'paper', paper: open }, audience: BOARD, options: named } as const;
  expect(await codeOf(() => printOrder(unwatched, session, order))).toBeUndefined();
  const own = placesIn(print(hidden, { kind: 'self' }));
  for (const place of ['page 1', 'properties: Title', 'metadata']) expect(own).toContain(`"place":"${place}"`);
  for (const [way, plant] of Object.entries(WAYS_TO_PLANT)) {
    expect(placesIn(plant(clean, HIDDEN)), way).toContain(hidden);
    expect(placesIn(plant(clean, 'Quillabrandt itinerary')), way).toContain(hidden);
  }
});
