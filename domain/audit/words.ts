/** What shows nothing: soft hyphens with the end of the line they stand at, and marks of no width or of direction. */
const SILENT = /\u00ad\s*|[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** In these scripts words stand without spaces between them: each character counts as one. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
/** A passage that was blacked out is a word of its own: what stands before and after it does not follow one another. */
const WORD = new RegExp(`[${UNSPACED}]|\u2588+|[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]+`, 'gv');
/** Faces draw some Arabic letters in two parts, and a print then tells the letter twice. */
const TWICE = /(\p{sc=Arabic})\1+/gu;
const PLAIN = /^\p{ASCII}*$/u;
const NONE: readonly string[] = [];

/**
 * The words of a text as two programs can be expected to agree on: runs of letters and digits in one case, whatever
 * signs, spaces and line ends stand between them, in the compatible form of Unicode (ligatures are letters).
 */
export function auditWords(text: string): readonly string[] {
  const plain = PLAIN.test(text) ? text : text.replace(SILENT, '').normalize('NFKC').replace(TWICE, '$1');
  return plain.toLowerCase().match(WORD) ?? NONE;
}
