import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { printToFile } from '../../../core/documents/printToFile.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { searchLibrary } from '../../../core/library/searchLibrary.ts';
import { redact, redactionsOf } from '../../../core/papers/redactions.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import { AuditDetails } from '../../../domain/audit/audit.ts';
import type { Redaction } from '../../../domain/papers/redaction/redactPaper.ts';
import { textPlaces } from '../../../domain/papers/redaction/textPlaces.ts';
import { occurrences } from '../../../domain/papers/redaction/words.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { refusal } from '../../helpers/aSession.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { footnote, heading, paragraph, table, words } from '../../helpers/documentNodes.ts';
import { openByHand } from '../../helpers/openByHand.ts';
import { readPdf } from '../../helpers/readPdf.ts';
import { aNetwork, aPaper, attach, type Desk, NORTHMARK, seal, TAVANIA } from '../exchange/aNetwork.ts';
import { unpackedEntries } from '../exchange/forgery.ts';

const PASSPHRASE = 'six blackened words are gone';
const COMMUNITY: Audience = { kind: 'community', bodies: [TAVANIA, NORTHMARK] };
const SECRETS = ['Quillabrandt', 'Zephyrine Ostrander', 'the ferry at Lowmere quay', 'July'];
const BODY = {
  type: 'doc',
  content: [
    heading('h', 'What Quillabrandt told'),
    paragraph(
      'p',
      words('Zephyrine '),
      words('Ostrander', 'bold'),
      words(' left by the ferry at Lowmere quay in July.'),
    ),
    paragraph('n', words('Heard twice'), footnote('By Quillabrandt.'), words('.')),
    table('t', 'What Zephyrine Ostrander saw', [['Who'], ['Quillabrandt']]),
  ],
};

function everywhere(desk: Desk, paper: RecordId, passages: readonly string[]): Redaction[] {
  return textPlaces(readRecord(desk.session.vault, paper).body).flatMap(({ key, text }) =>
    passages.flatMap((passage) =>
      occurrences(text, passage).map((range) => ({ place: key, ...range, reason: 'A source' })),
    ),
  );
}

function make(desk: Desk, paper: RecordId, passages: readonly string[], attachments: string[] = []) {
  const { digest } = redactionsOf(desk.session, paper);
  return redact(desk.session, { paper, digest, passages: everywhere(desk, paper, passages), attachments });
}

async function aRedactedPaper() {
  const { secretariat, tavania } = await aNetwork();
  const paper = aPaper(secretariat, 'On Quillabrandt', { body: BODY, purpose: 'To hear Zephyrine Ostrander' });
  await attach(secretariat, paper);
  const made = make(secretariat, paper, SECRETS);
  return { secretariat, tavania, paper, ...made };
}

/** The ways in which words could lie in bytes. */
const written = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text.toUpperCase()),
  Buffer.from(text.toLowerCase()),
  Buffer.from(Buffer.from(text).toString('hex')),
  Buffer.from(Buffer.from(text).toString('hex').toUpperCase()),
  Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1)),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf16le').swap16(),
];

/** Bytes, and what lies packed in them. */
function unpacked(bytes: Buffer): Buffer {
  const parts = [bytes];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const from = at + (bytes[at + 6] === 13 ? 8 : 7);
    try {
      parts.push(inflateSync(bytes.subarray(from), { finishFlush: 2 }));
    } catch {
      // Not a packed stream.
    }
  }
  return Buffer.concat(parts);
}

function found(bytes: Buffer, secrets = SECRETS.slice(0, 3)): string[] {
  return secrets.filter((secret) => written(secret).some((way) => bytes.includes(way)));
}

function print(desk: Desk, paper: RecordId, audience: Audience) {
  const file = join(aFolder(), 'paper.pdf');
  printToFile(unwatched, desk.session, {
    document: { what: 'paper', paper },
    audience,
    options: PrintOptions.parse({}),
    file,
  });
  return file;
}

