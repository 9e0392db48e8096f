import { Label } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Sqlite } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { keptFor } from './kept.ts';
import type { Rows } from './rows.ts';

/** What a record is called, with what is said beside a name. */
export interface TitledRecord {
  readonly id: RecordId;
  readonly kind: string;
  readonly title: string;
  readonly deleted: boolean;
  readonly conflicted: boolean;
  /** The label that holds. */
  readonly label: Label;
}

interface StoredTitle {
  id: string;
  kind: string;
  title: string;
  deleted: number;
  conflicted: number;
  label: string;
}

interface Counts {
  readonly conflicted: number;
  readonly drafts: number;
  readonly byKind: Record<string, number>;
}

/** Of narrow tables only: a record's row is as long as its text. */
const statementsOf = preparedOnce((sqlite: Sqlite) => ({
  titles: sqlite.prepare<[string], StoredTitle>(
    `SELECT record.id AS id, record.kind AS kind, title, record.deleted AS deleted, conflicted, label FROM json_each(?)
     JOIN record ON record.id = json_each.value JOIN search_document ON search_document.record = record.id
     ORDER BY json_each.key`,
  ),
  kinds: sqlite.prepare<[], { kind: string; count: number }>(
    'SELECT kind, count(*) AS count FROM search_document WHERE deleted = 0 GROUP BY kind ORDER BY kind',
  ),
  conflicted: sqlite
    .prepare<[], number>(
      `SELECT count(DISTINCT conflict.record) FROM conflict
       JOIN search_document ON search_document.record = conflict.record WHERE deleted = 0`,
    )
    .pluck(),
  drafts: sqlite
    .prepare<[], number>(
      'SELECT count(*) FROM draft JOIN search_document ON search_document.record = draft.record WHERE deleted = 0',
    )
    .pluck(),
}));

/**
 * What these records are called, in this order; those that are not here are left out. One that was joined with another
 * is called what that is called, under its own id.
 */
export function readTitles(rows: Rows, ids: readonly RecordId[]): TitledRecord[] {
  const named = titlesOf(rows, ids);
  const kept = new Map(
    ids.flatMap((id) => {
      if (named.get(id)?.deleted === false) return [];
      const stands = keptFor(rows, id);
      return stands === undefined ? [] : [[id, stands] as const];
    }),
  );
  const standing = kept.size === 0 ? named : titlesOf(rows, [...kept.values()]);
  return ids.flatMap((id) => {
    const stands = kept.get(id);
    const found = stands === undefined ? named.get(id) : standing.get(stands);
    return found === undefined ? [] : [{ ...found, id }];
  });
}

/** The same with who holds this vault, and for which organisation, as long as no record says what they are called. */
export function withHolder(
  { installation }: Pick<Vault, 'installation'>,
  ids: readonly RecordId[],
  titles: readonly TitledRecord[],
): TitledRecord[] {
  const known = new Map(titles.map((title) => [title.id, title]));
  const { seat, name, organisation, organisationName } = installation;
  const beside = { deleted: false, conflicted: false, label: 'PRIVATE' } as const;
  const holder = [
    { id: seat, kind: 'person', title: name, ...beside },
    { id: organisation, kind: 'organisation', title: organisationName, ...beside },
  ];
  return ids.flatMap((id) => known.get(id) ?? holder.find((one) => one.id === id) ?? []);
}

function titlesOf({ sqlite }: Rows, ids: readonly string[]): Map<string, TitledRecord> {
  const rows = statementsOf(sqlite).titles.all(JSON.stringify(ids));
  return new Map(
    rows.map(({ id, deleted, conflicted, label, ...row }) => [
      id,
      {
        ...row,
        id: RecordId.parse(id),
        deleted: deleted === 1,
        conflicted: conflicted === 1,
        label: Label.parse(label),
      },
    ]),
  );
}

/** How many records there are, in conflict, with unshared edits, and of each kind; deleted ones are left out. */
export function countRecords({ sqlite }: Rows): Counts {
  const { kinds, conflicted, drafts } = statementsOf(sqlite);
  return {
    conflicted: conflicted.get() ?? 0,
    drafts: drafts.get() ?? 0,
    byKind: Object.fromEntries(kinds.all().map(({ kind, count }) => [kind, count])),
  };
}
