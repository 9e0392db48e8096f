import { acceptedBy } from '../../domain/directory/accepted.ts';
import { type DirectoryState, isOver } from '../../domain/directory/state.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { minuteOf } from '../context.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { readDirectory } from './chainRows.ts';

/** What still counts of an installation that ended, was revoked, or whose time is over. */
export interface Bounds {
  /** Last accepted revisions, as each entry that ended it says; a revision has to be accepted by all. */
  readonly limits: readonly (readonly string[])[];
  /** Where no entry says it yet: the last day on which what it dates counts. */
  readonly until?: string;
}

/** The bounds of an installation on this day; undefined while it is in force or not in the directory. */
export function boundsIn(state: DirectoryState, installation: string, day: string): Bounds | undefined {
  const seat = state.seats.get(installation);
  const limits = [...(seat?.ended?.limits ?? []), ...(state.revoked.get(installation)?.limits ?? [])];
  if (limits.length > 0) return { limits };
  const ends = seat?.admission.ends;
  return ends !== undefined && isOver(ends, day) ? { limits: [], until: ends } : undefined;
}

/** All installations that are bounded, with their bounds. */
export function allBounds(vault: Vault, now: number): ReadonlyMap<string, Bounds> {
  const state = readDirectory(vault)?.state;
  const bounds = new Map<string, Bounds>();
  if (state === undefined) return bounds;
  const day = dayOf(now);
  for (const installation of new Set([...state.seats.keys(), ...state.revoked.keys()])) {
    const found = boundsIn(state, installation, day);
    if (found !== undefined) bounds.set(installation, found);
  }
  return bounds;
}

/** Today, as end dates are compared with: `2027-06-30`. */
export function dayOf(now: number): string {
  return minuteOf(now).slice(0, 10);
}

const statementsOf = preparedOnce((sqlite) => ({
  here: sqlite.prepare<[string], string>('SELECT parents FROM revision WHERE id = ?').pluck(),
  staged: sqlite
    .prepare<[string], string>("SELECT json_extract(line, '$.parents') FROM staged_line WHERE revision = ? LIMIT 1")
    .pluck(),
}));

/** Parents of a revision that is here, taken or waiting; none where it is not. */
export function parentsKnown(vault: Vault, revision: string): readonly string[] {
  const { here, staged } = statementsOf(vault.sqlite);
  const found = here.get(revision) ?? staged.get(revision);
  const parents: string[] = found === undefined ? [] : JSON.parse(found);
  return parents;
}

/** Tells whether a revision of a bounded installation counts. Reads what it is held against once. */
export function withinBounds(
  { limits, until }: Bounds,
  parentsOf: (revision: string) => readonly string[],
): (revision: Pick<SignedRevision, 'id' | 'at'>) => boolean {
  if (until !== undefined) return ({ at }) => at.slice(0, 10) <= until;
  const accepted = acceptedBy(limits, parentsOf);
  return ({ id }) => accepted.has(id);
}
