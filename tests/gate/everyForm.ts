import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { entriesIn } from '../helpers/bundleBytes.ts';
import { readPdf } from '../helpers/readPdf.ts';

/** What stands in the bytes of an output, in whatever form: each thing that was looked for, by the letters that make it. */
export interface Found {
  /** `canary-000123-end`, in whatever form it stood. */
  readonly canaries: ReadonlySet<string>;
  /** Ids of records, blocks and entries, and digests of files, as they stand. */
  readonly ids: ReadonlySet<string>;
}

/** Opens what is encrypted; of this only who searches knows. */
export type Open = (sealed: Buffer) => Promise<Buffer>;

const CANARY = /canary-?(\d{6})-?end/gi;
const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|inner-\d{6}-end|\b[0-9a-f]{64}\b/gi;

/**
 * Searches an output as somebody would who wants to find everything: the bytes as they are, and whatever they hold when
 * they are opened (age, tar, gzip, zip, the streams and the text of a PDF), each read as Latin and wide letters, through
 * escapes and entities, and once more where a stretch of it is hexadecimal or base64.
 */
export async function everythingIn(bytes: Buffer, open: Open): Promise<Found> {
  const canaries = new Set<string>();
  const ids = new Set<string>();
  for await (const piece of openedUp(bytes, open)) {
    for (const text of readingsOf(piece)) {
      for (const [, number] of text.matchAll(CANARY)) canaries.add(`canary-${number}-end`);
      for (const [id] of text.matchAll(IDS)) ids.add(id.toLowerCase());
    }
  }
  return { canaries, ids };
}

/** The bytes, and every piece that they hold when they are opened, however deep. */
async function* openedUp(bytes: Buffer, open: Open): AsyncGenerator<Buffer> {
  yield bytes;
  const begins = (magic: string): boolean => bytes.toString('latin1', 0, magic.length) === magic;
  if (begins('age-encryption.org/v1')) yield* openedUp(await open(bytes), open);
  else if (begins('\x1f\x8b')) yield* openedUp(gunzipSync(bytes), open);
  else if (begins('PK\x03\x04')) for (const file of filesInZip(bytes)) yield* openedUp(file, open);
  else if (begins('%PDF-')) {
    for (const stream of streamsInPdf(bytes)) yield* openedUp(stream, open);
    // Inside a PDF letters are places in a font: a reader program says which.
    const { title, metadata, text, furniture, links } = await readPdf(bytes);
    yield Buffer.from([title, metadata, text, ...furniture, ...links].join('\n'), 'utf8');
  } else if (bytes.toString('latin1', 257, 262) === 'ustar') {
    for (const { name, bytes: content } of await entriesIn(bytes)) {
      yield Buffer.from(name, 'utf8');
      yield* openedUp(content, open);
    }
  }
}

/** The content of every file in a zip archive, by its central directory. */
function filesInZip(bytes: Buffer): Buffer[] {
  const files: Buffer[] = [];
  for (
    let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20));
    files.push(bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
  }
  return files;
}

/** Every stream of a PDF, unpacked where it is packed. */
function streamsInPdf(bytes: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const begin = at + (bytes[at + 6] === 13 ? 8 : 7);
    const end = bytes.indexOf('endstream', begin);
    if (end === -1) break;
    const content = bytes.subarray(begin, end);
    try {
      streams.push(inflateSync(content));
    } catch {
      streams.push(content);
    }
    at = end;
  }
  return streams;
}

const HEX = /(?:[0-9a-f]{2}[\s:]*){12,}/gi;
const BASE64 = /[A-Za-z0-9+/_-]{12,}(?:\r?\n[A-Za-z0-9+/_-]+)*/g;

/** How a stretch of bytes may be read as text. */
function* readingsOf(bytes: Buffer): Generator<string> {
  const latin = bytes.toString('latin1');
  yield* unescaped(latin);
  // Wide letters, of either end first.
  if (latin.includes('\0')) yield* unescaped(latin.replaceAll('\0', ''));
  for (const [run] of latin.matchAll(HEX)) {
    const digits = run.replace(/[\s:]/g, '');
    for (const from of [0, 1]) yield narrowed(Buffer.from(digits.slice(from), 'hex'));
  }
  for (const [run] of latin.matchAll(BASE64)) {
    const letters = run.replace(/\s/g, '');
    for (const from of [0, 1, 2, 3]) yield narrowed(Buffer.from(letters.slice(from), 'base64'));
  }
}

function narrowed(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '');
}

/** A text as it stands, through the escapes of XML, JSON, addresses and PDF, and without what shows nothing. */
function* unescaped(text: string): Generator<string> {
  yield text;
  const written = text
    .replace(/&#(\d{1,7});/g, (_, number: string) => letter(Number(number)))
    .replace(/&#x([0-9a-f]{1,6});|\\u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_, ...digits: (string | undefined)[]) =>
      letter(Number.parseInt(digits.slice(0, 3).find((one) => one !== undefined) ?? '0', 16)),
    )
    .replace(/\\([0-7]{3})/g, (_, digits: string) => letter(Number.parseInt(digits, 8)));
  if (written !== text) yield written;
  yield written.replace(/[\s\u00ad\u200b\u2010-]+|\xc2\xad|\xe2\x80[\x8b\x90]/g, '');
}

function letter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
