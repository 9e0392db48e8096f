import { isPseudoColumn, type PseudoColumn } from '../../../domain/records/columns.ts';
import type { Json, JsonObject } from '../../../domain/records/json.ts';
import type { FieldRule } from '../../../domain/records/kind.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { own } from '../../../domain/records/own.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { findRecord, type Rows } from '../rows.ts';
import type { ColumnStore, ListedRecord } from './columnStore.ts';

/** The rule of a column among the fields of a kind; undefined where the kind has no such field. */
export function ruleOf(kind: string, column: string): FieldRule | undefined {
  return own(kindOf(kind)?.fields ?? {}, column);
}

/** What a record has in a column; of a document whether there is something in it (true). */
export function cellIn(store: ColumnStore, record: ListedRecord, column: string): Json | undefined {
  if (isPseudoColumn(column)) return pseudoCell(store, record, column);
  const rule = ruleOf(record.kind, column);
  if (rule?.merge !== 'richText') return standing(store, rule, own(record.fields, column));
  return store.withText(record.kind, column).has(record.id) || undefined;
}

/** What a record has in some columns, documents whole; those in which it has nothing are left out. */
export function cellsOf(rows: Rows, store: ColumnStore, record: ListedRecord, columns: readonly string[]): JsonObject {
  const documents = columns.some((column) => ruleOf(record.kind, column)?.merge === 'richText');
  const body = documents ? (findRecord(rows, record.id)?.body ?? {}) : record.fields;
  const cells: JsonObject = {};
  for (const column of columns) {
    const rule = ruleOf(record.kind, column);
    const value = isPseudoColumn(column) ? pseudoCell(store, record, column) : standing(store, rule, own(body, column));
    if (value !== undefined && (isPseudoColumn(column) || rule !== undefined)) cells[column] = value;
  }
  return cells;
}

/** Links to what was joined with another lead to the one that stands for it. */
function standing(store: ColumnStore, rule: FieldRule | undefined, value: Json | undefined): Json | undefined {
  if (rule?.link !== true || value === undefined) return value;
  const kept = store.kept();
  if (kept.size === 0) return value;
  const follow = (one: Json) => (typeof one === 'string' ? (kept.get(one) ?? one) : one);
  return Array.isArray(value) ? [...new Set(value.map(follow))] : follow(value);
}

function pseudoCell(store: ColumnStore, record: ListedRecord, column: PseudoColumn): Json | undefined {
  switch (column) {
    case '$kind':
      return record.kind;
    case '$title':
      return record.title;
    case '$label':
      return record.label;
    case '$distribution':
      return asJson(record.distribution);
    case '$updated':
      return record.updated;
    case '$comments':
      return store.openComments().get(record.id);
    case '$state':
      if (record.deleted) return 'deleted';
      if (record.conflicted) return 'conflicted';
      return record.draft ? 'draft' : 'shared';
  }
}
