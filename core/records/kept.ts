import { ALIASES } from '../../domain/records/deletion.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Sqlite } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Rows } from './rows.ts';

/** `UNION` passes over what was met before, so joins in a circle end. */
const statementsOf = preparedOnce((sqlite: Sqlite) => ({
  kept: sqlite
    .prepare<[string, string, string], string>(
      `WITH RECURSIVE holder(id) AS (
         SELECT ? UNION SELECT source FROM link JOIN holder ON link.target = holder.id WHERE field = ?
       ) SELECT record.id FROM holder JOIN record ON record.id = holder.id
         WHERE deleted = 0 AND record.id <> ? ORDER BY record.id LIMIT 1`,
    )
    .pluck(),
  aliases: sqlite
    .prepare<[string, string], string>(
      `WITH RECURSIVE alias(id) AS (
         SELECT ? UNION SELECT target FROM link JOIN alias ON link.source = alias.id WHERE field = ?
       ) SELECT id FROM alias`,
    )
    .pluck(),
}));

/**
 * The record that stands for one that was joined with others and is not there itself any more; undefined for all other
 * ids. The caller knows that it is deleted or not here. See `keptIds`.
 */
export function keptFor({ sqlite }: Rows, id: string): RecordId | undefined {
  const kept = statementsOf(sqlite).kept.get(id, ALIASES, id);
  return kept === undefined ? undefined : RecordId.parse(kept);
}

/** The id itself and all ids that lead to it through joins. */
export function withAliases({ sqlite }: Rows, id: string): string[] {
  return statementsOf(sqlite).aliases.all(id, ALIASES);
}
