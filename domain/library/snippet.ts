import type { Term } from './query.ts';
import { type FoundWord, wordsIn } from './words.ts';

/** A stretch of text that matches, or that does not. */
export interface SnippetPart {
  readonly text: string;
  readonly match: boolean;
}

/** How a word is compared with the last word of a term. */
export type Comparison = 'whole' | 'inside';

interface Occurrence {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** About how many characters a snippet shows, and how much of it stands before the first match. */
const LENGTH = 240;
const BEFORE = 60;
/** Texts are looked through up to here; the first match of a longer one may go unshown. */
const MOST_WORDS = 50_000;

/**
 * The part of a text in which most of the terms stand closest together, in the writing of the text, with what matches
 * told apart. Gives the beginning of the text when nothing matches. `inside`: words that hold a term's word count too.
 */
export function snippetOf(text: string, terms: readonly Term[], comparison: Comparison = 'whole'): SnippetPart[] {
  const occurrences = occurrencesIn(text, terms, comparison);
  const first = densest(occurrences);
  const start = first === undefined ? 0 : wordStart(text, Math.max(0, first.start - BEFORE));
  const end = wordEnd(text, Math.max(start + LENGTH, first?.end ?? 0));
  const parts: SnippetPart[] = start > 0 ? [{ text: '…', match: false }] : [];
  let from = start;
  for (const { start: open, end: close } of joined(occurrences.filter((one) => one.start >= start && one.end <= end))) {
    parts.push({ text: onOneLine(text.slice(from, open)), match: false });
    parts.push({ text: onOneLine(text.slice(open, close)), match: true });
    from = close;
  }
  parts.push({ text: onOneLine(text.slice(from, end)), match: false });
  if (end < text.length) parts.push({ text: '…', match: false });
  return parts.filter((part) => part.text !== '');
}

/** Where the terms stand in the text, in its order; all of them up to the first place that has every term. */
function occurrencesIn(text: string, terms: readonly Term[], comparison: Comparison): Occurrence[] {
  const longest = Math.max(0, ...terms.map((term) => term.words.length));
  const recent: FoundWord[] = [];
  const found: Occurrence[] = [];
  const lastSeen = new Map<number, number>();
  let stopAt = Number.POSITIVE_INFINITY;
  for (const word of wordsIn(text).take(MOST_WORDS)) {
    if (word.start > stopAt) break;
    recent.push(word);
    if (recent.length > longest) recent.shift();
    for (const [index, term] of terms.entries()) {
      const start = startOf(recent, term, comparison);
      if (start === undefined) continue;
      found.push({ term: index, start, end: word.end });
      lastSeen.set(index, start);
    }
    const complete = lastSeen.size === terms.length && word.end - Math.min(...lastSeen.values()) < LENGTH - BEFORE;
    if (complete && stopAt === Number.POSITIVE_INFINITY) stopAt = word.end + LENGTH;
  }
  return found.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** Where the term starts if it ends with the last of these words. */
function startOf(recent: readonly FoundWord[], term: Term, comparison: Comparison): number | undefined {
  const offset = recent.length - term.words.length;
  const fits = term.words.every((wanted, index) => {
    const word = recent[offset + index]?.word;
    if (word === undefined) return false;
    if (comparison === 'inside') return word.includes(wanted);
    return term.prefix && index === term.words.length - 1 ? word.startsWith(wanted) : word === wanted;
  });
  return fits ? recent[offset]?.start : undefined;
}

/** The first occurrence of those within one snippet's length that have the most different terms. */
function densest(occurrences: readonly Occurrence[]): Occurrence | undefined {
  let best: Occurrence | undefined;
  let most = 0;
  for (const [index, first] of occurrences.entries()) {
    const terms = new Set<number>();
    for (let next = index; next < occurrences.length; next++) {
      const other = occurrences[next];
      if (other === undefined || other.end - first.start > LENGTH - BEFORE) break;
      terms.add(other.term);
    }
    if (terms.size > most) [best, most] = [first, terms.size];
  }
  return best ?? occurrences[0];
}

/** Ranges that overlap or touch become one. */
function joined(occurrences: readonly Occurrence[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of occurrences) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

function wordStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  const space = text.slice(offset, offset + BEFORE).search(/\s/);
  return space < 0 ? wholeAt(text, offset) : offset + space + 1;
}

function wordEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const space = text.slice(offset, offset + BEFORE).search(/\s/);
  return space < 0 ? wholeAt(text, offset) : offset + space;
}

/** Never between the halves of a surrogate pair. */
function wholeAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
