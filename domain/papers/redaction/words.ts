import { auditWords } from '../../audit/words.ts';

/** Characters `from` to `to` of a place's text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** In these scripts words stand without spaces between them: each character counts as one, as the audit has it. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const WORD = new RegExp(`[${UNSPACED}]|[[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d]--[${UNSPACED}]]+`, 'gv');
/** The same, with what was blacked out already, which nothing reaches across. */
const WORD_OR_BAR = new RegExp(`\u2588+|${WORD.source}`, 'gv');

/** The words of a text, by where they stand. */
export function wordRanges(words: string): Range[] {
  return rangesOf(words, WORD);
}

function rangesOf(words: string, pattern: RegExp): Range[] {
  return [...words.matchAll(pattern)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
}

/** The range with the whole of every word that it touches: half a word left standing tells the other half. */
export function wholeWords(words: string, range: Range): Range {
  let { from, to } = range;
  for (const word of wordRanges(words)) {
    if (word.from >= range.to || word.to <= range.from) continue;
    from = Math.min(from, word.from);
    to = Math.max(to, word.to);
  }
  return { from, to };
}

/** What may stand between two passages that are one. A footnote between them keeps them apart. */
const BETWEEN = /^[^\p{L}\p{N}\uFFFC]*$/u;

/**
 * Ranges in their order, each once; those with nothing but spaces and signs between them are one: how many words were
 * blacked out in a row must not be told. Signs at an end belong to what is left.
 */
export function joinedRanges(words: string, ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    const last = joined.at(-1);
    if (last !== undefined && (range.from <= last.to || BETWEEN.test(words.slice(last.to, range.from)))) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else joined.push(range);
  }
  return joined;
}

/** Every place of a text where the same words stand in a row, in whatever case and with whatever signs between them. */
export function occurrences(words: string, passage: string): Range[] {
  const sought = auditWords(passage);
  if (sought.length === 0) return [];
  const read = rangesOf(words, WORD_OR_BAR).flatMap((range) =>
    auditWords(words.slice(range.from, range.to)).map((word) => ({ word, range })),
  );
  const found: Range[] = [];
  for (let at = 0; at + sought.length <= read.length; at += 1) {
    if (!sought.every((word, index) => read[at + index]?.word === word)) continue;
    const [first, last] = [read[at], read[at + sought.length - 1]];
    if (first !== undefined && last !== undefined) found.push({ from: first.range.from, to: last.range.to });
    at += sought.length - 1;
  }
  return found;
}

/** Whether the words of a passage stand in a text in a row, as the audit reads both. */
export function standsIn(words: string, passage: string): boolean {
  const sought = auditWords(passage);
  const read = auditWords(words);
  return sought.length > 0 && read.some((_word, at) => sought.every((word, index) => read[at + index] === word));
}
