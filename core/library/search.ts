import { matchExpression, parseQuery } from '../../domain/library/query.ts';
import type { Sqlite } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { type Hit, hitsOf } from './hits.ts';
import { widen } from './widen.ts';

export interface SearchRequest {
  /** Only these kinds and labels; all unless told. */
  readonly kinds?: readonly string[] | undefined;
  readonly labels?: readonly string[] | undefined;
  /** Only these records, by id. */
  readonly records?: readonly string[] | undefined;
  /** Deleted records are found too, or only they; not unless told. */
  readonly deleted?: 'with' | 'only' | undefined;
  /** 25 unless told. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  /** The query is still being typed: its last word may be unfinished. */
  readonly typing?: boolean | undefined;
}

export interface SearchResult {
  /** The best first. */
  readonly hits: readonly Hit[];
  /** How many records match, with the filters of the request; of the 10,000 latest made when there are `more`. */
  readonly total: number;
  readonly more: boolean;
  /** How many match by kind, by label, and of the deleted ones: each counted without its own filter. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly labels: Readonly<Record<string, number>>;
  readonly deleted: number;
  /** No record has the words themselves; these have them inside other words. */
  readonly widened: boolean;
}

const NOTHING: SearchResult = {
  hits: [],
  total: 0,
  more: false,
  kinds: {},
  labels: {},
  deleted: 0,
  widened: false,
};

/** So many matches are counted, the latest made: beyond that, nobody needs the number, and counting takes the time. */
export const COUNTED = 10_000;
/**
 * So many matches are ranked: those in titles, and those in text, by the latest made. A query that finds more says too
 * little for a rank to mean anything.
 */
const RANKED = 1_000;

/** Titles weigh more than text. */
const CANDIDATES = `SELECT * FROM (
  SELECT record, d.rowid AS place, bm25(search_words, 8.0, 1.0) AS rank
  FROM search_words JOIN search_document AS d ON d.rowid = search_words.rowid
  WHERE search_words MATCH $EXPRESSION
    AND ($kinds IS NULL OR kind IN (SELECT value FROM json_each($kinds)))
    AND ($labels IS NULL OR label IN (SELECT value FROM json_each($labels)))
    AND ($records IS NULL OR record IN (SELECT value FROM json_each($records)))
    AND deleted BETWEEN $living AND $deleted
  ORDER BY search_words.rowid DESC LIMIT ${RANKED})`;

interface Page {
  readonly inTitle: string;
  readonly anywhere: string;
  readonly kinds: string | null;
  readonly labels: string | null;
  readonly records: string | null;
  /** The least and the highest value of the column `deleted`. */
  readonly living: number;
  readonly deleted: number;
  readonly limit: number;
  readonly offset: number;
}

interface Group {
  readonly kind: string;
  readonly label: string;
  readonly deleted: number;
  readonly count: number;
}

function prepareAll(sqlite: Sqlite) {
  return {
    groups: sqlite.prepare<[string], Group>(
      `SELECT kind, label, deleted, count(*) AS count FROM (
         SELECT rowid AS place FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC LIMIT ${COUNTED}
       ) JOIN search_document ON search_document.rowid = place GROUP BY kind, label, deleted`,
    ),
    page: sqlite.prepare<[Page], { record: string }>(
      `SELECT record, min(rank) AS best FROM (
         ${CANDIDATES.replace('$EXPRESSION', '$inTitle')} UNION ALL ${CANDIDATES.replace('$EXPRESSION', '$anywhere')}
       ) GROUP BY record ORDER BY best, place DESC LIMIT $limit OFFSET $offset`,
    ),
  };
}

const statementsOf = preparedOnce(prepareAll);

/**
 * Finds records by their words (see `parseQuery` for what can be typed). Case, accents and the special letters of
 * European languages make no difference; scripts without spaces are found by any run of signs. Private notes are
 * found like everything else: nothing leaves this installation. Nothing that is typed is an error.
 */
export function search(vault: Vault, text: string, request: SearchRequest = {}): SearchResult {
  const query = parseQuery(text, { typing: request.typing ?? false });
  const exact = matchExpression(query);
  if (exact === undefined) return NOTHING;
  const found = find(vault, exact, request);
  if (found !== undefined)
    return { ...found.counts, hits: hitsOf(vault, found.records, query, 'whole'), widened: false };
  const wider = widen(vault, query);
  const inside = wider === undefined ? undefined : find(vault, wider, request);
  if (inside === undefined) return NOTHING;
  return { ...inside.counts, hits: hitsOf(vault, inside.records, query, 'inside'), widened: true };
}

interface Found {
  readonly records: readonly string[];
  readonly counts: Omit<SearchResult, 'hits' | 'widened'>;
}

/** Undefined when nothing matches, whatever the filters. */
function find(vault: Vault, expression: string, request: SearchRequest): Found | undefined {
  const groups = statementsOf(vault.sqlite).groups.all(expression);
  if (groups.length === 0) return undefined;
  const counts = countsOf(groups, request);
  return { counts, records: counts.total > 0 || counts.more ? ranked(vault, expression, request) : [] };
}

function countsOf(groups: readonly Group[], request: SearchRequest): Found['counts'] {
  const { kinds, labels } = request;
  const fits = {
    kind: (group: Group) => kinds === undefined || kinds.includes(group.kind),
    label: (group: Group) => labels === undefined || labels.includes(group.label),
    deleted: (group: Group) => request.deleted === 'with' || (group.deleted === 1) === (request.deleted === 'only'),
  };
  const sum = (some: readonly Group[]) => some.reduce((total, group) => total + group.count, 0);
  const by = (key: 'kind' | 'label', some: readonly Group[]) => {
    const counts = new Map<string, number>();
    for (const group of some) counts.set(group[key], (counts.get(group[key]) ?? 0) + group.count);
    return Object.fromEntries([...counts].sort());
  };
  const living = groups.filter(fits.deleted);
  return {
    total: sum(living.filter((group) => fits.kind(group) && fits.label(group))),
    more: sum(groups) >= COUNTED,
    kinds: by('kind', living.filter(fits.label)),
    labels: by('label', living.filter(fits.kind)),
    deleted: sum(groups.filter((group) => group.deleted === 1 && fits.kind(group) && fits.label(group))),
  };
}

/** Record ids, the best first: one page of them, of those that the filters let through. */
export function ranked(vault: Vault, expression: string, request: SearchRequest): string[] {
  const { kinds, labels, records, deleted, limit = 25, offset = 0 } = request;
  const rows = statementsOf(vault.sqlite).page.all({
    inTitle: `{title} : (${expression})`,
    anywhere: expression,
    kinds: kinds === undefined ? null : JSON.stringify(kinds),
    labels: labels === undefined ? null : JSON.stringify(labels),
    records: records === undefined ? null : JSON.stringify(records),
    living: deleted === 'only' ? 1 : 0,
    deleted: deleted === undefined ? 0 : 1,
    limit,
    offset,
  });
  return rows.map((row) => row.record);
}
