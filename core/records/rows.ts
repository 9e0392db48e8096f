import type { Handling } from '../../domain/handling/handling.ts';
import type { FieldConflict } from '../../domain/records/conflict.ts';
import type { Link } from '../../domain/records/linksIn.ts';
import type { Version } from '../../domain/records/merge.ts';
import type { Body, SignedRevision } from '../../domain/records/revision.ts';
import type { Sqlite } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

/** Only what these functions need of a vault, so that a migration or an examination can use them too. */
export type Rows = Pick<Vault, 'sqlite'>;

export interface RecordRow {
  readonly id: string;
  readonly kind: string;
  readonly heads: readonly string[];
  readonly body: Body;
  readonly handling: Handling;
  readonly title: string;
  readonly originator: string;
  readonly deleted: boolean;
  readonly conflicted: boolean;
  readonly updated: string;
}

export interface DraftRow {
  readonly record: string;
  readonly kind: string;
  readonly base: readonly string[];
  readonly body: Body;
  readonly handling: Handling;
  readonly since: number;
  readonly updated: number;
}

/** How undo sees a local cut: steps back over it, can do it again, or leaves it alone. */
export const LIVE = 0;
export const UNDONE = 1;
export const LEFT_ASIDE = 2;
export type CutState = typeof LIVE | typeof UNDONE | typeof LEFT_ASIDE;

export interface CutRow {
  readonly id: number;
  readonly record: string;
  readonly at: number;
  readonly body: Body;
  readonly handling: Handling;
  readonly undone: number;
}

/** A shared revision without its text. */
export interface RevisionRow {
  readonly id: string;
  readonly kind: string;
  readonly parents: readonly string[];
  readonly at: string;
  readonly author: string;
  readonly seat: string;
}

interface StoredRecord {
  id: string;
  kind: string;
  heads: string;
  body: string;
  handling: string;
  title: string;
  originator: string;
  deleted: number;
  conflicted: number;
  updated: string;
}
type StoredDraft = Omit<DraftRow, 'base' | 'body' | 'handling'> & { base: string; body: string; handling: string };
type StoredCut = Omit<CutRow, 'body' | 'handling'> & { body: string; handling: string };

