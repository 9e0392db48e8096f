import { inflateSync } from 'node:zlib';
import type { Dropped, Unbound } from '../../domain/documents/annexFiles.ts';
import { type PdfValue, pdfTokens } from '../audit/pdfSyntax.ts';
import { lzwLength } from './lzwLength.ts';

type Dictionary = ReadonlyMap<string, PdfValue>;

/** What a PDF is, as far as one has to know before its pages are bound in. */
export interface InspectedPdf {
  /** 0 where it cannot be bound in. */
  readonly pages: number;
  readonly dropped: readonly Dropped[];
  readonly unbound?: Unbound;
}

/** What is bound in at most; what is larger is listed. */
export const PDF_LIMITS = {
  bytes: 100_000_000,
  pages: 2000,
  /** Unpacked: one stream, and all of a file. */
  stream: 128 * 1024 * 1024,
  unpacked: 768 * 1024 * 1024,
  /** Points of one picture in it. */
  pixels: 120_000_000,
  objects: 2_000_000,
} as const;

const OBJECT = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![^\0\t\n\f\r ()<>[\]{}/%])/g;
const STREAM = /[\0\t\n\f\r ]*stream\r?\n/y;
const NONE: Dictionary = new Map();

/** Stops the inspection: it is not bound in, and why. */
class NotBound extends Error {
  readonly why: Unbound;

  constructor(why: Unbound) {
    super(why);
    this.why = why;
  }
}

/**
 * Looks a PDF through by its objects as they stand in the file, whatever its tables say, before anything draws it: how
 * many pages it has, whether it unpacks to what is reasonable, and what it has that does not come along. Never throws for
 * what is in it; every number is bounded. May take seconds, so it runs in a thread of its own.
 */
export function inspectPdf(bytes: Uint8Array): InspectedPdf {
  try {
    return inspected(bytes);
  } catch (error) {
    return { pages: 0, dropped: [], unbound: error instanceof NotBound ? error.why : 'broken' };
  }
}

function inspected(bytes: Uint8Array): InspectedPdf {
  if (bytes.length > PDF_LIMITS.bytes) throw new NotBound('tooLarge');
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!source.slice(0, 1024).includes('%PDF-')) throw new NotBound('broken');
  if (!source.slice(-2048).includes('%%EOF')) throw new NotBound('broken');
  const { objects, trailers, outside } = objectsIn(source, bytes);
  if (trailers.some((trailer) => trailer.has('Encrypt'))) throw new NotBound('encrypted');
  const resolve = (value: PdfValue | undefined): PdfValue | undefined =>
    value?.is === 'reference' ? objects.get(value.object) : value;
  const dictionary = (value: PdfValue | undefined): Dictionary => {
    const found = resolve(value);
    return found?.is === 'dictionary' ? found.entries : NONE;
  };
  const root = trailers.findLast((trailer) => trailer.has('Root'))?.get('Root');
  const pages = countPages(dictionary(root).get('Pages'), objects, dictionary, resolve);
  const dropped = new Set<Dropped>(outside ? ['outside'] : []);
  for (const value of objects.values()) noteDropped(value, dropped);
  if (trailers.some((trailer) => trailer.has('Info'))) dropped.add('metadata');
  return { pages, dropped: ORDER.filter((part) => dropped.has(part)) };
}

interface Scanned {
  readonly objects: Map<number, PdfValue>;
  readonly trailers: Dictionary[];
  /** A stream that lies in another file. */
  readonly outside: boolean;
}

function objectsIn(source: string, bytes: Uint8Array): Scanned {
  const objects = new Map<number, PdfValue>();
  const trailers: Dictionary[] = [];
  let outside = false;
  let left: number = PDF_LIMITS.unpacked;
  let end = 0;
  for (;;) {
    OBJECT.lastIndex = end;
    const found = OBJECT.exec(source);
    if (found === null) break;
    const tokens = pdfTokens(source, { from: OBJECT.lastIndex, references: true });
    const value = tokens.next() ?? { is: 'word', word: 'null' };
    end = Math.max(tokens.at, OBJECT.lastIndex);
    STREAM.lastIndex = tokens.at;
    if (value.is === 'dictionary' && STREAM.test(source)) {
      const begin = STREAM.lastIndex;
      end = endOfStream(source, begin, value.entries.get('Length'));
      const type = nameOf(value.entries.get('Type'));
      outside ||= value.entries.has('F');
      const open = unpackedLength(bytes.subarray(begin, end), value.entries, left, type === 'ObjStm');
      left -= open.length;
      if (type === 'XRef') trailers.push(value.entries);
      if (type === 'ObjStm') for (const [number, inner] of within(open.text, value.entries)) objects.set(number, inner);
    }
    objects.set(Number(found[1]), value);
    if (objects.size > PDF_LIMITS.objects) throw new NotBound('unpacksTooLarge');
  }
  for (const { index } of source.matchAll(/trailer[\0\t\n\f\r ]*<</g)) {
    const tokens = pdfTokens(source, { from: index + 'trailer'.length, references: true });
    const value = tokens.next();
    if (value?.is === 'dictionary') trailers.push(value.entries);
  }
  return { objects, trailers, outside };
}

function endOfStream(source: string, begin: number, length: PdfValue | undefined): number {
  const said = length?.is === 'number' ? begin + length.number : -1;
  if (said >= begin && /^\s{0,2}endstream/.test(source.slice(said, said + 12))) return said;
  const found = source.indexOf('endstream', begin);
  if (found === -1) throw new NotBound('broken');
  return found;
}

