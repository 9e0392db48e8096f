import { DRAFT, headsOf } from '../../domain/records/history.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { type MergedView, mergeHeads, type Version } from '../../domain/records/merge.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { minuteOf } from '../context.ts';
import type { Written } from '../records/conflictsInWords.ts';
import { findDraft, findRecord, type RecordFacts, readWhenAsked, revisionsOf, versionOf } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import type { StagedRow } from './receivedBundle.ts';

/** A revision of a received bundle, with what was decided on it. */
export interface Staged {
  readonly row: StagedRow;
  readonly version: Here;
}

/** A version that merging can look at, and who wrote it. */
type Here = Version & { readonly author: string; readonly at: string };

/** What a record says without a bundle and with it. */
export interface Weighed {
  readonly before: MergedView | undefined;
  readonly after: MergedView | undefined;
  /** What lists say of the record as it is here, where it was read. */
  readonly here?: RecordFacts;
  /** Who wrote a version that takes part, and when. */
  written(version: string): Written | undefined;
}

/** The revisions of a bundle by their record, each in the order in which they came. */
export function rowsByRecord(rows: readonly StagedRow[]): Map<string, StagedRow[]> {
  const byRecord = new Map<string, StagedRow[]>();
  for (const row of rows) {
    const brought = byRecord.get(row.record) ?? [];
    brought.push(row);
    byRecord.set(row.record, brought);
  }
  return byRecord;
}

/** Versions with so many characters are in memory at once; of the others, what they say is read when it is asked for. */
const HELD = 4 * 1024 * 1024;

/** Gives the line of a revision of a bundle; the empty text where a purge took it away. */
export type ReadLine = (revision: string) => string;

/** These revisions of a bundle with what they say. */
export function withVersions(lineOf: ReadLine, rows: readonly StagedRow[]): Staged[] {
  let held = 0;
  return rows.flatMap((row) => {
    const line = lineOf(row.revision);
    if (line === '') return [];
    // Checked when the bundle was opened; since then it lay in the encrypted database.
    const version: SignedRevision = JSON.parse(line);
    held += line.length;
    if (held <= HELD) return [{ row, version }];
    const { id, parents, kind, author, at } = version;
    const about = { id, parents, kind, author, at };
    return [{ row, version: readWhenAsked(about, () => JSON.parse(lineOf(id))) }];
  });
}

const statementsOf = preparedOnce((sqlite) =>
  sqlite
    .prepare<[string, string], string>(
      'SELECT id FROM revision INDEXED BY revision_record WHERE record = ? AND bundle = ?',
    )
    .pluck(),
);

/** The revisions of a record that are here because this bundle was accepted. */
export function importedWith(vault: Vault, bundle: string, record: string): ReadonlySet<string> {
  return new Set(statementsOf(vault.sqlite).all(record, bundle));
}

/** A record as it is here, and as it would be with these revisions. */
export function weigh(vault: Vault, id: string, brought: readonly Staged[]): Weighed {
  const draft = findDraft(vault, id);
  const next = draft === undefined ? weighNext(vault, id, brought) : undefined;
  if (next !== undefined) return next;
  const here = sharedHere(vault, id);
  const mine: Version[] = draft === undefined ? here : [...here, { ...draft, id: DRAFT, parents: draft.base }];
  return weighed(brought, mine, here, draft && { at: minuteOf(draft.updated) });
}

/**
 * The same for what most changes are: one revision that builds on all that is here. Then the record's view is what it was
 * before, and nothing of its history has to be read. Undefined for anything else.
 */
function weighNext(vault: Vault, id: string, [one, ...more]: readonly Staged[]): Weighed | undefined {
  const here = one === undefined || more.length > 0 ? undefined : findRecord(vault, id);
  if (one === undefined || here === undefined || here.conflicted) return undefined;
  const { version, row } = one;
  if (!here.heads.every((head) => version.parents.includes(head)) || version.kind !== here.kind) return undefined;
  const { body, handling, deleted } = here;
  return {
    here,
    before: { body, handling, deleted, conflicts: [] },
    after: viewOf(kindOf(row.kind), [version]),
    written: (asked) => (asked === version.id ? { author: version.author, at: version.at } : undefined),
  };
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

function sharedHere(vault: Vault, id: string): Here[] {
  return revisionsOf(vault, id).map((row) => versionOf(vault, row));
}

function withoutBranch(versions: readonly Here[], gone: ReadonlySet<string>): Here[] {
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
  here: readonly Here[],
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
