import { and, eq } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import { Manifest } from '../../domain/exchange/manifest.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { bundle, stagedRevision } from '../../drizzle/schema.ts';
import type { VaultDatabase } from '../vault/database.ts';

/** What people have decided about a received bundle. */
export type ReceivedState = 'staged' | 'accepted' | 'declined' | 'undone' | 'recalled';

/** A received bundle as it is kept. */
export interface ReceivedBundle {
  readonly id: string;
  readonly digest: string;
  readonly sender: string;
  readonly state: ReceivedState;
  readonly manifest: Manifest;
}

export type StagedRow = typeof stagedRevision.$inferSelect;

/** The received bundle of this id. Throws `bundle.missing`. */
export function readReceived(database: VaultDatabase, id: string): ReceivedBundle {
  const row = database.orm
    .select()
    .from(bundle)
    .where(and(eq(bundle.id, id), eq(bundle.direction, 'in')))
    .get();
  if (row === undefined || row.state === 'sealed') throw new AmberdeskError('bundle.missing', { bundle: id });
  const { digest, sender, state } = row;
  return { id, digest, sender, state, manifest: Manifest.parse(row.manifest) };
}

/** A manifest as it is kept: without the entries of the directory, which lie in a table of their own. */
export function keptManifest(bytes: Uint8Array): JsonObject {
  const { directory: _directory, ...kept }: JsonObject = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return kept;
}

/** Its revisions, in the order in which they came. */
export function readStagedRows(database: VaultDatabase, id: string): StagedRow[] {
  return database.orm.select().from(stagedRevision).where(eq(stagedRevision.bundle, id)).all();
}

/** Whether some of its revisions are put aside. */
export function hasQuarantined(database: VaultDatabase, id: string): boolean {
  const aside = and(eq(stagedRevision.bundle, id), eq(stagedRevision.state, 'quarantined'));
  return (
    database.orm.select({ revision: stagedRevision.revision }).from(stagedRevision).where(aside).get() !== undefined
  );
}

/** Notes a decision. Part of the caller's transaction. */
export function setState(database: VaultDatabase, id: string, state: ReceivedState): void {
  database.orm.update(bundle).set({ state }).where(eq(bundle.id, id)).run();
}

/** Notes a decision about revisions. Part of the caller's transaction. */
export function markRevisions(
  { sqlite }: Pick<VaultDatabase, 'sqlite'>,
  id: string,
  rows: readonly Pick<StagedRow, 'revision'>[],
  state: StagedRow['state'],
): void {
  const revisions = JSON.stringify(rows.map(({ revision }) => revision));
  sqlite
    .prepare<[string, string, string]>(
      'UPDATE staged_revision SET state = ? WHERE bundle = ? AND revision IN (SELECT value FROM json_each(?))',
    )
    .run(state, id, revisions);
}