/** How long a stream is once it is unpacked, and what is in it where that is asked for. */
function unpackedLength(bytes: Uint8Array, entries: Dictionary, left: number, wanted: boolean) {
  const points = numberOf(entries.get('Width')) * numberOf(entries.get('Height'));
  if (points > PDF_LIMITS.pixels) throw new NotBound('unpacksTooLarge');
  const filter = entries.get('Filter') ?? entries.get('FFilter');
  const filters = filter?.is === 'array' ? filter.values : filter === undefined ? [] : [filter];
  const most = Math.min(left, PDF_LIMITS.stream);
  let open: Uint8Array = bytes;
  for (const each of filters) {
    const name = nameOf(each);
    if (name === 'LZWDecode' || name === 'LZW') return { length: atMost(lzwLength(open, most), most), text: '' };
    if (name !== 'FlateDecode' && name !== 'Fl') break;
    open = inflated(open, most);
  }
  return {
    length: atMost(open.length, most),
    text: wanted ? Buffer.from(open.buffer, open.byteOffset, open.byteLength).toString('latin1') : '',
  };
}

function inflated(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const tooLarge =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE');
    throw new NotBound(tooLarge ? 'unpacksTooLarge' : 'broken');
  }
}

function atMost(length: number, most: number): number {
  if (length >= most) throw new NotBound('unpacksTooLarge');
  return length;
}

/** The objects inside an object stream (ISO 32000-2, 7.5.7). */
function* within(text: string, entries: Dictionary): Generator<[number: number, value: PdfValue]> {
  const first = numberOf(entries.get('First'));
  const count = Math.min(numberOf(entries.get('N')), PDF_LIMITS.objects);
  const head = pdfTokens(text.slice(0, first));
  for (let at = 0; at < count; at += 1) {
    const number = head.next();
    const offset = head.next();
    if (number?.is !== 'number' || offset?.is !== 'number') return;
    const value = pdfTokens(text, { from: first + offset.number, references: true }).next();
    if (value !== undefined) yield [number.number, value];
  }
}

function countPages(
  from: PdfValue | undefined,
  objects: ReadonlyMap<number, PdfValue>,
  dictionary: (value: PdfValue | undefined) => Dictionary,
  resolve: (value: PdfValue | undefined) => PdfValue | undefined,
): number {
  const seen = new Set<number>();
  const open: (PdfValue | undefined)[] = [from];
  let pages = 0;
  while (open.length > 0) {
    const node = open.pop();
    if (node?.is === 'reference') {
      if (seen.has(node.object)) throw new NotBound('cyclic');
      if (!objects.has(node.object)) throw new NotBound('broken');
      seen.add(node.object);
    }
    const entries = dictionary(node);
    const kids = resolve(entries.get('Kids'));
    if (kids?.is === 'array') for (const kid of kids.values) open.push(kid);
    else if (nameOf(entries.get('Type')) === 'Page' || entries.has('Contents')) pages += 1;
    if (pages > PDF_LIMITS.pages) throw new NotBound('tooManyPages');
  }
  if (pages === 0) throw new NotBound('broken');
  return pages;
}

const ORDER: readonly Dropped[] = [
  ...(['scripts', 'forms', 'actions', 'links', 'notes', 'embeddedFiles', 'media', 'outside', 'metadata'] as const),
];
/** What a key of a dictionary says of what is there. */
const BY_KEY: Readonly<Record<string, Dropped>> = {
  JS: 'scripts',
  JavaScript: 'scripts',
  AcroForm: 'forms',
  XFA: 'forms',
  OpenAction: 'actions',
  AA: 'actions',
  EmbeddedFiles: 'embeddedFiles',
  EF: 'embeddedFiles',
  Ref: 'outside',
  Metadata: 'metadata',
};
/** What a note on a page is, by its sort; every other is a note or a stamp. */
const BY_SUBTYPE: Readonly<Record<string, Dropped>> = {
  Link: 'links',
  Widget: 'forms',
  FileAttachment: 'embeddedFiles',
  RichMedia: 'media',
  Screen: 'media',
  Movie: 'media',
  Sound: 'media',
  '3D': 'media',
};
const BY_ACTION: Readonly<Record<string, Dropped>> = {
  JavaScript: 'scripts',
  Launch: 'actions',
  SubmitForm: 'forms',
  ImportData: 'outside',
  GoToR: 'outside',
  GoToE: 'embeddedFiles',
};

/** Notes what of a value does not come along; into what it holds, which is bounded in depth by its reader. */
function noteDropped(value: PdfValue, dropped: Set<Dropped>): void {
  if (value.is === 'array') for (const inner of value.values) noteDropped(inner, dropped);
  if (value.is !== 'dictionary') return;
  const { entries } = value;
  for (const [key, inner] of entries) {
    const part = Object.hasOwn(BY_KEY, key) ? BY_KEY[key] : undefined;
    if (part !== undefined) dropped.add(part);
    noteDropped(inner, dropped);
  }
  const action = nameOf(entries.get('S'));
  const byAction = Object.hasOwn(BY_ACTION, action) ? BY_ACTION[action] : undefined;
  if (byAction !== undefined) dropped.add(byAction);
  const subtype = nameOf(entries.get('Subtype'));
  if (!entries.has('Rect') || subtype === '') return;
  dropped.add((Object.hasOwn(BY_SUBTYPE, subtype) ? BY_SUBTYPE[subtype] : undefined) ?? 'notes');
}

function nameOf(value: PdfValue | undefined): string {
  return value?.is === 'name' ? value.name : '';
}

function numberOf(value: PdfValue | undefined): number {
  return value?.is === 'number' && Number.isFinite(value.number) ? Math.max(0, value.number) : 0;
}
