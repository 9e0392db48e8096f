import type { Language } from '../records/fieldNames.ts';
import type { Json, JsonObject } from '../records/json.ts';

/** Gives names for what a line of the journal tells of by id; undefined for what is not known here any more. */
export interface JournalNames {
  /** An installation's holder: `Ada Morn, Secretariat`. */
  installation(id: string): string | undefined;
  /** A record's title. */
  record(id: string): string | undefined;
}

/** The detail of a line in words, for its sentence. */
export interface Told {
  text(key: string): string;
  number(key: string): number;
  /** Whether there is something of it. */
  has(key: string): boolean;
  /** `one revision`, `3 revisions`. */
  count(key: string, one: string, several: string): string;
  /** The holder of the installation named there. */
  holder(key: string): string;
  /** The holders of the installations listed there: `A; B`. `none` stands for nobody. */
  holders(key: string, none: string): string;
  /** The title of the record named there, in quotation marks. */
  title(key: string): string;
}

/** One thing that an installation writes in its journal. */
export interface Act {
  /** What is done, in a word or two, for choosing: `Bundle sealed`. */
  readonly name: Readonly<Record<Language, string>>;
  /** One plain sentence. */
  readonly says: Readonly<Record<Language, (told: Told) => string>>;
}

const UNTITLED: Readonly<Record<Language, string>> = { en: 'a record', fr: 'une fiche' };

/** What a line's detail tells, in a language. Whatever the detail holds, it gives words. */
export function toldBy(detail: JsonObject, names: JournalNames, language: Language): Told {
  const at = (key: string): Json | undefined => (Object.hasOwn(detail, key) ? detail[key] : undefined);
  const text = (key: string): string => {
    const value = at(key);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const number = (key: string): number => {
    const value = at(key);
    return typeof value === 'number' ? value : 0;
  };
  const holderOf = (id: string): string => names.installation(id) ?? id.slice(0, 8);
  const quoted = (words: string): string => (language === 'fr' ? `« ${words} »` : `“${words}”`);
  return {
    text,
    number,
    has: (key) => at(key) !== undefined && at(key) !== null,
    count: (key, one, several) => (number(key) === 1 ? one : `${number(key)} ${several}`),
    holder: (key) => holderOf(text(key)),
    holders(key, none) {
      const value = at(key);
      const ids = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
      return ids.length === 0 ? none : [...new Set(ids.map(holderOf))].join('; ');
    },
    title(key) {
      const title = names.record(text(key));
      return title === undefined || title === '' ? UNTITLED[language] : quoted(title);
    },
  };
}
