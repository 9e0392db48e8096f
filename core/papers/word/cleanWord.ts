import { unzipSync, type Zippable, zipSync } from 'fflate';
import { AmberdeskError } from '../../../domain/errors.ts';
import { malformed } from '../../load/malformed.ts';
import { type ImportNote, importNote } from '../importNotes.ts';
import { withListStarts } from './listStarts.ts';
import { type CommentFacts, commentFacts, withCommentEdges } from './marginComments.ts';
import { struckOut } from './struckOut.ts';
import { mediaOf, type WordMedia, withPlaces } from './wordMedia.ts';

/** Bytes of all parts that are read, unpacked; of the text alone; and how many parts a file may have. */
const TOGETHER = 64 * 1024 * 1024;
const TEXT = 16 * 1024 * 1024;
const PARTS = 5_000;
/** Elements inside one another: a table in a table in a text box has some 40. */
const DEEPEST = 250;
/** Cells of all tables together: more than a bundle could hold. */
const CELLS = 20_000;

/** The parts of a Word file of which a text is made. All others stay behind. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?(?:document\d*|styles|numbering|footnotes|endnotes|comments|commentsExtended)\.xml(?:\.rels)?)$/;

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A Word file of which only what makes its text is left, and what was left out. */
export interface CleanWord {
  readonly file: Buffer;
  readonly notes: readonly ImportNote[];
  readonly comments: ReadonlyMap<string, CommentFacts>;
  /** Its pictures, which are not in `file`. */
  readonly media: ReadonlyMap<string, WordMedia>;
}

/**
 * Opens a Word file for reading: bounded whatever it claims, without programs, embedded files, pictures and what would be
 * fetched from elsewhere. Throws `load.tooLarge`; and `load.malformed` for what is no Word file, is locked with a
 * password or of an old form, is cut short, declares entities of its own, or nests without end.
 */
export function cleanWord(bytes: Uint8Array): CleanWord {
  const { parts, notes } = cleanParts(bytes);
  const media = mediaOf(bytes, parts);
  const kept: Zippable = {};
  for (const [name, xml] of parts) {
    const read = name === '[Content_Types].xml' ? withPlaces(media.keys()) : withCommentEdges(xml);
    kept[name] = [Buffer.from(read), { level: 0 }];
  }
  return {
    file: Buffer.from(zipSync(kept)),
    notes: [...notes, ...struckOut(parts)],
    comments: commentFacts(parts),
    media,
  };
}

/** The parts of which a text is made, by name, each ready to be read; throws as `cleanWord` does. */
export function cleanParts(bytes: Uint8Array): {
  readonly parts: ReadonlyMap<string, string>;
  readonly notes: readonly ImportNote[];
} {
  if (Buffer.from(bytes.subarray(0, 4)).equals(OLE)) throw refused(isLocked(bytes) ? LOCKED : OLD);
  const names: string[] = [];
  const parts = unpack(bytes, names);
  const kept = new Map<string, string>();
  let everything = '';
  for (const [name, content] of Object.entries(parts)) {
    const xml = decode(content);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw refused(ENTITIES);
    refuseEndless(xml);
    kept.set(name, forReading(name, xml));
    everything += xml;
  }
  if (!kept.has('word/document.xml')) throw refused(NO_WORD);
  if ((everything.match(/<w:tc[ >]/g)?.length ?? 0) > CELLS)
    throw new AmberdeskError('load.tooLarge', { cells: CELLS });
  return { parts: kept, notes: leftOut(names, everything) };
}

const NO_WORD = 'This is no Word file (.docx).';
const LOCKED = 'This file is locked with a password. Save it without one, and take it in again.';
const OLD = 'This is a file of an old Word (.doc). Save it as .docx, and take it in again.';
const ENTITIES = 'This file declares entities of its own, as no word processor does. It is not read.';
const CUT = 'This file is damaged or cut short.';

function refused(sentence: string, cause?: unknown): Error {
  return malformed([{ line: 0, sentence }], cause);
}

