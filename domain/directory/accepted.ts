import type { Handling } from '../handling/handling.ts';
import type { RevisionId } from '../records/ids.ts';
import { sameJson } from '../records/json.ts';
import { asJson } from '../records/revision.ts';

/** A revision, as far as its place in the history goes. */
export interface Placed {
  readonly id: RevisionId;
  readonly parents: readonly string[];
}

/**
 * The last of an installation's revisions: those that no other of its own builds on. One that a later one builds on is
 * named as well where the later has another mark, because somebody may have the one and never see the other.
 */
export function lastOf(revisions: readonly (Placed & { readonly handling: Handling })[]): RevisionId[] {
  const byId = new Map<string, (typeof revisions)[number]>(revisions.map((revision) => [revision.id, revision]));
  const covered = new Set<string>();
  for (const { parents, handling } of revisions) {
    for (const parent of parents) {
      const before = byId.get(parent);
      if (before !== undefined && sameJson(asJson(before.handling), asJson(handling))) covered.add(parent);
    }
  }
  return revisions
    .map(({ id }) => id)
    .filter((id) => !covered.has(id))
    .sort();
}

/**
 * The revisions that count as accepted: by every list of last ones, those named and all that they build on, as far as
 * their parents are known here.
 */
export function acceptedBy(
  limits: readonly (readonly string[])[],
  parentsOf: (revision: string) => readonly string[],
): ReadonlySet<string> {
  const [first, ...others] = limits.map((last) => withAncestors(last, parentsOf));
  if (first === undefined) return new Set();
  return new Set([...first].filter((id) => others.every((other) => other.has(id))));
}

function withAncestors(last: readonly string[], parentsOf: (revision: string) => readonly string[]): Set<string> {
  const found = new Set<string>(last);
  const open = [...last];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const parent of parentsOf(id)) {
      if (found.has(parent)) continue;
      found.add(parent);
      open.push(parent);
    }
  }
  return found;
}
