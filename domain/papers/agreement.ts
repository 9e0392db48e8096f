import type { Language } from '../records/fieldNames.ts';

/** The word for another as it stands there: in its number, and with its capitals. */
export function agreeing(found: string, asked: string, use: string, language: Language): string {
  const inNumber = isPlural(found, asked) ? pluralOf(use, language) : use;
  return inCapitals(found, asked, inNumber);
}

/** Whether what stands there is longer than the word that was asked for by a plural's ending. */
function isPlural(found: string, asked: string): boolean {
  const [one, other] = [found, asked].map((words) =>
    words.normalize('NFC').replace(/œ/giu, 'oe').replace(/æ/giu, 'ae'),
  );
  const plain = (words = '') => words.replace(/[\s\u00a0\u202f]+/gu, ' ').toLocaleLowerCase();
  return plain(one).length > plain(other).length;
}

const LITTLE = new Set(['de', 'du', 'des', 'à', 'au', 'aux', 'en', 'et', 'ou', 'pour', 'par', 'sur', 'sans']);

function pluralOf(words: string, language: Language): string {
  const all = words.split(' ');
  if (language === 'en') return [...all.slice(0, -1), englishPlural(all.at(-1) ?? '')].join(' ');
  // In French, what stands before the first little word agrees: “personnes déplacées”, “zones de sécurité”.
  const end = all.findIndex((word) => LITTLE.has(word.toLocaleLowerCase()) || /^d[’']/iu.test(word));
  return all.map((word, at) => (end < 0 || at < end ? frenchPlural(word) : word)).join(' ');
}

function englishPlural(word: string): string {
  if (!/\p{L}$/u.test(word) || /s$/iu.test(word)) return word;
  if (/[^aeiou]y$/iu.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:x|z|ch|sh)$/iu.test(word) ? `${word}es` : `${word}s`;
}

function frenchPlural(word: string): string {
  if (!/\p{L}$/u.test(word) || /[sxz]$/iu.test(word)) return word;
  return /(?:eau|eu)$/iu.test(word) ? `${word}x` : `${word}s`;
}

/** A capital that stands only for the beginning of a sentence goes over; words all in capitals stay so. */
function inCapitals(found: string, asked: string, use: string): string {
  const letters = found.replace(/\P{L}/gu, '');
  if (letters.length > 1 && letters === letters.toLocaleUpperCase() && asked !== asked.toLocaleUpperCase()) {
    return use.toLocaleUpperCase();
  }
  const begins = /^\p{Lu}/u.test(found) && !/^\p{Lu}/u.test(asked);
  const [first = '', ...rest] = [...use];
  return begins ? first.toLocaleUpperCase() + rest.join('') : use;
}

const VOWEL = /^[aàâäeéèêëiîïoôöuùûüyœæ]/iu;
const FULL: Readonly<Record<string, string>> = {
  d: 'de',
  qu: 'que',
  n: 'ne',
  s: 'se',
  j: 'je',
  m: 'me',
  t: 'te',
  jusqu: 'jusque',
};

/**
 * In French the little word before another is elided or not by how that begins. Gives what is written, with the little word
 * where it changes, and how many units before go with it. “l’” becomes “le” or “la” by how the new word ends, since no
 * list says which gender it has; whoever takes the word sees it first. In English “a” becomes “an”, and back.
 */
export function elisionBefore(before: string, use: string, language: Language): { drop: number; use: string } {
  if (use === '') return { drop: 0, use };
  if (language === 'en') return articleBefore(before, use);
  const elided = /(?<![\p{L}\p{N}])(l|d|qu|n|s|j|m|t|jusqu)[’']$/iu.exec(before);
  if (elided !== null && !VOWEL.test(use)) {
    const short = elided[1] ?? '';
    const whole = short.toLocaleLowerCase() === 'l' ? articleFor(use) : (FULL[short.toLocaleLowerCase()] ?? short);
    return { drop: elided[0].length, use: `${likeFirst(short, whole)} ${use}` };
  }
  const open = /(?<![\p{L}\p{N}])(le|la|de|que|ne|se)([ \u00a0\u202f])$/iu.exec(before);
  if (open !== null && VOWEL.test(use)) {
    const whole = open[1] ?? '';
    return { drop: open[0].length, use: `${whole.slice(0, -1)}’${use}` };
  }
  return { drop: 0, use };
}

const FEMININE = /(?:ion|té|ée|ence|ance|ure|ie|personne|force|zone|ligne|minorité|région)$/iu;
const articleFor = (use: string): string => (FEMININE.test(use.split(' ')[0] ?? '') ? 'la' : 'le');

function articleBefore(before: string, use: string): { drop: number; use: string } {
  const found = /(?<![\p{L}\p{N}])(an?)([ \u00a0])$/iu.exec(before);
  const article = found?.[1] ?? '';
  if (found === null) return { drop: 0, use };
  const wanted = /^[aeio]/iu.test(use)
    ? `${article.charAt(0)}n`
    : /^[^aeiou]/iu.test(use)
      ? article.charAt(0)
      : article;
  return wanted === article ? { drop: 0, use } : { drop: found[0].length, use: `${wanted}${found[2]}${use}` };
}

const likeFirst = (model: string, word: string): string =>
  /^\p{Lu}/u.test(model) ? word.charAt(0).toLocaleUpperCase() + word.slice(1) : word;
