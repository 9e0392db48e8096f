import type { RecordId } from '../../../domain/records/ids.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { linksIn } from '../../../domain/records/linksIn.ts';
import type { Body, SignedRevision } from '../../../domain/records/revision.ts';
import { minuteOf } from '../../context.ts';
import type { Sqlite } from '../../vault/database.ts';
import { preparedOnce } from '../../vault/preparedOnce.ts';
import { findDraft, findRecord, type Rows } from '../rows.ts';

/** A link from or to a record, seen from there. */
export interface LinkedRecord {
  readonly source: string;
  readonly target: string;
  readonly field: string;
  /** The link is the record's own; else it is the other one's. */
  readonly outgoing: boolean;
  /** The other record; kind and title are unknown when it is not here. */
  readonly record: string;
  readonly kind: string | undefined;
  readonly title: string | undefined;
  /** When the record that has the link was changed last: minutes, UTC; undefined of the record's own links. */
  readonly since: string | undefined;
}

/** When a link arose, as far as what is here tells, and which installation made it; this one without an author. */
export interface LinkOrigin {
  readonly at: string;
  readonly author?: string;
}

interface Row {
  field: string;
  record: string;
  kind: string | null;
  title: string | null;
  updated: string | null;
}

const statementsOf = preparedOnce((sqlite: Sqlite) => ({
  from: sqlite.prepare<[string], Row>(
    `SELECT field, target AS record, kind, title, updated FROM link LEFT JOIN record ON record.id = target
     WHERE source = ? AND coalesce(deleted, 0) = 0 ORDER BY field, target`,
  ),
  to: sqlite.prepare<[string], Row>(
    `SELECT field, source AS record, kind, title, updated FROM link JOIN record ON record.id = source
     WHERE target = ? AND deleted = 0 ORDER BY updated DESC, source, field`,
  ),
  lines: sqlite.prepare<[string, string], { line: string }>(
    'SELECT line FROM revision WHERE record = ? AND instr(line, ?) > 0 ORDER BY at, id',
  ),
  cuts: sqlite.prepare<[string, string], { at: number; body: string }>(
    'SELECT at, body FROM local_revision WHERE record = ? AND instr(body, ?) > 0 ORDER BY id',
  ),
}));

/** All links of a record: its own, then those of others to it, the ones changed latest first. */
export function* linkedRecords({ sqlite }: Rows, id: RecordId): Generator<LinkedRecord> {
  const { from, to } = statementsOf(sqlite);
  for (const { updated: _updated, ...row } of from.all(id)) {
    yield { ...named(row), source: id, target: row.record, outgoing: true, since: undefined };
  }
  for (const { updated, ...row } of to.all(id)) {
    yield { ...named(row), source: row.record, target: id, outgoing: false, since: updated ?? undefined };
  }
}

function named({ field, record, kind, title }: Omit<Row, 'updated'>) {
  return { field, record, kind: kind ?? undefined, title: title ?? undefined };
}

/** The first version here, shared or local, that has the link; else the draft, which alone has it. */
export function linkBegan(rows: Rows, link: LinkedRecord): LinkOrigin {
  const shared = firstShared(rows, link);
  const typed = firstTyped(rows, link);
  if (shared === undefined || (typed !== undefined && typed < shared.at)) {
    return { at: typed ?? minuteOf(findDraft(rows, link.source)?.updated ?? 0) };
  }
  return { at: shared.at, author: shared.author };
}

function firstShared(rows: Rows, link: LinkedRecord): SignedRevision | undefined {
  for (const { line } of statementsOf(rows.sqlite).lines.iterate(link.source, link.target)) {
    const revision: SignedRevision = JSON.parse(line);
    if (hasLink(revision.kind, revision.body, link)) return revision;
  }
  return undefined;
}

function firstTyped(rows: Rows, link: LinkedRecord): string | undefined {
  const kind = findRecord(rows, link.source)?.kind ?? '';
  for (const { at, body } of statementsOf(rows.sqlite).cuts.iterate(link.source, link.target)) {
    if (hasLink(kind, JSON.parse(body), link)) return minuteOf(at);
  }
  return undefined;
}

function hasLink(kind: string, body: Body, { field, target }: LinkedRecord): boolean {
  return linksIn(kindOf(kind), body).some((link) => link.field === field && link.target === target);
}
