import type { z } from 'zod';
import type {
  RegisterChoice,
  RegisterRow,
  RegisterSelection,
  registerCalls,
} from '../../../contract/records/register.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import { labelRank } from '../../../domain/handling/order.ts';
import { Provenance } from '../../../domain/papers/kinds.ts';
import {
  type ColumnContext,
  cellWords,
  facetValues,
  isPseudoColumn,
  linkedFrom,
  rulesAmong,
} from '../../../domain/records/columns.ts';
import { type Cell, conditionOf, type Filter, isEmptyValue } from '../../../domain/records/filter.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { canonicalJson, type Json } from '../../../domain/records/json.ts';
import type { FieldRule, RecordKind } from '../../../domain/records/kind.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { compareKeys, type SortKey, textKey } from '../../../domain/records/sortKey.ts';
import type { Sqlite } from '../../vault/database.ts';
import type { Vault } from '../../vault/vault.ts';
import { cellIn, cellsOf, ruleOf } from './cells.ts';
import { type ColumnStore, columnStore, type ListedRecord } from './columnStore.ts';
import { matchingRecords } from './matchingRecords.ts';

type Choice = z.output<typeof RegisterChoice>;
type Selection = z.output<typeof RegisterSelection>;
type Page = z.output<(typeof registerCalls)['register']['input']>;
type Answer = z.input<(typeof registerCalls)['register']['output']>;
type Facet = z.input<(typeof registerCalls)['facets']['output']>[number];

const MOST_FACETS = 200;

/** One page of a list (see `registerCalls.register`). Throws `input.invalid` (details: columns). */
export function readRegister(vault: Vault, request: Page): Answer {
  const { columns, offset, limit, ...selection } = request;
  requireColumns(request.kinds, columns);
  const store = columnStore(vault);
  const ordered = select(vault, store, selection);
  const page = ordered.slice(offset, offset + limit);
  const titles = new Map<string, string>();
  const rows = page.map((record): z.input<typeof RegisterRow> => {
    const cells = cellsOf(vault, store, record, columns);
    for (const [column, value] of Object.entries(cells)) {
      for (const id of linkedFrom(value, column, ruleOf(record.kind, column))) {
        const title = store.records.get(id)?.title;
        if (title !== undefined) titles.set(id, title);
      }
    }
    const { id, kind, title, label, deleted, conflicted, draft, updated } = record;
    const provenance = Provenance.safeParse(record.fields.provenance);
    return {
      ...{ id: RecordId.parse(id), kind, title, label, deleted, conflicted, draft, updated, cells },
      ...(provenance.success ? { provenance: provenance.data } : {}),
    };
  });
  return { total: ordered.length, rows, titles: Object.fromEntries(titles) };
}

/** All records of a list, in its order. Throws `input.invalid`. */
export function registerIds(vault: Vault, selection: Selection): RecordId[] {
  return select(vault, columnStore(vault), selection).map(({ id }) => RecordId.parse(id));
}

/** The values of a column among the records of a list (see `registerCalls.facets`). Throws `input.invalid`. */
export function readFacets(vault: Vault, { column, ...choice }: Choice & { readonly column: string }): Facet[] {
  requireColumns(choice.kinds, [column], isNoText);
  const store = columnStore(vault);
  const counts = new Map<string, { value: Json; title?: string; count: number }>();
  for (const record of choose(vault, store, choice)) {
    const rule = ruleOf(record.kind, column);
    const isLink = rule?.link === true || rule?.entry !== undefined;
    for (const value of facetValues(cellIn(store, record, column), column, rule)) {
      const key = JSON.stringify(value);
      const title = isLink ? store.records.get(String(value))?.title : undefined;
      const facet = counts.get(key) ?? { value, ...(title === undefined ? {} : { title }), count: 0 };
      facet.count += 1;
      counts.set(key, facet);
    }
  }
  const words = ({ title, value }: Facet) => textKey(title ?? String(value));
  return [...counts.values()]
    .sort((one, other) => other.count - one.count || compareKeys(words(one), words(other)))
    .slice(0, MOST_FACETS);
}

/** The last lists of a vault, each as it was put in order: paging through one does not sort it again. */
const REMEMBERED = 8;
const remembered = new WeakMap<Sqlite, Map<string, { version: number; records: readonly ListedRecord[] }>>();

