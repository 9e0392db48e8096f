import type { Label } from '../handling/handling.ts';
import { cellWords, isPseudoColumn, type PseudoColumn } from '../records/columns.ts';
import { fieldName, type Language } from '../records/fieldNames.ts';
import { kindOf } from '../records/kinds.ts';
import { own } from '../records/own.ts';
import { compareKeys, textKey } from '../records/sortKey.ts';
import type { Audience } from '../release/audience.ts';
import { isOutside, type ReleasedRecord } from '../release/material.ts';
import { audienceOf, type Release, releasedRecord } from '../release/release.ts';
import { explanationWords } from './explanationWords.ts';
import { USUAL_PRINT } from './printRequest.ts';
import { lastDay, nameOf, networkOf, strictest } from './releasedParts.ts';
import { wordsFor } from './words.ts';

/** A list as it is asked for: by the ids of the release, in their order. */
export interface ListOrder {
  readonly ids: readonly string[];
  /** Fields, or what lists show beside them (`domain/records/columns.ts`). */
  readonly columns: readonly string[];
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  readonly language: Language;
  /** What only this desk knows of a record, for itself alone: `$state`, `$distribution`, `$updated`, `$comments`. */
  readonly own: (id: string, column: string) => string;
}

/** A list for somebody: what stands over it, the names of its columns, and its rows. All lines have as many cells. */
export interface ListTable {
  /** The strictest of its rows. */
  readonly label: Label;
  /** The mark, for whom it is, and EXERCISE where it is one. */
  readonly above: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Of the columns that are no fields, those that tell of this desk alone. */
const OWN: ReadonlySet<string> = new Set<PseudoColumn>(['$state', '$distribution', '$comments']);

/**
 * The rows of a list that the release holds. A column goes only where the audience may have something in it, and every
 * row ends with its own mark. Outside the board rows stand by what is in them: another order would tell of what is withheld.
 */
export function listTable(release: Release, order: ListOrder): ListTable {
  const audience = audienceOf<Audience>(release);
  const records = order.ids.flatMap((id) => releasedRecord(release, id) ?? []);
  const columns = order.columns.filter((column) => column !== '$label' && mayHave(column, records, audience));
  const cell = (record: ReleasedRecord, column: string) => cellOf(release, record, column, order);
  const inOrder = isOutside(audience.kind) ? ordered(records, columns, order, cell) : records;
  const label = strictest(records.map((record) => record.label));
  return {
    label,
    above: aboveList(release, label, order.language),
    heads: [...columns.map((column) => headOf(column, records, order.language)), explanationWords(order.language).mark],
    rows: inOrder.map((record) => [...columns.map((column) => cell(record, column)), markOf(record, order.language)]),
  };
}

/** What stands over the columns of every list: its mark, for whom it is, and EXERCISE where it is one. */
export function aboveList(release: Release, label: Label, language: Language): string[] {
  const audience = audienceOf<Audience>(release);
  const words = explanationWords(language);
  const name = audience.kind === 'organisation' ? nameOf(release, audience.organisation) : '';
  const { exercise } = networkOf(release, wordsFor(language));
  const whom = `${words.forWhom}${language === 'fr' ? '\u00a0' : ''}: ${name || words.audiences[audience.kind]}`;
  return [label, whom, exercise].filter((line) => line !== '');
}

function mayHave(column: string, records: readonly ReleasedRecord[], { kind }: Audience): boolean {
  if (OWN.has(column)) return kind === 'self';
  if (!isOutside(kind)) return true;
  if (column === '$updated') return false;
  return isPseudoColumn(column) || records.some(({ body }) => own(body, column) !== undefined);
}

function cellOf(
  release: Release,
  record: ReleasedRecord,
  column: string,
  { language, own: ownWords }: ListOrder,
): string {
  const { id, kind, title, body, written } = record;
  if (column === '$title') return title;
  if (column === '$kind') return kindWords(kind, language);
  if (column === '$updated') return momentIn(ownWords(id, column) || (written?.at ?? ''));
  if (OWN.has(column)) return ownWords(id, column);
  return cellWords(own(body, column), {
    kind,
    column,
    rule: own(kindOf(kind)?.fields ?? {}, column),
    language,
    titleOf: (other) => releasedRecord(release, other)?.title,
  });
}

/** As spreadsheets read it: `2027-03-02 18:12`, UTC. */
function momentIn(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

function headOf(column: string, records: readonly ReleasedRecord[], language: Language): string {
  const having = records.find(({ kind }) => own(kindOf(kind)?.fields ?? {}, column) !== undefined);
  return fieldName(having?.kind ?? records[0]?.kind, column, language);
}

/** The mark that counts for a row, and what stands beside it: caveats, that it is from outside, its last day. */
function markOf(record: ReleasedRecord, language: Language): string {
  const words = wordsFor(language);
  const { provenance } = record.body;
  const outside = provenance === 'outside' ? words.fromOutside : words.fromOutsideVerified;
  const isOut = provenance === 'outside' || provenance === 'verified';
  const last = lastDay(record, { ...USUAL_PRINT, language });
  return [record.label, ...(isOut ? [outside] : []), ...record.caveats, ...last].join(' · ');
}

function kindWords(kind: string, language: Language): string {
  const { kinds, otherKind } = explanationWords(language);
  return own(kinds, kind) ?? otherKind;
}

function ordered(
  records: readonly ReleasedRecord[],
  columns: readonly string[],
  { sort }: ListOrder,
  cell: (record: ReleasedRecord, column: string) => string,
): ReleasedRecord[] {
  const by = sort.filter(({ column }) => columns.includes(column));
  const keyed = records.map((record) => ({
    record,
    keys: by.map(({ column }) => textKey(cell(record, column))),
    title: textKey(record.title),
  }));
  keyed.sort((one, other) => {
    for (const [at, { descending }] of by.entries()) {
      const order = compareKeys(one.keys[at], other.keys[at], descending);
      if (order !== 0) return order;
    }
    return compareKeys(one.title, other.title) || (one.record.id < other.record.id ? -1 : 1);
  });
  return keyed.map(({ record }) => record);
}
