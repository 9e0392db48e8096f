import type { SignedRevision } from '../../domain/records/revision.ts';
import { momentsOf } from '../exchange/bundleMoments.ts';
import type { RecordView } from '../records/recordView.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[string], { line: string; at: string; bundle: string | null }>(
    'SELECT line, at, bundle FROM revision WHERE record = ? ORDER BY at DESC, id',
  ),
);

/**
 * When a member said what it says now: as its author claims, and when that came here. What was written here came at once.
 * A later edit of the words alone does not make the answer a later one.
 */
export function whenAnswered(vault: Vault, view: RecordView): { readonly claimed: string; readonly arrived: string } {
  let first: { readonly at: string; readonly bundle: string | null } | undefined;
  for (const row of statementsOf(vault.sqlite).all(view.id)) {
    // What lies here was checked when it was written.
    const { body }: SignedRevision = JSON.parse(row.line);
    if (body.says !== view.body.says) break;
    first = row;
  }
  if (first === undefined) return { claimed: view.updated, arrived: view.updated };
  const moments = first.bundle === null ? undefined : momentsOf(vault, first.bundle);
  return { claimed: first.at, arrived: moments?.opened ?? moments?.decided ?? first.at };
}
