import { Distribution } from '../handling/handling.ts';
import { RichText } from '../papers/richText.ts';
import type { Language } from './fieldNames.ts';
import { isJsonObject, type Json } from './json.ts';
import type { FieldRule, RecordKind } from './kind.ts';
import { own } from './own.ts';
import { text } from './text.ts';
import { valueName } from './valueNames.ts';

/**
 * What lists show of every record beside its fields: kind, title, the label and the distribution that hold, when it
 * was changed last (minutes, UTC), `deleted`, `conflicted`, `draft` or `shared`, the first that is true, and how many comments
 * on it, and on its portions, are to be resolved; nothing where none is.
 */
export const PSEUDO_COLUMNS = [
  '$kind',
  '$title',
  '$label',
  '$distribution',
  '$updated',
  '$state',
  '$comments',
] as const;
export type PseudoColumn = (typeof PSEUDO_COLUMNS)[number];

export function isPseudoColumn(column: string): column is PseudoColumn {
  return PSEUDO_COLUMNS.some((known) => known === column);
}

/** A field as a column of a kind's list. */
export interface ColumnContext {
  readonly kind: string;
  readonly column: string;
  readonly rule: FieldRule | undefined;
  readonly language: Language;
  /** What a record is called; undefined when it is not here. */
  readonly titleOf: (id: string) => string | undefined;
}

/** The words that people see for a value in a list: linked records by title, fixed values by name. */
export function cellWords(value: Json | undefined, context: ColumnContext): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return stringWords(value, context);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return joined(value.map((entry) => cellWords(entry, context)));
  if (context.column === '$distribution') return distributionWords(value, context);
  const name = text(own(value, 'name')) || text(own(value, 'text'));
  if (name !== '') return name;
  const parts = Object.entries(value).filter(([key]) => key !== 'id' && key !== 'order');
  return joined(parts.map(([key, part]) => cellWords(part, { ...context, rule: own(context.rule?.entry ?? {}, key) })));
}

function stringWords(value: string, { kind, column, rule, language, titleOf }: ColumnContext): string {
  if (rule?.link === true) return titleOf(value) ?? '';
  return valueName(kind, column, value, language) ?? value;
}

function distributionWords(value: Json, { titleOf }: ColumnContext): string {
  return joined(partiesIn(value).map((id) => titleOf(id) ?? '')) || (isJsonObject(value) ? text(value.to) : '');
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(', ');
}

/** The organisations and persons that a distribution names. */
export function partiesIn(value: Json | undefined): string[] {
  const distribution = Distribution.safeParse(value);
  if (!distribution.success || distribution.data.to !== 'named') return [];
  return [...distribution.data.organisations, ...distribution.data.persons];
}

/** The records that a cell links to, as far as its rule says that they are links; also what a distribution names. */
export function linkedFrom(value: Json | undefined, column: string, rule: FieldRule | undefined): string[] {
  if (column === '$distribution') return partiesIn(value);
  if (rule?.link === true) return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
  if (rule?.entry === undefined || !Array.isArray(value)) return [];
  const links = Object.entries(rule.entry).flatMap(([name, { link }]) => (link ? [name] : []));
  return value.filter(isJsonObject).flatMap((entry) => links.map((name) => text(entry[name])).filter(Boolean));
}

/** The single values by which a column's records can be told apart: list entries each, objects by what they link to. */
export function facetValues(value: Json | undefined, column: string, rule: FieldRule | undefined): Json[] {
  if (value === undefined || value === null || value === '') return [];
  if (column === '$distribution') return isJsonObject(value) ? [text(value.to)] : [];
  if (rule?.entry !== undefined) return [...new Set(linkedFrom(value, column, rule))];
  if (Array.isArray(value)) return [...new Set(value.filter((entry) => typeof entry !== 'object'))];
  return typeof value === 'object' ? [] : [value];
}

/** Whether a document has nothing in it: only paragraphs and headings without content. */
export function isBlankText(value: Json | undefined): boolean {
  const document = RichText.safeParse(value);
  if (!document.success) return value === undefined || value === null;
  return document.data.content.every(
    ({ type, content }) =>
      (type === 'paragraph' || type === 'heading') && (!Array.isArray(content) || content.length === 0),
  );
}

/** The rules of a field in all of these kinds that have it. */
export function rulesAmong(kinds: readonly RecordKind[], field: string): FieldRule[] {
  return kinds.flatMap((kind) => own(kind.fields, field) ?? []);
}
