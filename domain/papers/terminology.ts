import type { Language } from '../records/fieldNames.ts';
import { agreeing, elisionBefore } from './agreement.ts';

/** A term of the board's list, as far as texts are held against it. */
export interface Term {
  readonly id: string;
  readonly use: string;
  readonly instead: readonly string[];
  /** The language it is a term of; of both where none is said. */
  readonly language?: Language | undefined;
  readonly why: string;
}

/** Where a word stands in a text that the list asks not to use. Offsets count UTF-16 code units. */
export interface TermPlace {
  readonly from: number;
  readonly to: number;
  readonly term: Term;
  /** The words as they stand there. */
  readonly found: string;
  /** What is written instead, in the same number and with the same capitals; `drop` units before go with it. */
  readonly use: string;
  readonly drop: number;
}

/** More terms, and longer ones, are not looked for: a list of people, not a dictionary. */
const MOST_TERMS = 1000;
const LONGEST_TERM = 80;

interface Phrase {
  readonly words: string;
  /** Undefined: what is to be used, which is found so that nothing inside it is. */
  readonly term: Term | undefined;
}

/** A list of terms made ready to be looked for in one language. */
export interface TermList {
  readonly language: Language;
  /** Undefined where there is nothing to look for. */
  readonly pattern: RegExp | undefined;
  readonly phrases: readonly Phrase[];
}

/** Makes a list ready; terms of the other language are left out. */
export function termList(terms: readonly Term[], language: Language): TermList {
  const asked = terms.filter((term) => term.language === undefined || term.language === language).slice(0, MOST_TERMS);
  const phrases = asked
    .flatMap((term): Phrase[] => [
      ...term.instead.map((words) => ({ words: clean(words), term })),
      { words: clean(term.use), term: undefined },
    ])
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words) && words.length <= LONGEST_TERM)
    // The longest first; where the same words are asked for and asked against, they may stand.
    .sort(
      (one, other) =>
        other.words.length - one.words.length || Number(one.term !== undefined) - Number(other.term !== undefined),
    );
  if (phrases.every(({ term }) => term === undefined)) return { language, pattern: undefined, phrases: [] };
  const alternatives = phrases.map(({ words }) => `(${patternOf(words, language)})`).join('|');
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}_]|[\\p{L}\\p{N}][-\\u2010\\u2011])(?:${alternatives})(?![\\p{L}\\p{N}\\p{M}_]|[-\\u2010\\u2011][\\p{L}\\p{N}])`,
    'gu',
  );
  return { language, pattern, phrases };
}

/** Every place of a text at which the list asks for another word, from the beginning on. */
export function termPlaces(plain: string, list: TermList): TermPlace[] {
  if (list.pattern === undefined) return [];
  const found: TermPlace[] = [];
  for (const match of plain.matchAll(list.pattern)) {
    const at = match.slice(1).findIndex((group) => group !== undefined);
    const term = list.phrases[at]?.term;
    if (term === undefined) continue;
    const written = agreeing(match[0], list.phrases[at]?.words ?? '', term.use.trim(), list.language);
    const { drop, use } = elisionBefore(plain.slice(0, match.index), written, list.language);
    found.push({ from: match.index, to: match.index + match[0].length, term, found: match[0], use, drop });
  }
  return found;
}

const clean = (words: string): string =>
  words
    .normalize('NFC')
    .trim()
    .replace(/[\s\u00a0\u202f]+/gu, ' ');

/** The words as they may be written: in capitals, with other spaces and apostrophes, in the plural. */
function patternOf(words: string, language: Language): string {
  const isAcronym = /^[\p{Lu}\p{N}.]{2,}$/u.test(words);
  const all = words.replace(/oe/giu, 'œ').split(' ');
  return all
    .map((word, at) => {
      const letters = [...word].map((letter) => letterPattern(letter, isAcronym)).join('');
      // In English the last word has the plural, in French they agree.
      const hasPlural = language === 'fr' || at === all.length - 1;
      return hasPlural && !isAcronym && /\p{L}{3}$/u.test(word) ? `(?:${pluralOf(word, letters, language)})` : letters;
    })
    .join('[\\s\\u00a0\\u202f]+');
}

function pluralOf(word: string, letters: string, language: Language): string {
  if (language === 'fr') return `${letters}[sxSX]?`;
  const ending = /[^aeiou]y$/iu.test(word)
    ? `|${[...word.slice(0, -1)].map((letter) => letterPattern(letter, false)).join('')}[iI][eE][sS]`
    : '';
  return `${letters}(?:[eE]?[sS])?${ending}`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  "'": "['’]",
  '’': "['’]",
  '-': '[-\\u2010\\u2011]',
  œ: '(?:[œŒ]|[oO][eE])',
  æ: '(?:[æÆ]|[aA][eE])',
};

/** A letter small or capital, whole or with its accent apart. A capital may be without its accent, as French prints it. */
function letterPattern(letter: string, exact: boolean): string {
  const lower = letter.toLocaleLowerCase();
  const special = SPECIAL[lower];
  if (special !== undefined) return special;
  if (exact || !/\p{L}/u.test(letter)) return escaped(letter);
  const upper = letter.toLocaleUpperCase();
  const parts = [...lower.normalize('NFD')];
  const [base = lower, ...accents] = parts;
  const whole = [...new Set([lower, upper].filter((one) => [...one].length === 1))].map(escaped).join('');
  if (accents.length === 0) return `[${whole || escaped(letter)}]`;
  const bare = base.toLocaleUpperCase();
  const apart = `[${escaped(base)}${escaped(bare)}]${accents.join('')}`;
  return `(?:[${whole}]|${apart}|${escaped(bare)}(?!\\p{M}))`;
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
