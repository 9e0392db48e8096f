import { Purge } from '../../domain/exchange/purge.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

type Rows = Pick<Vault, 'sqlite'>;

/** A purge that holds here. */
export interface PurgeRow {
  readonly id: string;
  readonly act: Purge;
  readonly carrier: string | null;
  readonly cleaned: boolean;
}

interface Stored {
  readonly id: string;
  readonly act: string;
  readonly carrier: string | null;
  readonly cleaned: number;
}

const COLUMNS = 'id, act, carrier, cleaned';

const statementsOf = preparedOnce((sqlite) => ({
  keep: sqlite.prepare<
    [string, string, string, string, string, string, string, string, string | null, number],
    unknown
  >(
    `INSERT OR IGNORE INTO purge (id, record, organisation, installation, seat, at, reason, act, carrier, cleaned)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  find: sqlite.prepare<[string], Stored>(`SELECT ${COLUMNS} FROM purge WHERE id = ?`),
  all: sqlite.prepare<[], Stored>(`SELECT ${COLUMNS} FROM purge ORDER BY at DESC, id`),
  unclean: sqlite.prepare<[], Stored>(`SELECT ${COLUMNS} FROM purge WHERE cleaned = 0 ORDER BY id`),
  carriedBy: sqlite.prepare<[string], Stored>(`SELECT ${COLUMNS} FROM purge WHERE carrier = ? ORDER BY at, id`),
  cleaned: sqlite.prepare('UPDATE purge SET cleaned = 1 WHERE cleaned = 0'),
  gone: sqlite.prepare<[string, string, string, string]>(
    'INSERT OR IGNORE INTO purged_revision (id, record, author, purge) VALUES (?, ?, ?, ?)',
  ),
  taken: sqlite.prepare<[string], number>('SELECT 1 FROM purged_revision WHERE purge = ? LIMIT 1').pluck(),
  ofOthers: sqlite
    .prepare<[string, string, string, string], number>(
      `SELECT 1 FROM revision WHERE record = ? AND json_extract(line, '$.handling.originator') <> ?
       UNION ALL SELECT 1 FROM staged_revision JOIN staged_line USING (bundle, revision) WHERE record = ? AND state <> 'quarantined'
       AND json_extract(line, '$.handling.originator') <> ? LIMIT 1`,
    )
    .pluck(),
  isGone: sqlite.prepare<[string], number>('SELECT 1 FROM purged_revision WHERE id = ?').pluck(),
  sent: sqlite.prepare<[string, string]>('INSERT OR IGNORE INTO purge_carrier (purge, bundle) VALUES (?, ?)'),
  unsent: sqlite.prepare<[string]>('DELETE FROM purge_carrier WHERE bundle = ?'),
  heard: sqlite
    .prepare<[string, string], number>(
      `SELECT 1 FROM purge_carrier JOIN receipt ON receipt.direction = 'in' AND receipt.bundle = purge_carrier.bundle
       WHERE purge = ? AND counterpart = ? LIMIT 1`,
    )
    .pluck(),
  senderOf: sqlite.prepare<[string], string>("SELECT sender FROM bundle WHERE id = ? AND direction = 'in'").pluck(),
}));

/** Notes a purge. Part of the caller's transaction. False when it is here already. */
export function keepPurge({ sqlite }: Rows, id: string, act: Purge, carrier: string | null, cleaned = false): boolean {
  const { record, organisation, installation, seat, at, reason } = act;
  const stored = JSON.stringify(act);
  const { changes } = statementsOf(sqlite).keep.run(
    id,
    record,
    organisation,
    installation,
    seat,
    at,
    reason,
    stored,
    carrier,
    cleaned ? 1 : 0,
  );
  return changes === 1;
}

export function findPurge({ sqlite }: Rows, id: string): PurgeRow | undefined {
  const row = statementsOf(sqlite).find.get(id);
  return row && readRow(row);
}

/** All purges that hold here, the latest first. */
export function allPurges({ sqlite }: Rows): PurgeRow[] {
  return statementsOf(sqlite).all.all().map(readRow);
}

/** Purges whose text may still lie in backups and free pages. */
export function uncleanPurges({ sqlite }: Rows): PurgeRow[] {
  return statementsOf(sqlite).unclean.all().map(readRow);
}

/** The purges that came with a bundle. */
export function purgesIn({ sqlite }: Rows, carrier: string): PurgeRow[] {
  return statementsOf(sqlite).carriedBy.all(carrier).map(readRow);
}

export function noteCleaned({ sqlite }: Rows): void {
  statementsOf(sqlite).cleaned.run();
}

/** Leaves of a purged revision its id and its author. */
export function keepGone(
  { sqlite }: Rows,
  revision: { readonly id: string; readonly record: string; readonly author: string },
  purge: string,
): void {
  statementsOf(sqlite).gone.run(revision.id, revision.record, revision.author, purge);
}

/** Whether a purge has taken away something of its record here. */
export function hasTaken({ sqlite }: Rows, purge: string): boolean {
  return statementsOf(sqlite).taken.get(purge) === 1;
}

/**
 * Whether a purge has taken away its record, so that what was remarked on it goes as well: something of it, and nothing
 * is here that another organisation wrote. A record whose id follows from what it is may have been begun by several.
 */
export function hasTakenWhole({ sqlite }: Rows, purge: string, { record, organisation }: Purge): boolean {
  if (!hasTaken({ sqlite }, purge)) return false;
  return statementsOf(sqlite).ofOthers.get(record, organisation, record, organisation) === undefined;
}

export function isGone({ sqlite }: Rows, revision: string): boolean {
  return statementsOf(sqlite).isGone.get(revision) === 1;
}

/** Notes that a bundle sealed here carries a purge. Part of the caller's transaction. */
export function keepSent({ sqlite }: Rows, purge: string, bundle: string): void {
  statementsOf(sqlite).sent.run(purge, bundle);
}

/** The bundle was not written after all. Part of the caller's transaction. */
export function dropSent({ sqlite }: Rows, bundle: string): void {
  statementsOf(sqlite).unsent.run(bundle);
}

/** Whether an installation knows of a purge: it ordered it, sent it, or said that it opened a bundle with it. */
export function knowsOf({ sqlite }: Rows, { id, act, carrier }: PurgeRow, installation: string): boolean {
  if (act.installation === installation) return true;
  const { heard, senderOf } = statementsOf(sqlite);
  return (carrier !== null && senderOf.get(carrier) === installation) || heard.get(id, installation) === 1;
}

function readRow({ act, cleaned, ...row }: Stored): PurgeRow {
  return { ...row, act: Purge.parse(JSON.parse(act)), cleaned: cleaned === 1 };
}
