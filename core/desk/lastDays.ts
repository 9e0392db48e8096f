import { hasExpired } from '../../domain/handling/expiry.ts';
import type { Handling } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { keptReasons } from '../purge/keptReasons.ts';
import { findRecord } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

/** So many are named; whoever sees to them sees the next. */
const MOST = 20;

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[], { id: string; kind: string; title: string; handling: string }>(
    `SELECT id, kind, title, handling FROM record WHERE deleted = 0 AND instr(handling, '"expires"') > 0 ORDER BY id`,
  ),
);

/** The copies here whose last day has passed and that are not kept for a reason, the longest first, with who wrote them. */
export function copiesPastTheirDay(vault: Vault, today: string) {
  const kept = keptReasons(vault);
  return statementsOf(vault.sqlite)
    .all()
    .flatMap(({ id, kind, title, handling: written }) => {
      const handling: Handling = JSON.parse(written);
      const { expires, originator } = handling;
      if (expires === undefined || !hasExpired(handling, today)) return [];
      if (kept.get(id)?.expires === expires) return [];
      const from = findRecord(vault, originator)?.title ?? '';
      return [{ record: { record: RecordId.parse(id), kind, title }, day: expires, from }];
    })
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .slice(0, MOST);
}
