import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { Passage } from '../../domain/audit/passages.ts';
import { AmberdeskError } from '../../domain/errors.ts';

/** In bytes, unpacked; a paper with 400 pages of tables has some 40 MiB. */
const MOST = 256 * 1024 * 1024;

/** What ends a line for whoever reads: a paragraph, a break, a tab. */
const ENDS_LINE = /^<(?:\/w:p|w:p\/|w:br|w:cr|w:tab|\/dc:\w+|\/cp:\w+)(?=[\s/>]|$)/;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * A Word file as its reader finds it: the text of each part paragraph by paragraph, whatever runs it is cut into, the
 * properties and where links lead; and every part and name else as it lies there. Throws `release.unread` for what is no
 * zip file, or holds anything but XML and the pictures that were put into it.
 */
export function* readDocx(
  bytes: Uint8Array,
  unpackedBytes: number = MOST,
  /** `all`: what is made here, in which there is nothing but XML. `text`: another's, of which pictures are passed over. */
  read: 'all' | 'text' = 'all',
  /** The digests of the pictures that were put in: each is there as it was released, or nothing of the file leaves. */
  pictures: ReadonlySet<string> = new Set(),
): Iterable<Passage> {
  for (const [name, content] of entriesOf(bytes, unpackedBytes)) {
    yield { place: 'a name in the file', text: name, raw: true };
    const isXml = /\.(?:xml|rels)$/.test(name);
    if (!isXml && read === 'text') continue;
    if (!isXml) {
      if (!pictures.has(createHash('sha256').update(content).digest('hex'))) {
        throw new AmberdeskError('release.unread', { in: 'a part that is no XML' });
      }
      yield { place: 'a picture', text: Buffer.from(content).toString('latin1'), raw: true };
      continue;
    }
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(content);
    yield* textOf(xml, placeOf(name));
    yield* attributesOf(xml, placeOf(name));
    yield { place: placeOf(name), text: xml, raw: true };
  }
  yield { place: 'the file', text: Buffer.from(bytes).toString('latin1'), raw: true };
}

function entriesOf(bytes: Uint8Array, most: number): [string, Uint8Array][] {
  let sum = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        sum += originalSize;
        if (sum > most) throw new RangeError('too large');
        return true;
      },
    });
    return Object.entries(entries);
  } catch (cause) {
    throw new AmberdeskError('release.unread', { in: 'the zip file' }, { cause });
  }
}

/** Parts by the names that a person has for them. */
function placeOf(name: string): string {
  if (name === 'word/document.xml') return 'the text';
  if (/^word\/(?:header|footer)\d*\.xml$/.test(name)) return 'the head or foot of the pages';
  if (/^word\/(?:footnotes|endnotes)\.xml$/.test(name)) return 'the notes';
  if (/^docProps\//.test(name)) return 'properties';
  return name.endsWith('.rels') ? 'a link' : 'a part of the file';
}

/** The words between tags, line by line. */
function* textOf(xml: string, place: string): Generator<Passage> {
  let line = '';
  for (const [piece] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith('<')) line += decoded(piece);
    else if (ENDS_LINE.test(piece) && line !== '') {
      yield { place, text: line };
      line = '';
    }
  }
  if (line !== '') yield { place, text: line };
}

/** Where links lead, and what stands in place of pictures: read aloud, shown, or followed. */
function* attributesOf(xml: string, place: string): Generator<Passage> {
  for (const [, , value = ''] of xml.matchAll(/\s(Target|title|descr|alt|string|w:anchor)="([^"]*)"/g)) {
    yield { place, text: decoded(value) };
    yield { place, text: unescaped(decoded(value)) };
  }
}

/** An address as its words are read. */
function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The text that XML writes with entities. */
export function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi,
    (all, hex?: string, decimal?: string, name = '') => {
      if (hex === undefined && decimal === undefined) return ENTITIES[name] ?? all;
      const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
