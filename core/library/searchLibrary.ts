import { meetingOf } from '../../domain/library/home.ts';
import { matchExpression, parseQuery } from '../../domain/library/query.ts';
import type { Comparison } from '../../domain/library/snippet.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { type ColumnStore, columnStore, type ListedRecord } from '../records/register/columnStore.ts';
import type { Sqlite } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { type Hit, hitsOf } from './hits.ts';
import { COUNTED, ranked } from './search.ts';
import { widen } from './widen.ts';

export interface LibraryRequest {
  /** All unless told; several of one facet are alternatives, facets together narrow. */
  readonly kinds?: readonly string[] | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly meetings?: readonly string[] | undefined;
  /** Changed at this minute or later, and before that one: `2027-03-03T18:12Z`. */
  readonly since?: string | undefined;
  readonly before?: string | undefined;
  /** `relevance` unless told; without words always the newest first. */
  readonly sort?: 'relevance' | 'newest' | undefined;
  /** 25 unless told. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  /** The query is still being typed: its last word may be unfinished. */
  readonly typing?: boolean | undefined;
  /** How many were changed since each of these minutes is counted. */
  readonly countSince?: readonly string[] | undefined;
}

export interface LibraryResult {
  readonly hits: readonly Hit[];
  /** How many records fit; of the 10,000 latest made that have the words when there are `more`. */
  readonly total: number;
  readonly more: boolean;
  readonly widened: boolean;
  /** How many fit by kind, label, meeting and time of change: each counted without its own filter. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly labels: Readonly<Record<string, number>>;
  /** The meeting with the most first. */
  readonly meetings: readonly { readonly meeting: RecordId; readonly title: string; readonly count: number }[];
  readonly since: readonly { readonly since: string; readonly count: number }[];
}

interface Matching {
  readonly records: readonly string[];
  readonly expression?: string;
  readonly comparison: Comparison;
}

const statementsOf = preparedOnce((sqlite: Sqlite) =>
  sqlite
    .prepare<[string], string>(
      `SELECT record FROM search_words JOIN search_document ON search_document.rowid = search_words.rowid
       WHERE search_words MATCH ? ORDER BY search_words.rowid DESC LIMIT ${COUNTED}`,
    )
    .pluck(),
);

/**
 * Finds records by their words (see `search`) and by what they are: kind, label, meeting, time of change, with how many
 * there are of each. Without words it gives all that fit, the newest first. Deleted records are left out. Nothing that
 * is typed is an error.
 */
export function searchLibrary(vault: Vault, text: string, request: LibraryRequest = {}): LibraryResult {
  const store = columnStore(vault);
  const query = parseQuery(text, { typing: request.typing ?? false });
  const matching = matchingOf(vault, store, text, query);
  const { found, isWhole, ...counts } = tell(store, matching.records, request);
  const { limit = 25, offset = 0, sort = 'relevance' } = request;
  const page =
    matching.expression === undefined || sort === 'newest'
      ? newest(found, offset + limit).slice(offset)
      : ranked(vault, matching.expression, { limit, offset, ...(isWhole ? {} : { records: found.map(idOf) }) });
  return {
    ...counts,
    hits: hitsOf(vault, page, query, matching.comparison),
    total: found.length,
    more: matching.expression !== undefined && matching.records.length >= COUNTED,
    widened: matching.comparison === 'inside',
  };
}

/** All records that have the words, or have them inside other words; all that there are when no words are asked for. */
function matchingOf(vault: Vault, store: ColumnStore, text: string, query: ReturnType<typeof parseQuery>): Matching {
  const exact = matchExpression(query);
  if (exact === undefined) return { records: text.trim() === '' ? [...store.records.keys()] : [], comparison: 'whole' };
  const statement = statementsOf(vault.sqlite);
  const records = statement.all(exact);
  if (records.length > 0) return { records, expression: exact, comparison: 'whole' };
  const wider = widen(vault, query);
  const inside = wider === undefined ? [] : statement.all(wider);
  if (wider === undefined || inside.length === 0) return { records: [], comparison: 'whole' };
  return { records: inside, expression: wider, comparison: 'inside' };
}

interface Told extends Pick<LibraryResult, 'kinds' | 'labels' | 'meetings' | 'since'> {
  /** The living records that fit all filters. */
  readonly found: readonly ListedRecord[];
  /** The filters leave all of them. */
  readonly isWhole: boolean;
}

/** Which records fit, and how many there would be of each facet; in one pass, for there can be all of them. */
function tell(store: ColumnStore, records: readonly string[], request: LibraryRequest): Told {
  const { kinds, labels, meetings, since, before, countSince = [] } = request;
  const [wantedKinds, wantedLabels, wantedMeetings] = [kinds, labels, meetings].map((some) => some && new Set(some));
  const byKind = new Map<string, number>();
  const byLabel = new Map<string, number>();
  const byMeeting = new Map<string, number>();
  const bySince = countSince.map((moment) => ({ since: moment, count: 0 }));
  const found: ListedRecord[] = [];
  let living = 0;
  for (const id of records) {
    const record = store.records.get(id);
    if (record === undefined || record.deleted) continue;
    living += 1;
    const { kind, label, updated } = record;
    const meeting = meetingOf(record, (other) => store.records.get(other));
    const offKind = wantedKinds?.has(kind) === false;
    const offLabel = wantedLabels?.has(label) === false;
    const offMeeting = wantedMeetings?.has(meeting ?? '') === false;
    const offTime = (since !== undefined && updated < since) || (before !== undefined && updated >= before);
    const off = Number(offKind) + Number(offLabel) + Number(offMeeting) + Number(offTime);
    if (off > 1) continue;
    if (off === 0) found.push(record);
    if (off === 0 || offKind) count(byKind, kind);
    if (off === 0 || offLabel) count(byLabel, label);
    if (meeting !== undefined && (off === 0 || offMeeting)) count(byMeeting, meeting);
    if (off === 0 || offTime) for (const one of bySince) if (updated >= one.since) one.count += 1;
  }
  return {
    found,
    isWhole: found.length === living,
    kinds: Object.fromEntries([...byKind].sort()),
    labels: Object.fromEntries([...byLabel].sort()),
    meetings: [...byMeeting]
      .map(([id, number]) => ({
        meeting: RecordId.parse(id),
        title: store.records.get(id)?.title ?? '',
        count: number,
      }))
      .sort((one, other) => other.count - one.count || (one.title < other.title ? -1 : 1)),
    since: bySince,
  };
}

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

const idOf = ({ id }: ListedRecord): string => id;

/** The ids of so many records that were changed last, the newest first. */
function newest(records: readonly ListedRecord[], wanted: number): string[] {
  return [...records].sort(newestFirst).slice(0, wanted).map(idOf);
}

function newestFirst(one: ListedRecord, other: ListedRecord): number {
  if (one.updated !== other.updated) return one.updated < other.updated ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}
