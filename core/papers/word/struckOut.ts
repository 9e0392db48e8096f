import { decoded } from '../../audit/readDocx.ts';
import { type ImportNote, importNote } from '../importNotes.ts';

/** So many are listed with their words, and so many letters of each. */
const [LISTED, LETTERS] = [100, 300];
const TEXTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];

interface Struck {
  readonly by: string;
  words: string;
  /** Nothing that stayed in the text stands after it yet: what follows belongs to it. */
  isOpen: boolean;
}

/** What a file had struck out, with its words, and who struck it out when. Word cuts one deletion into many. */
export function struckOut(parts: ReadonlyMap<string, string>): ImportNote[] {
  const found: Struck[] = [];
  for (const name of TEXTS) strikeIn(parts.get(name) ?? '', found);
  const said = found
    .map(({ by, words }) => ({ by, words: words.replace(/\s+/g, ' ').trim() }))
    .filter(({ words }) => words !== '');
  const notes = said.slice(0, LISTED).map(({ by, words }) => {
    const shown = words.length > LETTERS ? `${words.slice(0, LETTERS)}…` : words;
    return importNote('struckOut', undefined, by === '' ? shown : `${by}: ${shown}`);
  });
  return said.length > LISTED ? [...notes, importNote('moreStruckOut')] : notes;
}

function strikeIn(xml: string, found: Struck[]): void {
  if (!xml.includes('<w:delText')) return;
  let open: Struck | undefined;
  let isText = false;
  for (const [piece] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith('<')) {
      if (isText && open !== undefined) open.words += decoded(piece);
    } else if (/^<w:del[\s>]/.test(piece) && !piece.endsWith('/>')) {
      open = begin(piece, found);
    } else if (piece === '</w:del>') open = undefined;
    else if (/^<w:(?:tab|br|cr)[\s/>]/.test(piece) && open !== undefined) open.words += ' ';
    else if (/^<(?:w:t[\s>]|\/w:p>)/.test(piece)) {
      const last = found.at(-1);
      if (last !== undefined && open === undefined) last.isOpen = false;
    }
    isText = /^<w:delText[\s>]/.test(piece) && !piece.endsWith('/>');
  }
  const last = found.at(-1);
  if (last !== undefined) last.isOpen = false;
}

function begin(tag: string, found: Struck[]): Struck {
  const author = decoded(/\sw:author="([^"]*)"/.exec(tag)?.[1] ?? '').trim();
  const on = /\sw:date="(\d{4}-\d\d-\d\d)/.exec(tag)?.[1] ?? '';
  const by = [author, on].filter((part) => part !== '').join(', ');
  const last = found.at(-1);
  if (last?.isOpen === true && last.by === by) return last;
  const struck: Struck = { by, words: '', isOpen: true };
  found.push(struck);
  return struck;
}
