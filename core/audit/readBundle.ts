import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Passage, stringsIn } from '../../domain/audit/passages.ts';
import { ATTACHMENT } from '../../domain/audit/places.ts';
import { isJson } from '../../domain/records/json.ts';
import { fileKind, MANIFEST, RECORDS, REQUIRED } from '../exchange/bundleFiles.ts';
import { unpackRecords } from '../exchange/recordLines.ts';
import { type ArchivePiece, isSealed, openContent, type SealedFile } from '../exchange/writeArchive.ts';
import { unreadable } from './pdfObjects.ts';
import { READ_ATTACHMENTS, readAttachment } from './readAttachment.ts';
import { readDocx } from './readDocx.ts';
import { readPdf } from './readPdf.ts';

/** The name that a file goes by, and the records that it came with. */
export interface Attached {
  readonly name?: string;
  readonly cameWith: ReadonlySet<string>;
}

const BLOCK = 512;

/**
 * A bundle as it is about to be sealed, read as the archive that its recipient unpacks: headers, names, and every file.
 * Of attachments the name is read, which is the digest by which the gate let them go, and of those that are texts what
 * stands in them; `attached` says what is known of each. A line of the records for which
 * `wentWhole` holds is one that the gate itself let go, byte for byte; all others are read. Throws `release.unread`.
 */
export async function readBundle(
  pieces: AsyncIterable<ArchivePiece>,
  wentWhole: (line: string) => boolean,
  attached: (sha256: string) => Attached = () => ({ cameWith: new Set() }),
): Promise<Passage[]> {
  const { bytes, absent } = await gathered(pieces);
  const passages: Passage[] = [];
  let left: number = READ_ATTACHMENTS.together;
  let at = 0;
  let number = 0;
  while (at + BLOCK <= bytes.length && bytes[at] !== 0) {
    const header = bytes.subarray(at, at + BLOCK);
    const name = nameIn(header);
    const apart = absent.get(name);
    const size = apart === undefined ? sizeIn(header) : 0;
    at += BLOCK;
    number += 1;
    const place = placeOf(name, number);
    if (apart !== undefined && apart.size <= Math.min(READ_ATTACHMENTS.each, left)) {
      left -= apart.size;
      const kind = fileKind(name);
      const { name: called = place, cameWith } = attached(kind?.is === 'blob' ? kind.sha256 : '');
      const content = await buffer(openContent(apart));
      passages.push(...(readAttachment(content, `${ATTACHMENT}${called}`, cameWith) ?? []));
    }
    if (at + size > bytes.length) throw unreadable('the archive is cut short');
    passages.push({ place: `header of ${place}`, text: header.toString('latin1') });
    for await (const passage of fileText(name, place, bytes.subarray(at, at + size), wentWhole)) {
      passages.push(passage);
    }
    const padding = bytes.subarray(at + size, at + Math.ceil(size / BLOCK) * BLOCK);
    if (padding.some((byte) => byte !== 0))
      passages.push({ place: `after ${place}`, text: padding.toString('latin1') });
    at += Math.ceil(size / BLOCK) * BLOCK;
    if (apart !== undefined) at += -apart.size & (BLOCK - 1);
  }
  passages.push({ place: 'end of the archive', text: bytes.toString('latin1', at) });
  return passages;
}

/** The archive without the content of attachments that lie encrypted in the vault, which are named with their sizes. */
async function gathered(pieces: AsyncIterable<ArchivePiece>) {
  const parts: Uint8Array[] = [];
  const absent = new Map<string, SealedFile>();
  for await (const piece of pieces) {
    if ('frame' in piece) parts.push(piece.frame);
    else if (isSealed(piece.content)) absent.set(piece.content.name, piece.content);
    else parts.push(piece.content.bytes);
  }
  return { bytes: Buffer.concat(parts), absent };
}

function nameIn(header: Buffer): string {
  const text = (from: number, length: number) => header.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  const prefix = text(345, 155);
  return prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
}

function sizeIn(header: Buffer): number {
  const size = Number.parseInt(header.toString('latin1', 124, 136), 8);
  if (!Number.isSafeInteger(size) || size < 0) throw unreadable('a size in the archive');
  return size;
}

/** What a file is called where its place is told: only by a name that every bundle has, since others may tell something. */
function placeOf(name: string, number: number): string {
  return REQUIRED.find((known) => known === name) ?? `file ${number}`;
}

async function* fileText(
  name: string,
  place: string,
  bytes: Buffer,
  wentWhole: (line: string) => boolean,
): AsyncGenerator<Passage> {
  if (name === RECORDS) {
    let number = 0;
    for await (const line of unpackRecords(Readable.from([bytes]), bytes.length)) {
      number += 1;
      if (!wentWhole(line)) yield* jsonText(`${place}, line ${number}`, line);
    }
  } else if (name === MANIFEST) yield* jsonText(place, bytes.toString('utf8'));
  else if (fileKind(name)?.is === 'copy') {
    for (const passage of readPdf(bytes)) yield { ...passage, place: `${place}, ${passage.place}` };
  } else if (name.endsWith('.docx')) {
    for (const passage of readDocx(bytes)) yield { ...passage, place: `${place}, ${passage.place}` };
  } else yield* plain(place, bytes.toString('utf8'));
}

/** Every string of a JSON value by itself. What is no JSON is read as it stands. */
function* jsonText(place: string, written: string): Generator<Passage> {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    value = written;
  }
  if (!isJson(value)) throw unreadable(place);
  for (const text of stringsIn(value)) yield* plain(place, text);
}

/** Signatures and what is sealed inside: letters that come about by chance. */
const OPAQUE = /(?<!\S)[A-Za-z0-9+/=]{40,}(?!\S)/g;

function* plain(place: string, text: string): Generator<Passage> {
  const readable = text.replace(OPAQUE, ' ');
  yield { place, text: readable };
  if (readable !== text) yield { place, text, raw: true };
}
