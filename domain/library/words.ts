import { fold } from './fold.ts';

/** A word of a text as search knows it, and where it stands: offsets of the original in UTF-16 units. */
export interface FoundWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Letters, digits and marks; joiners and soft hyphens inside a word do not end it. */
const CHUNK = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060]+/gu;
const PIECE = /[\p{L}\p{N}\p{M}]+/gu;
const PLAIN = /^[a-zA-Z0-9]+$/;

/** Scripts written without spaces: each sign is a word, and a term of several signs is a phrase. */
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan'];
const SIGN_LETTER = `[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`;
const SIGN = new RegExp(`${SIGN_LETTER}[\\p{M}\\uff9e\\uff9f]*`, 'gu');
const SIGN_OR_PIECE = new RegExp(`${SIGN.source}|(?:(?!${SIGN_LETTER})[\\p{L}\\p{N}\\p{M}])+`, 'gu');
/** Every sign is behind this in Unicode, and no letter of most languages is. */
const MAY_HAVE_SIGN = /[\u0e00-\uffff]/;

/** Longer runs of letters are not words of a language; only their beginning is found. */
const LONGEST = 64;

/**
 * The words of a text in their order, folded. What is indexed, what a query asks for and what is highlighted are cut
 * by this one function, so they always agree.
 */
export function* wordsIn(text: string): Generator<FoundWord> {
  for (const match of text.matchAll(CHUNK)) {
    const chunk = match[0];
    const start = match.index;
    if (PLAIN.test(chunk)) yield { word: cut(chunk.toLowerCase()), start, end: start + chunk.length };
    else if (MAY_HAVE_SIGN.test(chunk)) yield* signsIn(chunk, start);
    else yield* piecesOf(chunk, start);
  }
}

/** Splits a chunk in which signs of a script without spaces stand, perhaps between letters of another. */
function* signsIn(chunk: string, offset: number): Generator<FoundWord> {
  let from = 0;
  for (const sign of chunk.matchAll(SIGN)) {
    if (sign.index > from) yield* piecesOf(chunk.slice(from, sign.index), offset + from);
    from = sign.index + sign[0].length;
    yield* piecesOf(sign[0], offset + sign.index);
  }
  if (from < chunk.length) yield* piecesOf(chunk.slice(from), offset + from);
}

/** Folding can break a sign up (`½`, `㈠`) or leave nothing; every piece stands where the original stood. */
function* piecesOf(chunk: string, start: number): Generator<FoundWord> {
  const end = start + chunk.length;
  const folded = fold(chunk);
  for (const piece of folded.matchAll(MAY_HAVE_SIGN.test(folded) ? SIGN_OR_PIECE : PIECE)) {
    yield { word: cut(piece[0]), start, end };
  }
}

/** At most `LONGEST` units, never half a surrogate pair. */
function cut(word: string): string {
  if (word.length <= LONGEST) return word;
  const beginning = word.slice(0, LONGEST);
  return beginning.isWellFormed() ? beginning : beginning.slice(0, -1);
}

/** The same words without their places, in a third of the time: for the index. */
export function foldedWords(text: string): string[] {
  const words: string[] = [];
  for (const chunk of text.match(CHUNK) ?? []) {
    const folded = MAY_HAVE_SIGN.test(chunk) ? '' : fold(chunk);
    if (PLAIN.test(folded)) words.push(cut(folded));
    else for (const { word } of wordsIn(chunk)) words.push(word);
  }
  return words;
}
