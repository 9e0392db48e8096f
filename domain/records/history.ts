/** What a history is made of: a version knows the versions it was made from. */
export interface Linked {
  readonly id: string;
  readonly parents: readonly string[];
}

/** Looks a version up; undefined when it is not here (withheld, declined, purged, or not yet arrived). */
export type Find<V extends Linked> = (id: string) => V | undefined;

/** A local draft takes part in histories under this id. */
export const DRAFT = 'draft';

/** Orders versions by id. A local draft comes first: what a person types stays in its place. */
export function compareVersions(one: string, other: string): number {
  if (one === other) return 0;
  if (one === DRAFT) return -1;
  if (other === DRAFT) return 1;
  return one < other ? -1 : 1;
}

/** The ids that none of the versions names as parent, sorted. The same for every order and repetition. */
export function headsOf(versions: Iterable<Linked>): string[] {
  const ids = new Set<string>();
  const parents = new Set<string>();
  for (const version of versions) {
    ids.add(version.id);
    for (const parent of version.parents) parents.add(parent);
  }
  return [...ids].filter((id) => !parents.has(id)).sort(compareVersions);
}

export interface Ancestors {
  /** The version itself and everything it was made from, as far as it is here. */
  readonly known: ReadonlySet<string>;
  /** Ids that are named as parents and are not here. What lies behind them is not known either. */
  readonly unknown: ReadonlySet<string>;
}

/** The ancestors of a version, itself included. */
export function ancestorsOf<V extends Linked>(id: string, find: Find<V>): Ancestors {
  return walk([id], find, () => false);
}

export interface NearestAncestors {
  /** The maximal common ancestors, sorted. Several when two sides merged one another's work crosswise. */
  readonly ids: readonly string[];
  /**
   * Whether these are certainly the nearest. False when a version that is not here lies between them and one of the
   * versions asked for: it may hide a nearer one.
   */
  readonly complete: boolean;
}

/**
 * The nearest common ancestors of versions none of which is an ancestor of another. `behind` gives the ancestors of
 * one, where they are known already.
 */
export function nearestCommonAncestors<V extends Linked>(
  versions: readonly string[],
  find: Find<V>,
  behind: (id: string) => Ancestors = (id) => ancestorsOf(id, find),
): NearestAncestors {
  const [first, ...rest] = versions.map(behind);
  const common = new Set([...(first?.known ?? [])].filter((id) => rest.every((one) => one.known.has(id))));
  const above = new Set<string>();
  for (const id of common) for (const parent of find(id)?.parents ?? []) above.add(parent);
  const between = walk(versions, find, (id) => common.has(id));
  return {
    ids: [...common].filter((id) => !above.has(id)).sort(compareVersions),
    complete: between.unknown.size === 0,
  };
}

function walk<V extends Linked>(from: readonly string[], find: Find<V>, stop: (id: string) => boolean): Ancestors {
  const known = new Set<string>();
  const unknown = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (known.has(id) || unknown.has(id)) continue;
    const version = find(id);
    if (version === undefined) {
      unknown.add(id);
      continue;
    }
    known.add(id);
    if (!stop(id)) open.push(...version.parents);
  }
  return { known, unknown };
}