function select(vault: Vault, store: ColumnStore, selection: Selection): readonly ListedRecord[] {
  const lists = remembered.get(vault.sqlite) ?? new Map();
  remembered.set(vault.sqlite, lists);
  const key = canonicalJson(asJson(selection));
  const known = lists.get(key);
  if (known?.version === store.version) return known.records;
  const records = sorted(store, choose(vault, store, selection), selection);
  lists.delete(key);
  lists.set(key, { version: store.version, records });
  for (const [oldest] of lists) if (lists.size > REMEMBERED) lists.delete(oldest);
  return records;
}

function choose(vault: Vault, store: ColumnStore, choice: Choice): ListedRecord[] {
  const { kinds, filters, search, deleted = 'without', conflicted, drafts, language = 'en' } = choice;
  for (const filter of filters) requireFilter(kinds, filter);
  const found = search === undefined ? undefined : matchingRecords(vault, search);
  const conditions = filters.map((filter) => ({ filter, holds: conditionOf(filter) }));
  const words = wordsIn(store, language);
  const fits = (record: ListedRecord): boolean => {
    if (!kinds.includes(record.kind) || (deleted !== 'with' && record.deleted !== (deleted === 'only'))) return false;
    if (conflicted !== undefined && record.conflicted !== conflicted) return false;
    if (drafts !== undefined && record.draft !== drafts) return false;
    if (found !== undefined && !found.has(record.id)) return false;
    return conditions.every(({ filter: { column }, holds }) => {
      const value = cellIn(store, record, column);
      const cell: Cell = { value, words: () => words(record, column, value) };
      return holds(cell);
    });
  };
  return [...store.records.values().filter(fits)];
}

function sorted(store: ColumnStore, records: ListedRecord[], { kinds, sort, language = 'en' }: Selection) {
  requireColumns(
    kinds,
    sort.map(({ column }) => column),
    isNoText,
  );
  const words = wordsIn(store, language);
  const keyed = records.map((record) => ({
    record,
    keys: sort.map(({ column }): SortKey => keyOf(store, record, column, words)),
  }));
  keyed.sort((one, other) => {
    for (let place = 0; place < sort.length; place++) {
      const order = compareKeys(one.keys[place], other.keys[place], sort[place]?.descending);
      if (order !== 0) return order;
    }
    const [first, second] = [one.record, other.record];
    return compareKeys(first.titleKey, second.titleKey) || (first.id < second.id ? -1 : 1);
  });
  return keyed.map(({ record }) => record);
}

type Words = (record: ListedRecord, column: string, value: Json | undefined) => string;

function wordsIn(store: ColumnStore, language: ColumnContext['language']): Words {
  const titleOf = (id: string) => store.records.get(id)?.title;
  return ({ kind }, column, value) => cellWords(value, { kind, column, rule: ruleOf(kind, column), language, titleOf });
}

/** Labels by strictness, numbers and truth values by size, all else by the words that people see. */
function keyOf(store: ColumnStore, record: ListedRecord, column: string, words: Words): SortKey {
  if (column === '$title') return record.titleKey;
  if (column === '$label') return labelRank(record.label);
  const value = cellIn(store, record, column);
  if (isEmptyValue(value)) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  const isLink = typeof value === 'string' && ruleOf(record.kind, column)?.link === true;
  return isLink ? store.records.get(value)?.titleKey : store.textKey(words(record, column, value));
}

/** Documents are found by search; of them a list knows only whether there is something in them. */
const isNoText = (rule: FieldRule): boolean => rule.merge !== 'richText';

function requireFilter(kinds: readonly string[], { column, is }: Filter): void {
  requireColumns(kinds, [column], is === 'empty' || is === 'notEmpty' ? () => true : isNoText);
}

function requireColumns(
  kinds: readonly string[],
  columns: readonly string[],
  allows: (rule: FieldRule) => boolean = () => true,
): void {
  const known: RecordKind[] = kinds.flatMap((kind) => kindOf(kind) ?? []);
  const wrong = columns.filter((column) => {
    if (isPseudoColumn(column)) return false;
    const rules = rulesAmong(known, column);
    return rules.length === 0 || !rules.every(allows);
  });
  if (wrong.length > 0) throw new AmberdeskError('input.invalid', { columns: wrong });
}
