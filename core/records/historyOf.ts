import { AmberdeskError } from '../../domain/errors.ts';
import type { Handling } from '../../domain/handling/handling.ts';
import { DRAFT } from '../../domain/records/history.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Body } from '../../domain/records/revision.ts';
import { minuteOf } from '../context.ts';
import type { Vault } from '../vault/vault.ts';
import { requireRecord } from './recordView.ts';
import type { State } from './refresh.ts';
import { cutsOf, findDraft, findRevision, revisionsOf } from './rows.ts';

/** One step of a record's history: a shared revision, a local cut, or the draft as it is now. */
export interface HistoryEntry {
  /** A revision's id, `local:` and a number, or `draft`. */
  readonly version: string;
  readonly shared: boolean;
  /** Whole minutes, UTC; by its author's clock. */
  readonly at: string;
  /** Of shared revisions: the installation that signed, the person whose seat it is, what it was made from. */
  readonly author?: string;
  readonly seat?: RecordId;
  readonly parents?: readonly string[];
  readonly body: Body;
  readonly handling: Handling;
}

const LOCAL = 'local:';

/** All that is here of a record's history, the newest first; a revision always before its parents. Throws `record.missing`. */
export function historyOf(vault: Vault, id: RecordId): HistoryEntry[] {
  requireRecord(vault, id);
  const shared = inOrder(vault, id).map((revision) => entryOf(vault, revision));
  const cuts: HistoryEntry[] = cutsOf(vault, id).map(({ id: number, at, body, handling }) => ({
    version: `${LOCAL}${number}`,
    shared: false,
    at: minuteOf(at),
    body,
    handling,
  }));
  const draft = findDraft(vault, id);
  const entries = interleaved(
    shared.filter((entry) => entry !== undefined),
    cuts,
  );
  if (draft !== undefined) {
    const { body, handling } = draft;
    entries.push({ version: DRAFT, shared: false, at: minuteOf(draft.updated), body, handling });
  }
  return entries.reverse();
}

/** Body and handling of a version that `historyOf` names. Throws `record.missing`, `record.noSuchVersion`. */
export function readVersion(vault: Vault, id: RecordId, version: string): State {
  const found = historyOf(vault, id).find((entry) => entry.version === version);
  if (found === undefined) throw new AmberdeskError('record.noSuchVersion', { record: id, version });
  return { body: found.body, handling: found.handling };
}

function entryOf(vault: Vault, id: string): HistoryEntry | undefined {
  const revision = findRevision(vault, id);
  if (revision === undefined) return undefined;
  const { at, author, seat, parents, body, handling } = revision;
  return { version: id, shared: true, at, author, seat, parents, body, handling };
}

/** Ids of the shared revisions, parents first, else by time and id. */
function inOrder(vault: Vault, id: string): string[] {
  const rows = revisionsOf(vault, id).sort((one, other) => compare(one.at, other.at) || compare(one.id, other.id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ordered = new Set<string>();
  const open = rows.map((row) => row.id).reverse();
  while (open.length > 0) {
    const next = open.at(-1) ?? '';
    const before = (byId.get(next)?.parents ?? []).filter((parent) => byId.has(parent) && !ordered.has(parent));
    if (before.length === 0 || ordered.has(next)) {
      ordered.add(next);
      open.pop();
    } else open.push(...before);
  }
  return [...ordered];
}

/** Local cuts among shared revisions by time, without changing the order of either; a cut comes before what was shared in its minute. */
function interleaved(shared: readonly HistoryEntry[], cuts: readonly HistoryEntry[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  const left = [...cuts];
  for (const entry of shared) {
    while (left[0] !== undefined && left[0].at <= entry.at) entries.push(...left.splice(0, 1));
    entries.push(entry);
  }
  return [...entries, ...left];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
