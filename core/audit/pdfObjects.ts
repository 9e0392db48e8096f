import { inflateSync } from 'node:zlib';
import { AmberdeskError } from '../../domain/errors.ts';
import { isWord, type PdfValue, pdfTokens } from './pdfSyntax.ts';

type Dictionary = ReadonlyMap<string, PdfValue>;

/** An object of a file, with what its stream holds once it is unpacked. */
export interface PdfObject {
  readonly value: PdfValue;
  /** Characters of Latin-1. */
  readonly stream?: string;
}

/** A file taken apart. */
export interface PdfFile {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** The file without its streams: its syntax, with comments and all that stands between objects. */
  readonly syntax: string;
  readonly trailer: Dictionary;
  /** What a value stands for. */
  resolve(value: PdfValue | undefined): PdfObject | undefined;
  dictionary(value: PdfValue | undefined): Dictionary;
}

const OBJECT = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj(?![^\0\t\n\f\r ()<>[\]{}/%])/g;
const STREAM = /[\0\t\n\f\r ]*stream\r?\n/y;
const LARGEST = 512 * 1024 * 1024;
const NONE: Dictionary = new Map();

/**
 * Takes a PDF apart (ISO 32000-2, 7.3 and 7.5) by its objects as they stand in the file. Throws `release.unread` for what
 * could hide something from this reader: encryption, objects inside streams, filters that it does not know, and more than
 * `unpackedBytes` of content.
 */
export function readPdfObjects(bytes: Uint8Array, unpackedBytes = LARGEST): PdfFile {
  let left = unpackedBytes;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects = new Map<number, PdfObject>();
  const syntax: string[] = [];
  let end = 0;
  for (;;) {
    OBJECT.lastIndex = end;
    const found = OBJECT.exec(source);
    if (found === null) break;
    const tokens = pdfTokens(source, { from: OBJECT.lastIndex, references: true });
    const value = tokens.next() ?? { is: 'word', word: 'null' };
    const number = Number(found[1]);
    if (objects.has(number)) throw unreadable('an object stands twice');
    STREAM.lastIndex = tokens.at;
    if (value.is === 'dictionary' && STREAM.test(source)) {
      const begin = STREAM.lastIndex;
      syntax.push(source.slice(end, begin));
      end = endOfStream(source, begin, value.entries.get('Length'));
      const stream = unpacked(bytes.subarray(begin, end), value.entries, left);
      left -= stream.length;
      if (left <= 0) throw unreadable('more than is read');
      objects.set(number, { value, stream });
    } else {
      syntax.push(source.slice(end, tokens.at));
      end = tokens.at;
      objects.set(number, { value });
    }
  }
  syntax.push(source.slice(end));
  const trailer = trailerOf(source.slice(end));
  if (trailer.has('Encrypt')) throw unreadable('encrypted');
  const resolve = (value: PdfValue | undefined): PdfObject | undefined =>
    value?.is === 'reference' ? objects.get(value.object) : value === undefined ? undefined : { value };
  return {
    objects,
    syntax: syntax.join(''),
    trailer,
    resolve,
    dictionary(value) {
      const found = resolve(value)?.value;
      return found?.is === 'dictionary' ? found.entries : NONE;
    },
  };
}

export function unreadable(why: string): AmberdeskError {
  return new AmberdeskError('release.unread', { in: why });
}

function endOfStream(source: string, begin: number, length: PdfValue | undefined): number {
  const said = length?.is === 'number' ? begin + length.number : -1;
  if (said >= begin && /^\s{0,2}endstream/.test(source.slice(said, said + 12))) return said;
  const found = source.indexOf('endstream', begin);
  return found === -1 ? source.length : found;
}

function unpacked(bytes: Uint8Array, dictionary: Dictionary, most: number): string {
  const type = dictionary.get('Type');
  if (type?.is === 'name' && (type.name === 'ObjStm' || type.name === 'XRef')) throw unreadable(type.name);
  if (dictionary.has('F')) throw unreadable('a stream outside the file');
  // The points of a picture: no text that a reader could search or copy, and by far the most of a file.
  if (isPicture(dictionary)) return '';
  const filter = dictionary.get('Filter');
  const filters = filter?.is === 'array' ? filter.values : filter === undefined ? [] : [filter];
  let open = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const each of filters) {
    if (each.is !== 'name' || each.name !== 'FlateDecode') throw unreadable('a filter');
    try {
      open = inflateSync(open, { maxOutputLength: most });
    } catch (cause) {
      throw new AmberdeskError('release.unread', { in: 'a stream' }, { cause });
    }
  }
  return open.toString('latin1');
}

function isPicture(dictionary: Dictionary): boolean {
  const subtype = dictionary.get('Subtype');
  return subtype?.is === 'name' && subtype.name === 'Image';
}

function trailerOf(rest: string): Dictionary {
  const at = rest.lastIndexOf('trailer');
  if (at === -1) throw unreadable('no trailer');
  const tokens = pdfTokens(rest, { from: at, references: true });
  if (!isWord(tokens.next(), 'trailer')) throw unreadable('no trailer');
  const value = tokens.next();
  return value?.is === 'dictionary' ? value.entries : NONE;
}
