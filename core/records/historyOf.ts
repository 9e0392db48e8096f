import { AmberdeskError } from '../../domain/errors.ts';
import { DRAFT } from '../../domain/records/history.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { minuteOf } from '../context.ts';
import type { Vault } from '../vault/vault.ts';
import { requireRecord } from './recordView.ts';
import type { State } from './refresh.ts';
import { cutTimesOf, findCut, findDraft, findRevision, revisionsOf } from './rows.ts';

/** One step of a record's history: a shared revision, a local cut, or the draft as it is now. */
export interface HistoryStep {
  /** A revision's id, `local:` and a number, or `draft`. */
  readonly version: string;
  readonly shared: boolean;
  /** Whole minutes, UTC; by its author's clock. */
  readonly at: string;
  /** Of shared revisions: the installation that signed, the person whose seat it is, what it was made from. */
  readonly author?: string;
  readonly seat?: RecordId;
  readonly parents?: readonly string[];
}

export type HistoryEntry = HistoryStep & State;

const LOCAL = 'local:';

/** All that is here of a record's history, the newest first; a revision always before its parents. Throws `record.missing`. */
export function historyOf(vault: Vault, id: RecordId): HistoryEntry[] {
  return historySteps(vault, id).map((step) => ({ ...step, ...readVersion(vault, id, step.version) }));
}

/** The same without what the versions say, which can be long. */
export function historySteps(vault: Vault, id: RecordId): HistoryStep[] {
  requireRecord(vault, id);
  const cuts = cutTimesOf(vault, id).map(({ id: number, at }): HistoryStep => {
    return { version: `${LOCAL}${number}`, shared: false, at: minuteOf(at) };
  });
  const steps = interleaved(sharedSteps(vault, id), cuts);
  const draft = findDraft(vault, id);
  if (draft !== undefined) steps.push({ version: DRAFT, shared: false, at: minuteOf(draft.updated) });
  return steps.reverse();
}

/** Body and handling of a version that `historySteps` names. Throws `record.missing`, `record.noSuchVersion`. */
export function readVersion(vault: Vault, id: RecordId, version: string): State {
  requireRecord(vault, id);
  const found = findVersion(vault, id, version);
  if (found === undefined) throw new AmberdeskError('record.noSuchVersion', { record: id, version });
  return { body: found.body, handling: found.handling };
}

function findVersion(vault: Vault, id: RecordId, version: string): State | undefined {
  if (version === DRAFT) return findDraft(vault, id);
  if (version.startsWith(LOCAL)) return findCut(vault, id, Number(version.slice(LOCAL.length)));
  const revision = findRevision(vault, version);
  return revision?.record === id ? revision : undefined;
}

/** The shared revisions, parents first, else by time and id. */
function sharedSteps(vault: Vault, id: string): HistoryStep[] {
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
  return [...ordered].flatMap((version) => {
    const row = byId.get(version);
    if (row === undefined) return [];
    const { at, author, seat, parents } = row;
    return { version, shared: true, at, author, seat: RecordId.parse(seat), parents };
  });
}

/** Local cuts among shared revisions by time, without changing the order of either; a cut comes before what was shared in its minute. */
function interleaved(shared: readonly HistoryStep[], cuts: readonly HistoryStep[]): HistoryStep[] {
  const steps: HistoryStep[] = [];
  const left = [...cuts];
  for (const step of shared) {
    while (left[0] !== undefined && left[0].at <= step.at) steps.push(...left.splice(0, 1));
    steps.push(step);
  }
  return [...steps, ...left];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
