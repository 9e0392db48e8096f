import { phraseOf, type Query, type Term } from '../../domain/library/query.ts';
import type { Vault } from '../vault/vault.ts';

/** Shorter pieces stand in too many words to say anything; Korean syllables say more than letters. */
const SHORTEST = 3;
const SHORTEST_KOREAN = 2;
const KOREAN = /^\p{Script=Hangul}+$/u;
/** So many words a piece may stand for. */
const MOST_WORDS = 200;

/**
 * The query with each single word taken as a piece of a word (`strasse` also for `hauptstrasse`), in the language of
 * FTS5; phrases stay as they are. Looked up in the list of all words, which is small beside an index of all pieces of
 * all texts. Undefined when a piece stands in no word.
 */
export function widen(vault: Vault, query: Query): string | undefined {
  const terms = query.terms.map((term) => widenTerm(vault, term));
  if (terms.includes(undefined)) return undefined;
  return [terms.join(' AND '), ...query.without.map(phraseOf)].join(' NOT ');
}

function widenTerm(vault: Vault, term: Term): string | undefined {
  const [piece, ...rest] = term.words;
  if (piece === undefined || rest.length > 0 || isTooShort(piece)) return phraseOf(term);
  const words = vault.sqlite
    .prepare<[string, number], { word: string }>(
      'SELECT word FROM search_word WHERE instr(word, ?) > 0 ORDER BY length(word), word LIMIT ?',
    )
    .all(piece, MOST_WORDS);
  if (words.length === 0) return undefined;
  return `(${words.map(({ word }) => phraseOf({ words: [word], prefix: false })).join(' OR ')})`;
}

function isTooShort(piece: string): boolean {
  return piece.length < (KOREAN.test(piece) ? SHORTEST_KOREAN : SHORTEST);
}
