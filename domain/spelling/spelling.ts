import type { Language } from '../records/fieldNames.ts';
import { type Dictionary, hasForm } from './dictionary.ts';

/** A word in a text, with where it stands in it. */
export interface WordPlace {
  readonly word: string;
  readonly from: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Longer runs of capitals are words, shorter ones are short forms. */
const LONGEST_SHORT_FORM = 6;
/** Words longer than this are not looked up. */
const LONGEST = 60;

/** The words of a text that can be looked up: no numbers, no addresses, no short forms in capitals. */
export function wordsToCheck(plain: string): WordPlace[] {
  const apart = plain.replace(/\S*(?:@|:\/\/|www\.)\S*/gu, (address) => ' '.repeat(address.length));
  return [...apart.matchAll(WORD)]
    .map((match) => ({ word: match[0], from: match.index }))
    .filter(({ word }) => word.length > 1 && word.length <= LONGEST && !/[\p{N}_]/u.test(word) && !isShortForm(word));
}

function isShortForm(word: string): boolean {
  const inside = word.slice(1);
  return (word === word.toLocaleUpperCase() && word.length <= LONGEST_SHORT_FORM) || /\p{Ll}\p{Lu}/u.test(inside);
}

/** The form in which words are looked up and remembered. */
export function plainWord(word: string): string {
  return word.normalize('NFC').replaceAll('’', "'");
}

const ELIDED = /^(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)'(?=.)/iu;

/** Whether a word is spelt as the dictionary has it; capitals may be more than it has, never fewer. */
export function isSpelt(dictionary: Dictionary, language: Language, word: string): boolean {
  const plain = plainWord(word);
  if (formsOf(plain).some((form) => hasForm(dictionary, form))) return true;
  if (language === 'en') {
    const owner = /^(.+)'s?$/iu.exec(plain)?.[1];
    return owner !== undefined && formsOf(owner).some((form) => hasForm(dictionary, form));
  }
  const rest = plain.replace(ELIDED, '');
  return rest !== plain && formsOf(rest).some((form) => hasForm(dictionary, form));
}

/** A word as it is, and with the capitals away that a sentence or a title gave it. */
function formsOf(word: string): string[] {
  const lower = word.toLocaleLowerCase();
  const first = lower.charAt(0).toLocaleUpperCase() + lower.slice(1);
  if (word === lower) return [word];
  return word === word.toLocaleUpperCase() ? [word, lower, first] : [word, lower];
}

/** So many words at most are offered, and so many forms looked at to find them. */
const MOST = 5;
const MOST_FORMS = 40_000;

/** Words that may have been meant, the likeliest first, with the capitals of what was written. */
export function suggestions(dictionary: Dictionary, language: Language, word: string): string[] {
  const plain = plainWord(word);
  const elided = language === 'fr' ? (ELIDED.exec(plain)?.[0] ?? '') : '';
  const owner = language === 'en' ? (/'s$/iu.exec(plain)?.[0] ?? '') : '';
  const core = plain.slice(elided.length, plain.length - owner.length).toLocaleLowerCase();
  const found = new Map<string, number>();
  const take = (form: string, cost: number) => {
    if (form === core || found.has(form)) return;
    const known = [form, form.charAt(0).toLocaleUpperCase() + form.slice(1)].find((one) => hasForm(dictionary, one));
    if (known !== undefined && !isRude(dictionary, known)) found.set(known, cost);
  };
  for (const [from, to] of dictionary.affixes.mistakes) for (const form of replaced(core, from, to)) take(form, 1);
  const near = nearForms(core, dictionary.affixes.letters);
  for (const form of near) take(form, bareOf(form) === bareOf(core) ? 0 : 2);
  if (found.size === 0) {
    let looked = 0;
    for (const form of near) {
      for (const other of nearForms(form, dictionary.affixes.letters.slice(0, 16))) {
        looked += 1;
        if (looked > MOST_FORMS || found.size >= MOST) break;
        take(other, 4);
      }
    }
  }
  return [...found]
    .map(([form, cost]) => ({ form, cost: cost + (form.charAt(0).toLocaleLowerCase() === core.charAt(0) ? 0 : 1) }))
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, MOST)
    .map(({ form }) => likeWritten(word, elided, form, owner));
}

const bareOf = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

function isRude({ affixes, roots }: Dictionary, form: string): boolean {
  return roots.get(form)?.some((group) => affixes.has(group, affixes.flags.noSuggestion)) ?? false;
}

function replaced(word: string, from: string, to: string): string[] {
  if (from === '' || from.startsWith('^') || from.endsWith('$')) return [];
  const forms: string[] = [];
  for (let at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1)) {
    forms.push(word.slice(0, at) + to + word.slice(at + from.length));
  }
  return forms;
}

/** Every form that is one slip away: two letters changed about, one too many, one wrong, one lacking. */
function nearForms(word: string, letters: string): string[] {
  const signs = [...word];
  const alphabet = [...new Set(letters.toLocaleLowerCase())];
  const forms: string[] = [];
  const join = (before: number, middle: string, after: number) =>
    forms.push(signs.slice(0, before).join('') + middle + signs.slice(after).join(''));
  for (let at = 0; at < signs.length - 1; at += 1) join(at, `${signs[at + 1]}${signs[at]}`, at + 2);
  for (let at = 0; at < signs.length; at += 1) join(at, '', at + 1);
  for (let at = 0; at < signs.length; at += 1) for (const letter of alphabet) join(at, letter, at + 1);
  for (let at = 0; at <= signs.length; at += 1) for (const letter of alphabet) join(at, letter, at);
  return forms;
}

function likeWritten(written: string, elided: string, form: string, owner: string): string {
  const apostrophe = written.includes('’') ? '’' : "'";
  const whole = (elided + form + owner).replaceAll("'", apostrophe);
  if (written.length > 1 && written === written.toLocaleUpperCase()) return whole.toLocaleUpperCase();
  return /^\p{Lu}/u.test(written) ? whole.charAt(0).toLocaleUpperCase() + whole.slice(1) : whole;
}
