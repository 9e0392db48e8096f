import type { ReactNode } from 'react';
import { z } from 'zod';
import type { RegisterRow as RowSchema } from '../../../contract/records/register.ts';
import { type ColumnContext, cellWords } from '../../../domain/records/columns.ts';
import { fieldName, type Language } from '../../../domain/records/fieldNames.ts';
import type { FieldRule } from '../../../domain/records/kind.ts';
import { kindOf } from '../../../domain/records/kinds.ts';

export type Row = z.output<typeof RowSchema>;
export type Titles = Readonly<Record<string, string>>;

/** A column that a list can show. */
export interface RegisterColumn {
  /** A field of the kinds, or `$label`, `$updated`, … */
  readonly column: string;
  /** Pixels. */
  readonly width: number;
  /** Shown unless the person chose otherwise. */
  readonly shown: boolean;
  /** The header; the field's name unless given. */
  readonly title?: string;
  /** What stands in the cell; the words of the value unless given. */
  readonly render?: (row: Row, titles: Titles) => ReactNode;
}

/** The rule of a column's field, in the first of the kinds that has it. */
export function ruleOf(kinds: readonly string[], column: string): FieldRule | undefined {
  for (const kind of kinds) {
    const rule = kindOf(kind)?.fields[column];
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** What a column is called. */
export function columnTitle(kinds: readonly string[], { column, title }: RegisterColumn, language: Language): string {
  if (title !== undefined) return title;
  const kind = kinds.find((name) => kindOf(name)?.fields[column] !== undefined) ?? kinds[0];
  return fieldName(kind, column, language);
}

/** The words of a row's cell, as they are sorted and found. */
export function wordsOfCell(row: Row, column: string, titles: Titles, language: Language): string {
  const context: ColumnContext = {
    kind: row.kind,
    column,
    rule: kindOf(row.kind)?.fields[column],
    language,
    titleOf: (id) => titles[id],
  };
  return cellWords(row.cells[column], context);
}

/** Names of fixed values are written small in sentences; where they stand alone they begin with a capital. */
export function asTitle(kinds: readonly string[], column: string, words: string): string {
  const isFixed = ruleOf(kinds, column)?.schema instanceof z.ZodEnum;
  return isFixed ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