function prepareAll(sqlite: Sqlite) {
  return {
    record: sqlite.prepare<[string], StoredRecord>('SELECT * FROM record WHERE id = ?'),
    facts: sqlite.prepare<[string], Pick<StoredRecord, 'title' | 'handling' | 'conflicted'>>(
      'SELECT title, handling, conflicted FROM record WHERE id = ?',
    ),
    putRecord: sqlite.prepare<[string, string, string, string, string, string, string, number, number, string]>(
      `INSERT INTO record (id, kind, heads, body, handling, title, originator, deleted, conflicted, updated)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, heads = excluded.heads, body = excluded.body,
         handling = excluded.handling, title = excluded.title, originator = excluded.originator,
         deleted = excluded.deleted, conflicted = excluded.conflicted, updated = excluded.updated`,
    ),
    dropRecord: sqlite.prepare<[string]>('DELETE FROM record WHERE id = ?'),
    draft: sqlite.prepare<[string], StoredDraft>('SELECT * FROM draft WHERE record = ?'),
    draftIds: sqlite.prepare<[], { record: string }>('SELECT record FROM draft ORDER BY record'),
    putDraft: sqlite.prepare<[string, string, string, string, string, number, number]>(
      `INSERT INTO draft (record, kind, base, body, handling, since, updated) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (record) DO UPDATE SET kind = excluded.kind, base = excluded.base, body = excluded.body,
         handling = excluded.handling, since = excluded.since, updated = excluded.updated`,
    ),
    dropDraft: sqlite.prepare<[string]>('DELETE FROM draft WHERE record = ?'),
    dueDrafts: sqlite.prepare<[number], { record: string }>(
      'SELECT record FROM draft WHERE since > 0 AND since <= ? ORDER BY record',
    ),
    revisions: sqlite.prepare<[string], Omit<RevisionRow, 'parents'> & { parents: string }>(
      'SELECT id, kind, parents, at, author, seat FROM revision WHERE record = ?',
    ),
    line: sqlite.prepare<[string], { line: string }>('SELECT line FROM revision WHERE id = ?'),
    addRevision: sqlite.prepare<[string, string, string, string, string, string, string, string, string | null]>(
      `INSERT OR IGNORE INTO revision (id, record, kind, parents, author, seat, at, line, bundle)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    linkCount: sqlite.prepare<[string], { field: string; target: string }>(
      'SELECT field, target FROM link WHERE source = ? ORDER BY field, target',
    ),
    addLink: sqlite.prepare<[string, string, string]>('INSERT INTO link (source, field, target) VALUES (?, ?, ?)'),
    dropLinks: sqlite.prepare<[string]>('DELETE FROM link WHERE source = ?'),
    conflicts: sqlite.prepare<[string], { conflict: string }>(
      'SELECT conflict FROM conflict WHERE record = ? ORDER BY path',
    ),
    addConflict: sqlite.prepare<[string, string, string]>(
      'INSERT INTO conflict (record, path, conflict) VALUES (?, ?, ?)',
    ),
    conflicted: sqlite.prepare<[], string>('SELECT DISTINCT record FROM conflict').pluck(),
    dropConflicts: sqlite.prepare<[string]>('DELETE FROM conflict WHERE record = ?'),
    cuts: sqlite.prepare<[string], StoredCut>('SELECT * FROM local_revision WHERE record = ? ORDER BY id'),
    cutTimes: sqlite.prepare<[string], { id: number; at: number }>(
      'SELECT id, at FROM local_revision WHERE record = ? ORDER BY id',
    ),
    cut: sqlite.prepare<[number, string], StoredCut>('SELECT * FROM local_revision WHERE id = ? AND record = ?'),
    lastCuts: sqlite.prepare<[string, number, number], StoredCut>(
      'SELECT * FROM local_revision WHERE record = ? AND undone = ? ORDER BY id DESC LIMIT ?',
    ),
    firstCut: sqlite.prepare<[string, number], StoredCut>(
      'SELECT * FROM local_revision WHERE record = ? AND undone = ? ORDER BY id LIMIT 1',
    ),
    addCut: sqlite.prepare<[string, number, string, string, number]>(
      'INSERT INTO local_revision (record, at, body, handling, undone) VALUES (?, ?, ?, ?, ?)',
    ),
    markCut: sqlite.prepare<[number, number]>('UPDATE local_revision SET undone = ? WHERE id = ?'),
    markCuts: sqlite.prepare<[number, string, number]>(
      'UPDATE local_revision SET undone = ? WHERE record = ? AND undone = ?',
    ),
    dropCuts: sqlite.prepare<[string]>('DELETE FROM local_revision WHERE record = ?'),
  };
}

const statementsOf = preparedOnce(prepareAll);
const statements = ({ sqlite }: Rows) => statementsOf(sqlite);

/** The view of a record as it was last computed; undefined when there is no such record. */
export function findRecord(rows: Rows, id: string): RecordRow | undefined {
  const row = statements(rows).record.get(id);
  return row && readRecordRow(row);
}

/** What lists say of a record, without its body. */
export type RecordFacts = Pick<RecordRow, 'title' | 'handling' | 'conflicted'>;

/** The same of a record whose body nobody looks at, which is read in a fraction of the time. */
export function findFacts(rows: Rows, id: string): RecordFacts | undefined {
  const row = statements(rows).facts.get(id);
  return row && { title: row.title, handling: JSON.parse(row.handling), conflicted: row.conflicted === 1 };
}

/** Turns a row of the table `record`, as the driver gives it, into the view it holds. */
export function readRecordRow(row: StoredRecord): RecordRow {
  return {
    ...row,
    heads: JSON.parse(row.heads),
    body: JSON.parse(row.body),
    handling: JSON.parse(row.handling),
    deleted: row.deleted === 1,
    conflicted: row.conflicted === 1,
  };
}

/** Writes a view. Gives how many characters its body has. */
export function writeRecord(rows: Rows, view: RecordRow): number {
  const { id, kind, title, originator, deleted, conflicted, updated } = view;
  const [heads, body, handling] = [view.heads, view.body, view.handling].map((part) => JSON.stringify(part));
  statements(rows).putRecord.run(
    id,
    kind,
    heads ?? '',
    body ?? '',
    handling ?? '',
    title,
    originator,
    deleted ? 1 : 0,
    conflicted ? 1 : 0,
    updated,
  );
  return body?.length ?? 0;
}

/** Removes the view and what was derived with it, and the local cuts: of a record that came with an import only. */
export function eraseRecord(rows: Rows, id: string): void {
  const all = statements(rows);
  all.dropRecord.run(id);
  all.dropLinks.run(id);
  all.dropConflicts.run(id);
  all.dropCuts.run(id);
}

export function findDraft(rows: Rows, id: string): DraftRow | undefined {
  const row = statements(rows).draft.get(id);
  return row && { ...row, base: JSON.parse(row.base), body: JSON.parse(row.body), handling: JSON.parse(row.handling) };
}

/** Records with edits that were not shared, sorted. */
export function draftedRecords(rows: Rows): string[] {
  return statements(rows)
    .draftIds.all()
    .map(({ record }) => record);
}

/** Records whose uncut changes began at `latest` (milliseconds since 1970) or before. */
export function draftsChangedBefore(rows: Rows, latest: number): string[] {
  return statements(rows)
    .dueDrafts.all(latest)
    .map(({ record }) => record);
}

export function writeDraft(rows: Rows, draft: DraftRow): void {
  const { record, kind, since, updated } = draft;
  const [base, body, handling] = [draft.base, draft.body, draft.handling].map((part) => JSON.stringify(part));
  statements(rows).putDraft.run(record, kind, base ?? '', body ?? '', handling ?? '', since, updated);
}

export function dropDraft(rows: Rows, id: string): void {
  statements(rows).dropDraft.run(id);
}

/** The shared revisions of a record, without their text, in no order. */
export function revisionsOf(rows: Rows, id: string): RevisionRow[] {
  return statements(rows)
    .revisions.all(id)
    .map((row) => ({ ...row, parents: JSON.parse(row.parents) }));
}

/** A shared revision as it came; undefined when it is not here. */
export function findRevision(rows: Rows, id: string): SignedRevision | undefined {
  const row = statements(rows).line.get(id);
  if (row === undefined) return undefined;
  const revision: SignedRevision = JSON.parse(row.line);
  return revision;
}

/** A shared revision as merging looks at it: its place in the history, and what it says once that is asked for. */
export function versionOf(rows: Rows, row: RevisionRow): Version & RevisionRow {
  return readWhenAsked(row, () => findRevision(rows, row.id));
}

/** A version whose content is read when somebody asks for it, and only once: of a long history, that is of few. */
export function readWhenAsked<A extends { readonly id: string; readonly parents: readonly string[] }>(
  about: A,
  read: () => SignedRevision | undefined,
): Version & A {
  let found: SignedRevision | undefined;
  const content = (): SignedRevision => {
    found ??= read();
    if (found === undefined) throw new RangeError('A version of the record is not here.');
    return found;
  };
  return {
    ...about,
    get body() {
      return content().body;
    },
    get handling() {
      return content().handling;
    },
  };
}

/** Keeps a revision with the line it travels in. False when it is here already. */
export function writeRevision(rows: Rows, revision: SignedRevision, line: string, bundle: string | null): boolean {
  const { id, record, kind, parents, author, seat, at } = revision;
  const { changes } = statements(rows).addRevision.run(
    id,
    record,
    kind,
    JSON.stringify(parents),
    author,
    seat,
    at,
    line,
    bundle,
  );
  return changes === 1;
}

/** Replaces the links of a record. Does nothing when they are the same. */
export function writeLinks(rows: Rows, id: string, links: readonly Link[]): void {
  const all = statements(rows);
  const sorted = links.map(({ field, target }) => `${field} ${target}`).sort();
  const before = all.linkCount.all(id).map(({ field, target }) => `${field} ${target}`);
  if (before.length === sorted.length && before.sort().every((link, index) => link === sorted[index])) return;
  all.dropLinks.run(id);
  for (const { field, target } of links) all.addLink.run(id, field, target);
}

/** The records that are in conflict. */
export function conflictedRecords(rows: Rows): ReadonlySet<string> {
  return new Set(statements(rows).conflicted.all());
}

/** The open questions of a record, in the order of their paths. */
export function conflictsOf(rows: Rows, id: string): FieldConflict[] {
  return statements(rows)
    .conflicts.all(id)
    .map((row) => {
      const conflict: FieldConflict = JSON.parse(row.conflict);
      return conflict;
    });
}

export function writeConflicts(rows: Rows, id: string, conflicts: readonly FieldConflict[]): void {
  const all = statements(rows);
  all.dropConflicts.run(id);
  for (const conflict of conflicts) all.addConflict.run(id, conflict.path, JSON.stringify(conflict));
}

/** The local cuts of a record, the oldest first. */
export function cutsOf(rows: Rows, id: string): CutRow[] {
  return statements(rows).cuts.all(id).map(readCut);
}

/** Numbers and times (milliseconds since 1970) of a record's local cuts, the oldest first. */
export function cutTimesOf(rows: Rows, id: string): { id: number; at: number }[] {
  return statements(rows).cutTimes.all(id);
}

/** One local cut of a record, by its number. */
export function findCut(rows: Rows, id: string, cut: number): CutRow | undefined {
  const row = statements(rows).cut.get(cut, id);
  return row && readCut(row);
}

/** The newest cuts of a record that are in this state, at most `count`; the newest first. */
export function lastCuts(rows: Rows, id: string, state: CutState, count: number): CutRow[] {
  return statements(rows).lastCuts.all(id, state, count).map(readCut);
}

/** The oldest cut of a record that is in this state. */
export function firstCut(rows: Rows, id: string, state: CutState): CutRow | undefined {
  const row = statements(rows).firstCut.get(id, state);
  return row && readCut(row);
}

function readCut(row: StoredCut): CutRow {
  return { ...row, body: JSON.parse(row.body), handling: JSON.parse(row.handling) };
}

export function addCut(
  rows: Rows,
  id: string,
  at: number,
  state: Pick<CutRow, 'body' | 'handling'>,
  undone: CutState = LIVE,
): void {
  statements(rows).addCut.run(id, at, JSON.stringify(state.body), JSON.stringify(state.handling), undone);
}

export function markCut(rows: Rows, cut: number, undone: CutState): void {
  statements(rows).markCut.run(undone, cut);
}

/**
 * Changes all cuts of a record that are in one state to another. Looks first whether there are any: a statement that may
 * change several rows makes the search index write out what it has.
 */
export function markCuts(rows: Rows, id: string, from: CutState, to: CutState): void {
  if (statements(rows).firstCut.get(id, from) !== undefined) statements(rows).markCuts.run(to, id, from);
}
