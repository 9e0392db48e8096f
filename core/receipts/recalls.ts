import type { Recall } from '../../domain/exchange/receipts.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

export interface RecallRow {
  readonly bundle: string;
  readonly sender: string;
  readonly digest: string;
  readonly reason: string;
  readonly carrier: string;
  readonly at: string;
  readonly builtUpon: readonly string[];
}

type Stored = Omit<RecallRow, 'builtUpon'> & { builtUpon: string };

const COLUMNS = 'bundle, sender, digest, reason, carrier, at, built_upon AS builtUpon';

const statementsOf = preparedOnce((sqlite) => ({
  keep: sqlite.prepare<[string, string, string, string, string, string]>(
    `INSERT INTO recall (bundle, sender, digest, reason, carrier, at, built_upon) VALUES (?, ?, ?, ?, ?, ?, '[]')
     ON CONFLICT (bundle, sender) DO UPDATE SET reason = excluded.reason, carrier = excluded.carrier, at = excluded.at`,
  ),
  find: sqlite.prepare<[string, string], Stored>(`SELECT ${COLUMNS} FROM recall WHERE bundle = ? AND sender = ?`),
  carried: sqlite.prepare<[string], Stored>(`SELECT ${COLUMNS} FROM recall WHERE carrier = ? ORDER BY bundle`),
  bySender: sqlite.prepare<[string], Stored>(`SELECT ${COLUMNS} FROM recall WHERE sender = ?`),
  note: sqlite.prepare<[string, string, string]>('UPDATE recall SET built_upon = ? WHERE bundle = ? AND sender = ?'),
}));

/** Notes that a bundle is recalled by its sender. Part of the caller's transaction. */
export function keepRecall(
  { sqlite }: Vault,
  sender: string,
  { bundle, digest, reason }: Recall,
  carrier: { readonly bundle: string; readonly created: string },
): void {
  statementsOf(sqlite).keep.run(bundle, sender, digest, reason, carrier.bundle, carrier.created);
}

/** The recall of a bundle by this sender; undefined when there is none. */
export function findRecall({ sqlite }: Vault, bundle: string, sender: string): RecallRow | undefined {
  const row = statementsOf(sqlite).find.get(bundle, sender);
  return row && readRow(row);
}

/** The recalls that a bundle carried. */
export function recallsIn({ sqlite }: Vault, carrier: string): RecallRow[] {
  return statementsOf(sqlite).carried.all(carrier).map(readRow);
}

/** The recalls of bundles that were sealed here. */
export function ownRecalls({ sqlite, installation }: Vault): RecallRow[] {
  return statementsOf(sqlite).bySender.all(installation.id).map(readRow);
}

/** Notes which records of a recalled bundle stay. Part of the caller's transaction. */
export function noteBuiltUpon({ sqlite }: Vault, { bundle, sender }: RecallRow, records: readonly string[]): void {
  statementsOf(sqlite).note.run(JSON.stringify(records), bundle, sender);
}

function readRow(row: Stored): RecallRow {
  return { ...row, builtUpon: JSON.parse(row.builtUpon) };
}
