import { z } from 'zod';
import { dateInWords } from '../documents/dates.ts';
import { Distribution } from '../handling/handling.ts';
import { blockText, plainText } from '../papers/plainText.ts';
import { fieldName, type Language } from './fieldNames.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { own } from './own.ts';
import { text } from './text.ts';
import { valueName } from './valueNames.ts';

/** What people call a record; undefined when it is not here. */
export type RecordName = (id: string) => string | undefined;

export interface ValueContext {
  readonly kind: string | undefined;
  readonly field: string;
  readonly language: Language;
  readonly recordName: RecordName;
  /** Texts stand for themselves, without quotation marks: where a value is no part of a sentence. */
  readonly alone?: boolean;
}

const CalendarDate = z.iso.date();
const InstantText = z.iso.datetime({ precision: 0 });
const RecordIdText = z.uuid();
const NBSP = '\u00a0';

/** A text in the quotation marks of the language. */
export function quoted(words: string, language: Language): string {
  return language === 'fr' ? `«${NBSP}${words}${NBSP}»` : `“${words}”`;
}

/** “one, two and three”. */
export function listed(words: readonly string[], language: Language): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${language === 'fr' ? 'et' : 'and'} ${last}`;
}

/** A value as a person reads it: dates in words, records by name, fixed values by their names, texts quoted unless alone. */
export function valueWords(value: Json | undefined, context: ValueContext): string {
  const { language } = context;
  if (value === undefined || value === null || value === '') return language === 'fr' ? 'rien' : 'nothing';
  if (typeof value === 'boolean') return booleanWords(value, language);
  if (typeof value === 'number') return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(value);
  if (typeof value === 'string') return stringWords(value, context);
  if (Array.isArray(value)) {
    return value.length === 0
      ? valueWords(null, context)
      : listed(
          value.map((entry) => valueWords(entry, context)),
          language,
        );
  }
  return objectWords(value, context);
}

function booleanWords(value: boolean, language: Language): string {
  if (language === 'fr') return value ? 'oui' : 'non';
  return value ? 'yes' : 'no';
}

function stringWords(value: string, context: ValueContext): string {
  const { kind, field, language, recordName } = context;
  if (CalendarDate.safeParse(value).success) return dateInWords(value, language);
  if (InstantText.safeParse(value).success) {
    return `${dateInWords(value.slice(0, 10), language)}, ${value.slice(11, 16)}${NBSP}UTC`;
  }
  const fixed = valueName(kind, field, value, language);
  if (fixed !== undefined) return fixed;
  if (RecordIdText.safeParse(value).success)
    return recordName(value) ?? (language === 'fr' ? 'une fiche absente d’ici' : 'a record that is not here');
  return BARE.test(value) ? value : marked(value, context);
}

/** Words that a person wrote. */
function marked(words: string, { alone, language }: ValueContext): string {
  return alone === true ? words : quoted(words, language);
}

/** Labels, times, symbols and numbers need no quotation marks. */
const BARE = /^(TLP:[A-Z+]+|PRIVATE|\d{2}:\d{2}|[A-Z]{1,6}(\/[A-Za-z0-9.]+)+|[A-Z]?\d+)$/;

function objectWords(value: JsonObject, context: ValueContext): string {
  const { kind, language } = context;
  if (own(value, 'type') === 'doc') return marked(plainText(value), context);
  if (own(value, 'type') !== undefined && isJsonObject(own(value, 'attrs'))) {
    const words = blockText(value);
    return words === '' ? blockName(value, language) : marked(words, context);
  }
  const distribution = Distribution.safeParse(value);
  if (distribution.success) return distributionWords(distribution.data, context);
  const name = text(own(value, 'name')) || text(own(value, 'text'));
  if (name !== '' && own(value, 'id') !== undefined) return marked(name, context);
  return Object.entries(value)
    .filter(([key]) => key !== 'id' && key !== 'order')
    .map(([key, part]) => `${lowered(fieldName(kind, key, language))} ${valueWords(part, { ...context, field: key })}`)
    .join(', ');
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function blockName(block: JsonObject, language: Language): string {
  if (block.type === 'portion') return language === 'fr' ? 'une partie retenue' : 'a withheld portion';
  return language === 'fr' ? 'un passage sans mots' : 'a passage without words';
}

function distributionWords(distribution: Distribution, { language, recordName }: ValueContext): string {
  const french = language === 'fr';
  switch (distribution.to) {
    case 'installation':
      return french ? 'cette installation seulement' : 'this installation only';
    case 'board':
      return french ? 'le conseil' : 'the board';
    case 'community':
      return french ? 'le conseil et les organismes invités' : 'the board and the invited bodies';
    case 'everyone':
      return french ? 'tous' : 'everyone';
    case 'named': {
      const unnamed = french ? 'une partie qui n’est pas connue ici' : 'a party that is not known here';
      const names = [...distribution.organisations, ...distribution.persons].map((id) => recordName(id) ?? unnamed);
      return names.length === 0 ? (french ? 'personne' : 'nobody') : listed(names, language);
    }
  }
}
