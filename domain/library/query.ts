import { wordsIn } from './words.ts';

/** Words that must stand one after the other. */
export interface Term {
  /** Folded; at least one. */
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly prefix: boolean;
}

/** What a person asks for: all of `terms`, none of `without`. */
export interface Query {
  readonly terms: readonly Term[];
  readonly without: readonly Term[];
}

const MOST_TERMS = 32;
const MOST_WORDS = 64;

/** An optional minus, then a phrase in quotation marks (the closing one may be missing), or anything up to a space. */
const PART = /(?<minus>-?)(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<plain>[^\s"“”„«»]+))/gu;

/**
 * Reads a query as people type it: several words are all wanted, `"…"` is a phrase, `sanct*` a beginning, `-word` is
 * not wanted. A word with signs in it (`CB/8/4`, `sub-regional`) is a phrase of its parts. Anything can be typed: what
 * holds no letter or digit is left out. With `typing`, the last word may be unfinished.
 */
export function parseQuery(text: string, options: { typing?: boolean } = {}): Query {
  const terms: Term[] = [];
  const without: Term[] = [];
  for (const match of text.matchAll(PART)) {
    const { minus = '', phrase, plain } = match.groups ?? {};
    const words = wordsOf(phrase ?? plain ?? '');
    if (words.length === 0 || terms.length + without.length >= MOST_TERMS) continue;
    const last = match.index + match[0].length === text.length;
    const prefix = (plain?.endsWith('*') ?? false) || (options.typing === true && last && plain !== undefined);
    (minus === '-' ? without : terms).push({ words, prefix });
  }
  return { terms, without };
}

function wordsOf(text: string): string[] {
  return [
    ...wordsIn(text)
      .map(({ word }) => word)
      .take(MOST_WORDS),
  ];
}

/**
 * The query in the language of SQLite's FTS5; undefined when nothing is asked for. Words hold only letters, digits and
 * marks, and stand in quotation marks, so nothing that a person types is taken for an operator.
 */
export function matchExpression(query: Query): string | undefined {
  if (query.terms.length === 0) return undefined;
  return [query.terms.map(phraseOf).join(' AND '), ...query.without.map(phraseOf)].join(' NOT ');
}

/** One term in the language of FTS5. */
export function phraseOf(term: Term): string {
  return `"${term.words.join(' ')}"${term.prefix ? '*' : ''}`;
}
