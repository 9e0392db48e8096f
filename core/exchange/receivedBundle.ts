import { and, eq } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import { Manifest } from '../../domain/exchange/manifest.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { bundle, stagedRevision } from '../../drizzle/schema.ts';
import type { VaultDatabase } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';

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

/** A revision of a received bundle, and what was decided on it. */
export type StagedRow = Pick<typeof stagedRevision.$inferSelect, 'revision' | 'record' | 'kind' | 'state'>;

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

/** Bundles with more bytes of records than this take a while. */
const LARGE = 1024 * 1024;

/** Whether a received bundle is so large that dealing with it as a whole is not done while windows wait. */
export function isLarge({ sqlite }: Pick<VaultDatabase, 'sqlite'>, id: string): boolean {
  return (statementsOf(sqlite).recordBytes.get(id) ?? 0) > LARGE;
}

/** A manifest as it is kept: without the entries of the directory, which lie in a table of their own. */
export function keptManifest(bytes: Uint8Array): JsonObject {
  const { directory: _directory, ...kept }: JsonObject = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return kept;
}

/**
 * Its revisions, in the order in which they came, without their lines: those of a large bundle are more than should be
 * in memory, and are read one by one.
 */
export function readStagedRows({ sqlite }: Pick<VaultDatabase, 'sqlite'>, id: string): StagedRow[] {
  return statementsOf(sqlite).rows.all(id);
}

/** The same of one record. */
export function readStagedOf({ sqlite }: Pick<VaultDatabase, 'sqlite'>, id: string, record: string): StagedRow[] {
  return statementsOf(sqlite).ofRecord.all(id, record);
}

/** The line of one of its revisions. */
export function readStagedLine({ sqlite }: Pick<VaultDatabase, 'sqlite'>, id: string, revision: string): string {
  return statementsOf(sqlite).line.get(id, revision) ?? '';
}

const statementsOf = preparedOnce((sqlite) => ({
  rows: sqlite.prepare<[string], StagedRow>(
    'SELECT revision, record, kind, state FROM staged_revision WHERE bundle = ? ORDER BY rowid',
  ),
  ofRecord: sqlite.prepare<[string, string], StagedRow>(
    `SELECT revision, record, kind, state FROM staged_revision INDEXED BY staged_record
     WHERE bundle = ? AND record = ? ORDER BY rowid`,
  ),
  line: sqlite
    .prepare<[string, string], string>('SELECT line FROM staged_line WHERE bundle = ? AND revision = ?')
    .pluck(),
  recordBytes: sqlite
    .prepare<[string], number | null>("SELECT json_extract(manifest, '$.totals.recordBytes') FROM bundle WHERE id = ?")
    .pluck(),
  mark: sqlite.prepare<[StagedRow['state'], string, string]>(
    'UPDATE staged_revision SET state = ? WHERE bundle = ? AND revision = ?',
  ),
}));

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
  const { mark } = statementsOf(sqlite);
  for (const { revision } of rows) mark.run(state, id, revision);
}