it('is a paper of its own, whose original and reasons stay with the organisation that wrote it', async () => {
  const { secretariat, tavania, paper, version, redaction } = await aRedactedPaper();
  const { vault } = secretariat.session;
  const made = readRecord(vault, version);
  expect(found(Buffer.from(JSON.stringify(made)))).toEqual([]);
  expect(JSON.stringify(made)).not.toContain(paper);
  expect(made.body.attachments).toBeUndefined();
  expect(readRecord(vault, redaction)).toMatchObject({
    handling: { label: 'TLP:AMBER+STRICT' },
    body: { paper, version, passages: expect.arrayContaining([expect.objectContaining({ reason: 'A source' })]) },
  });
  expect(redactionsOf(secretariat.session, version).of).toMatchObject({ paper, redaction, outdated: false });
  expect(redactionsOf(secretariat.session, paper).versions).toMatchObject([{ paper: version, outdated: false }]);
  // It is found by its own words only, and what was blacked out by none.
  const search = (query: string) => searchLibrary(vault, query).hits.map(({ record }) => record);
  expect(search('Quillabrandt')).toEqual([paper]);
  expect(search('Heard twice').toSorted()).toEqual([paper, version].toSorted());
  // The board gets the version, and no trace of where it comes from.
  const { file } = await seal(secretariat, [tavania], { records: [version] });
  const bytes = await unpackedEntries(file, tavania);
  expect(bytes.includes(version)).toBe(true);
  expect(bytes.includes(redaction) || bytes.includes(paper)).toBe(false);
  // Once the original says something else, the version may be out of date.
  editRecord(secretariat.session, paper, { purpose: 'To hear somebody else' });
  expect(redactionsOf(secretariat.session, version).of?.outdated).toBe(true);
});

it('has no run of what was blacked out in any byte of what is printed, sealed or told to an audience', async () => {
  const { secretariat, version } = await aRedactedPaper();
  editRecord(secretariat.session, version, {}, { mark: { label: 'TLP:GREEN', distribution: { to: 'community' } } });
  const file = print(secretariat, version, COMMUNITY);
  const pdf = readFileSync(file);
  expect(found(unpacked(pdf))).toEqual([]);
  const read = await readPdf(pdf);
  expect(found(Buffer.from(JSON.stringify(read)), SECRETS)).toEqual([]);
  // The bar is read aloud, and copied, as the word in it.
  expect(read.text).toMatch(/redacted\s*left by\s*redacted\s*in\s*redacted/);
  expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toMatch(/redacted\s+left by\s+redacted/);
  const sealed = join(aFolder(), 'community.amber');
  await seal(secretariat, [], { audience: COMMUNITY, records: [version], passphrase: PASSPHRASE, file: sealed });
  const opened = await openByHand(sealed, PASSPHRASE);
  expect(found(Buffer.concat([...opened.values()]), SECRETS)).toEqual([]);
  const { release } = releaseFor(secretariat.session, { of: 'records', records: [version] }, COMMUNITY, 'documents');
  expect(found(Buffer.from(JSON.stringify(release)), SECRETS)).toEqual([]);
});

it('is held to it afterwards: whoever types a name back in cannot let it leave', async () => {
  const { secretariat, version, redaction } = await aRedactedPaper();
  editRecord(secretariat.session, version, { purpose: 'To hear somebody, in July' });
  const error: unknown = await Promise.resolve()
    .then(() => print(secretariat, version, { kind: 'board' }))
    .catch((failed: unknown) => failed);
  expect(error).toMatchObject({ code: 'release.audit' });
  const { leaks } = AuditDetails.parse(error instanceof Error && 'details' in error ? error.details : undefined);
  expect(leaks).toMatchObject([{ record: version, within: version }]);
  expect(await codeOf(() => seal(secretariat, [], { records: [version], passphrase: PASSPHRASE }))).toBe(
    'release.audit',
  );
  expect(JSON.stringify(leaks)).not.toContain('July');
  expect(readRecord(secretariat.session.vault, redaction).deleted).toBe(false);
});

it('is not made while the words stand elsewhere, of a text that changed, of nothing, or by another organisation', async () => {
  const { secretariat, tavania } = await aNetwork();
  const paper = aPaper(secretariat, 'On Quillabrandt', { body: BODY });
  const { digest } = redactionsOf(secretariat.session, paper);
  const [first] = everywhere(secretariat, paper, ['Quillabrandt']);
  const order = { paper, digest, passages: first === undefined ? [] : [first], attachments: [] };
  expect(refusal(() => redact(secretariat.session, order), 'redaction.stands')).toEqual({ passages: 1 });
  refusal(() => redact(secretariat.session, { ...order, passages: [] }), 'redaction.nothing');
  refusal(() => redact(secretariat.session, { ...order, digest: 'another' }), 'redaction.changed');
  const foreign = aPaper(tavania, 'Theirs');
  refusal(() => redact(secretariat.session, { ...order, paper: foreign }), 'record.missing');
  expect(redactionsOf(secretariat.session, paper).versions).toEqual([]);
});