/** Whether a file could not be read since it is damaged or of another sort, and not since it is made to harm. */
export function isDamaged(error: unknown): boolean {
  if (!(error instanceof AmberdeskError) || error.code !== 'load.malformed') return false;
  const said = JSON.stringify(error.details);
  return [CUT, NO_WORD].some((sentence) => said.includes(JSON.stringify(sentence)));
}

function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** The parts that are read, by name. What a part claims to be is what it may be: more is an error. */
function unpack(bytes: Uint8Array, names: string[]): Record<string, Uint8Array> {
  let together = 0;
  const parts: Record<string, Uint8Array> = {};
  const isTooLarge = () => names.length > PARTS || together > TOGETHER;
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (isTooLarge() || !READ.test(name)) return false;
        together += originalSize > TEXT ? Number.POSITIVE_INFINITY : originalSize;
        return !isTooLarge();
      },
    });
    Object.assign(parts, unpacked);
  } catch (cause) {
    throw refused(Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK' ? CUT : NO_WORD, cause);
  }
  if (isTooLarge()) throw new AmberdeskError('load.tooLarge', { bytes: TEXT, parts: PARTS });
  return parts;
}

function decode(content: Uint8Array): string {
  try {
    const isWide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
    if (isWide) throw new TypeError('UTF-16');
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw refused(CUT, cause);
  }
}

function refuseEndless(xml: string): void {
  let depth = 0;
  for (const [tag] of xml.matchAll(/<\/?[A-Za-z][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > DEEPEST) throw refused('Tables or frames stand inside one another too deeply to be read.');
  }
  if (depth !== 0) throw refused(CUT);
}

function forReading(name: string, xml: string): string {
  if (name.endsWith('.rels')) return withoutRemote(xml);
  return name === 'word/numbering.xml' ? withListStarts(xml) : withFormulas(xml);
}

/** Only links that a person follows may lead out of the file. What else did leads nowhere. */
function withoutRemote(xml: string): string {
  return xml.replace(/<Relationship\b[^>]*>/g, (tag) =>
    isRemote(tag)
      ? tag.replace(/\sTargetMode\s*=\s*"[^"]*"/i, '').replace(/\sTarget\s*=\s*"[^"]*"/, ' Target="nowhere"')
      : tag,
  );
}

function isRemote(relationship: string): boolean {
  return /TargetMode\s*=\s*"External"/i.test(relationship) && !/\/hyperlink"/.test(relationship);
}

/** Formulas stand as the characters that they are written with. */
function withFormulas(xml: string): string {
  if (!xml.includes('<m:oMath')) return xml;
  return xml
    .replace(/<m:oMathPara\b[^>]*>([\s\S]*?)<\/m:oMathPara>/g, '$1')
    .replace(/<m:oMath\b[^>]*>([\s\S]*?)<\/m:oMath>/g, (_all, formula: string) => {
      const signs = [...formula.matchAll(/<m:t\b[^>]*>([^<]*)<\/m:t>/g)].map(([, sign = '']) => sign).join('');
      return `<w:r><w:t xml:space="preserve">${signs}</w:t></w:r>`;
    });
}

/** Heads and feet that this application wrote are written anew. */
const OUR_FURNITURE = '<w:name w:val="Page furniture"';

/** What is not taken in, by the parts that stay behind and by what stands in those that are read. */
function leftOut(names: readonly string[], xml: string): ImportNote[] {
  const any = (pattern: RegExp) => names.some((name) => pattern.test(name));
  return [
    ...(any(/vbaProject|vbaData|activeX/i) ? [importNote('macro')] : []),
    ...(any(/^word\/embeddings\//) ? [importNote('embedded')] : []),
    ...([...xml.matchAll(/<Relationship\b[^>]*>/g)].some(([tag]) => isRemote(tag)) ? [importNote('remote')] : []),
    ...(/<w:(?:ins|del|moveFrom|moveTo) /.test(xml) ? [importNote('tracked')] : []),
    ...(xml.includes('<m:oMath') ? [importNote('formula')] : []),
    ...(/<(?:c|cx):chart\b|<dgm:relIds\b/.test(xml) ? [importNote('chart')] : []),
    ...(any(/^word\/(?:header|footer)\d*\.xml$/) && !xml.includes(OUR_FURNITURE) ? [importNote('furniture')] : []),
  ];
}
