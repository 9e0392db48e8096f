import { fold } from '../library/fold.ts';

/** What a value is sorted by: numbers before texts; undefined for what is empty, which comes last. */
export type SortKey = number | string | undefined;

/** Wherever they stand: a cell may hold several titles, and a quoted one among them is read by its words. */
const QUOTATION_MARKS = /["“”„‟«»]/gu;
const LEADING_SIGNS = /^[^\p{L}\p{N}]+/u;
const DIGITS = /[0-9]+/g;
const LONGEST_NUMBER = 40;

/**
 * A text as lists sort it, to be compared by code units: without case, accents, quotation marks and leading signs, so that
 * `Å` stands by `A`; numbers inside by their size, so that `CB/8/10` follows `CB/8/9`. Undefined for a blank text.
 */
export function textKey(text: string): string | undefined {
  const folded = fold(text).trim();
  const words = folded.replace(QUOTATION_MARKS, '').replace(LEADING_SIGNS, '');
  const key = words === '' ? folded : words;
  return key === '' ? undefined : key.replace(DIGITS, numberKey);
}

/** Digits after a sign that says how many there are; all such signs stand before the letters. */
function numberKey(digits: string): string {
  const significant = digits.replace(/^0+(?=.)/, '');
  return `${String.fromCharCode(0x20 + Math.min(significant.length, LONGEST_NUMBER))}${significant}`;
}

/** Orders keys: numbers, then texts, what is empty last also when `descending`. */
export function compareKeys(one: SortKey, other: SortKey, descending = false): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  const texts = typeof one === 'string';
  const order = texts === (typeof other === 'string') ? (one < other ? -1 : 1) : texts ? 1 : -1;
  return descending ? -order : order;
}
