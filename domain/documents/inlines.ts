import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { objects, text } from '../records/text.ts';
import { breakLongWords } from './longWords.ts';
import type { Inline, InlineMark } from './sheets.ts';

const INLINE_MARKS: readonly InlineMark[] = ['bold', 'italic', 'strike', 'code', 'superscript', 'subscript'];
const QUIET_MARKS = ['link', 'recordLink'];
/** Longer words get places to break: about half a line of a paper. */
const LONG_WORD = 30;

/** A report and its grade in the text: `[R-0142 · B2]`. Set smaller, in the face of codes. */
const CITATION = /(\[[A-Z]{1,3}-\d{1,6}(?:\s?[·,]\s?[A-F][1-6])?\])/;

/** Where what this version does not know is noted, by type. */
export type Unknowns = Set<string>;

/**
 * The inline content of a node. Unknown nodes become their text, unknown marks nothing; both are noted. A footnote
 * within a footnote becomes its text in brackets.
 */
export function inlinesOf(content: Json | undefined, unknowns: Unknowns, limit = LONG_WORD, inNote = false): Inline[] {
  return objects(content).flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return textOf(node, unknowns, limit);
      case 'hardBreak':
        return [{ type: 'break' }];
      case 'redacted':
        return [{ type: 'redacted' }];
      case 'crossReference':
        // What it says was put in its place where the text came through the gate.
        return [];
      case 'footnote': {
        const body = inlinesOf(node.content, unknowns, limit, true);
        return inNote ? [plain(' ('), ...body, plain(')')] : [{ type: 'footnote', body }];
      }
      default:
        return unknownInline(node, unknowns, limit, inNote);
    }
  });
}

function textOf(node: JsonObject, unknowns: Unknowns, limit: number): Inline[] {
  const marks: InlineMark[] = [];
  let href = '';
  let to = '';
  for (const mark of objects(node.marks)) {
    const known = INLINE_MARKS.find((name) => name === mark.type);
    if (known !== undefined && !marks.includes(known)) marks.push(known);
    else if (mark.type === 'link' && isJsonObject(mark.attrs)) href = followable(text(mark.attrs.href));
    else if (mark.type === 'recordLink' && isJsonObject(mark.attrs)) to = placeKey(mark.attrs.record, mark.attrs.block);
    else if (known === undefined && !QUIET_MARKS.includes(text(mark.type))) unknowns.add(text(mark.type));
  }
  const words = breakLongWords(text(node.text).replace(/[\t\n\r\f\v\u2028\u2029 ]+/g, ' '), limit);
  // What is computed is one piece, however it reads.
  return (to === '' ? words.split(CITATION) : [words])
    .filter((piece) => piece !== '')
    .map((piece) => ({
      type: 'text',
      text: piece,
      marks: isCitation(piece) ? [...marks, 'citation'] : marks,
      href,
      ...(to === '' ? {} : { to }),
    }));
}

/** What a place in a print is found by: the block of a text of a record, by the ids of the release; empty for none. */
export function placeKey(record: Json | undefined, block: Json | undefined): string {
  return text(record) === '' || text(block) === '' ? '' : `${text(record)} ${text(block)}`;
}

function isCitation(words: string): boolean {
  return words.startsWith('[') && CITATION.test(words);
}

/** Only addresses that a reader can safely follow become links; of the others the text stays. */
function followable(href: string): string {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(href) && /^[\x21-\x7e]+$/.test(href) ? href : '';
}

function unknownInline(node: JsonObject, unknowns: Unknowns, limit: number, inNote: boolean): Inline[] {
  unknowns.add(text(node.type));
  const own = text(node.text) === '' ? [] : textOf(node, unknowns, limit);
  return [...own, ...inlinesOf(node.content, unknowns, limit, inNote)];
}

function plain(words: string): Inline {
  return { type: 'text', text: words, marks: [], href: '' };
}

/** The words of inline content, footnotes left out. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? ' ' : '')).join('');
}
