import { blockText } from '../papers/plainText.ts';
import { type FieldConflict, keysOf, type Side } from './conflict.ts';
import { fieldName, type Language } from './fieldNames.ts';
import { isJsonObject, type Json, sameJson } from './json.ts';
import type { RecordKind } from './kind.ts';
import { own } from './own.ts';
import { text } from './text.ts';
import { type TextPart, textDifferences } from './textDifferences.ts';
import { listed, quoted, type RecordName, type ValueContext, valueWords } from './valueWords.ts';

/** What the words of a conflict call people and things. */
export interface Names {
  /** Who wrote a version: `the Secretariat`, `Northmark`. */
  readonly side: (version: string) => string;
  /** What a record is called; undefined when it is not here. */
  readonly record?: RecordName;
}

/** A conflict as a person reads it. */
export interface ConflictWords {
  /** `Due date`. */
  readonly heading: string;
  /** One sentence with every side and, where there is one, what was before. */
  readonly sentence: string;
  /** Every side's own words, sides that say the same together. */
  readonly sides: readonly { readonly who: string; readonly versions: readonly string[]; readonly says: string }[];
  /** Of a text that two sides changed: from the first side's words to the second's. */
  readonly differences: readonly TextPart[];
}

/**
 * Puts a conflict into words: "Due date: the Secretariat says 15 May 2027, Northmark says 30 September 2027; before
 * both changes it was 30 June 2027."
 *
 * @param kind undefined for a kind from a newer version of the product
 */
export function describeConflict(
  kind: RecordKind | undefined,
  conflict: FieldConflict,
  names: Names,
  language: Language = 'en',
): ConflictWords {
  const context: ValueContext = {
    kind: kind?.name,
    field: lastField(conflict),
    language,
    recordName: names.record ?? (() => undefined),
  };
  const heading = headingOf(conflict, context);
  const groups = groupSides(conflict.sides);
  const sides = groups.map((group) => ({
    who: listed([...new Set(group.map((side) => names.side(side.version)))], language),
    versions: group.map((side) => side.version),
    says: aloneWords(conflict, group[0]?.value, context),
  }));
  const statements = groups.map((group, index) => statement(conflict, group, sides[index]?.who ?? '', context));
  const before = beforeWords(conflict, context);
  return {
    heading,
    sentence: ended(`${heading}${colon(language)}${statements.join(', ')}${before}`),
    sides,
    differences: differencesOf(conflict, groups),
  };
}

const colon = (language: Language): string => (language === 'fr' ? '\u00a0: ' : ': ');

/** With a full stop, unless a quotation ends with one. */
function ended(sentence: string): string {
  return /[.!?…](”|\u00a0»)$/u.test(sentence) ? sentence : `${sentence}.`;
}

function groupSides(sides: readonly Side[]): Side[][] {
  const groups: Side[][] = [];
  for (const side of sides) {
    const same = groups.find((group) => sameJson(group[0]?.value, side.value));
    if (same === undefined) groups.push([side]);
    else same.push(side);
  }
  return groups;
}

function lastField(conflict: FieldConflict): string {
  if (conflict.type === 'handling') return conflict.path;
  const keys = keysOf(conflict.path);
  return conflict.type === 'entry' ? (keys.at(-1) ?? conflict.field) : conflict.field;
}

function headingOf(conflict: FieldConflict, { kind, language, field }: ValueContext): string {
  if (conflict.type === 'kind') return fieldName(undefined, '$kind', language);
  const whole = fieldName(kind, conflict.type === 'handling' ? field : conflict.field, language);
  if (conflict.type !== 'entry') return whole;
  return `${whole}, ${fieldName(kind, field, language).toLowerCase()}`;
}

/** What a side says where it stands for itself: `Delete it: Taken off the agenda`. */
function aloneWords(conflict: FieldConflict, value: Json | undefined, context: ValueContext): string {
  const words = sideWords(conflict, value, { ...context, alone: true });
  const isAct = conflict.type === 'deleted' || (value === undefined && conflict.type !== 'handling');
  const said = isAct ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  const reason = conflict.type === 'deleted' && isJsonObject(value) ? text(own(value, 'reason')) : '';
  return reason === '' ? said : `${said}${colon(context.language)}${reason}`;
}

function sideWords(conflict: FieldConflict, value: Json | undefined, context: ValueContext): string {
  const french = context.language === 'fr';
  if (conflict.type === 'deleted') {
    if (value === undefined) return french ? 'garder' : 'keep it';
    return french ? 'supprimer' : 'delete it';
  }
  if (conflict.type === 'kind') return isJsonObject(value) ? text(own(value, 'kind')) : '';
  if (value === undefined && (conflict.type === 'removed' || conflict.type === 'block')) {
    return french ? 'supprimé' : 'removed';
  }
  return valueWords(value, context);
}

function statement(conflict: FieldConflict, group: readonly Side[], who: string, context: ValueContext): string {
  const french = context.language === 'fr';
  const value = group[0]?.value;
  const words = sideWords(conflict, value, context);
  const many = new Set(group.map((side) => side.version)).size > 1;
  if (conflict.type === 'deleted') {
    if (value === undefined) return french ? `${who} ${many ? 'l’ont' : 'l’a'} modifié` : `${who} changed it`;
    const reason = isJsonObject(value) ? text(own(value, 'reason')) : '';
    const because = reason === '' ? '' : ` (${quoted(reason, context.language)})`;
    return french ? `${who} ${many ? 'l’ont' : 'l’a'} supprimé${because}` : `${who} deleted it${because}`;
  }
  if (value === undefined && (conflict.type === 'removed' || conflict.type === 'block')) {
    return french ? `${who} ${many ? 'l’ont' : 'l’a'} supprimé` : `${who} removed it`;
  }
  if (conflict.type === 'removed') {
    return french ? `${who} ${many ? 'l’ont' : 'l’a'} gardé${colon('fr')}${words}` : `${who} kept it as ${words}`;
  }
  if (context.field === 'order') {
    return french ? `${who} ${many ? 'l’ont' : 'l’a'} mis à une autre place` : `${who} put it in another place`;
  }
  return french ? `${who} ${many ? 'disent' : 'dit'} ${words}` : `${who} ${many ? 'say' : 'says'} ${words}`;
}

function beforeWords(conflict: FieldConflict, context: ValueContext): string {
  if (conflict.base === undefined || context.field === 'order') return '';
  const words = valueWords(conflict.base, context);
  if (context.language === 'fr') return `${'\u00a0'}; avant ces changements, c’était ${words}`;
  return `; before ${conflict.sides.length === 2 ? 'both changes' : 'these changes'} it was ${words}`;
}

function differencesOf(conflict: FieldConflict, groups: readonly (readonly Side[])[]): TextPart[] {
  const [one, other] = groups.map((group) => textOf(group[0]?.value));
  if (one === undefined || other === undefined) return [];
  return conflict.type === 'block' || conflict.type === 'scalar' || conflict.type === 'entry'
    ? textDifferences(one, other)
    : [];
}

/** The words of a side that is worth comparing word by word. */
function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value.includes(' ') ? value : undefined;
  return isJsonObject(value) && typeof own(value, 'type') === 'string' ? blockText(value) : undefined;
}
