import { DRAFT, headsOf } from '../../domain/records/history.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { type MergedView, mergeHeads, type Version } from '../../domain/records/merge.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { minuteOf } from '../context.ts';
import type { Written } from '../records/conflictsInWords.ts';
import { findDraft, findRevision, revisionsOf } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import type { StagedRow } from './receivedBundle.ts';

/** A revision of a received bundle, with what was decided on it. */
export interface Staged {
  readonly row: StagedRow;
  readonly version: SignedRevision;
}

/** What a record says without a bundle and with it. */
export interface Weighed {
  readonly before: MergedView | undefined;
  readonly after: MergedView | undefined;
  /** Who wrote a version that takes part, and when. */
  written(version: string): Written | undefined;
}

/** The revisions of a bundle by their record, each in the order in which they came. */
export function stagedByRecord(rows: readonly StagedRow[]): Map<string, Staged[]> {
  const staged = new Map<string, Staged[]>();
  for (const row of rows) {
    // Checked when the bundle was opened; since then it lay in the encrypted database.
    const version: SignedRevision = JSON.parse(row.line);
    const brought = staged.get(row.record) ?? [];
    brought.push({ row, version });
    staged.set(row.record, brought);
  }
  return staged;
}

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[string], string>('SELECT id FROM revision WHERE bundle = ?').pluck(),
);

/** The revisions that are here because this bundle was accepted. */
export function importedWith(vault: Vault, bundle: string): ReadonlySet<string> {
  return new Set(statementsOf(vault.sqlite).all(bundle));
}

/** A record as it is here, and as it would be with these revisions. */
export function weigh(vault: Vault, id: string, brought: readonly Staged[]): Weighed {
  const here = sharedHere(vault, id);
  const draft = findDraft(vault, id);
  const mine: Version[] = draft === undefined ? here : [...here, { ...draft, id: DRAFT, parents: draft.base }];
  return weighed(brought, mine, here, draft && { at: minuteOf(draft.updated) });
}

/**
 * A record as it was without the revisions that came with an accepted bundle and what was built on them, and as they
 * made it.
 */
export function weighImport(
  vault: Vault,
  id: string,
  brought: readonly Staged[],
  imported: ReadonlySet<string>,
): Weighed {
  const here = withoutBranch(sharedHere(vault, id), imported);
  return weighed(brought, here, here, undefined);
}

function sharedHere(vault: Vault, id: string): SignedRevision[] {
  return revisionsOf(vault, id).flatMap((row) => findRevision(vault, row.id) ?? []);
}

function withoutBranch(versions: readonly SignedRevision[], gone: ReadonlySet<string>): SignedRevision[] {
  const out = new Set(gone);
  for (let before = -1; before !== out.size; ) {
    before = out.size;
    for (const { id, parents } of versions) if (parents.some((parent) => out.has(parent))) out.add(id);
  }
  return versions.filter(({ id }) => !out.has(id));
}

function weighed(
  brought: readonly Staged[],
  mine: readonly Version[],
  here: readonly SignedRevision[],
  draft: Written | undefined,
): Weighed {
  const kind = kindOf(brought[0]?.row.kind ?? '');
  const written = new Map<string, Written>();
  for (const { id, author, at } of [...here, ...brought.map(({ version }) => version)]) written.set(id, { author, at });
  return {
    before: viewOf(kind, mine),
    after: viewOf(kind, [...mine, ...brought.map(({ version }) => version)]),
    written: (version) => (version === DRAFT ? draft : written.get(version)),
  };
}

function viewOf(kind: ReturnType<typeof kindOf>, versions: readonly Version[]): MergedView | undefined {
  if (versions.length === 0) return undefined;
  const byId = new Map(versions.map((version) => [version.id, version]));
  const heads = headsOf(byId.values()).flatMap((id) => byId.get(id) ?? []);
  return mergeHeads(kind, heads, (id) => byId.get(id));
}
