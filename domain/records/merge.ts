import { z } from 'zod';
import type { Handling } from '../handling/handling.ts';
import type { FieldConflict } from './conflict.ts';
import { ALIASES, DELETED, isDeleted, mergeDeletion } from './deletion.ts';
import { ancestorsOf, compareVersions, type Find, nearestCommonAncestors } from './history.ts';
import type { JsonObject } from './json.ts';
import { type FieldRule, MEMBERS, type RecordKind, set } from './kind.ts';
import { keepApproved } from './mergeApproved.ts';
import { mergeFields } from './mergeFields.ts';
import { mergeHandling } from './mergeHandling.ts';
import { objectOf, remembered } from './own.ts';
import type { Body } from './revision.ts';
import type { Before } from './survivors.ts';

export type { ConflictType, FieldConflict, Side } from './conflict.ts';

/** What merging needs to know of a revision, or of a local draft (whose id is `draft`). */
export interface Version {
  readonly id: string;
  readonly parents: readonly string[];
  readonly body: Body;
  readonly handling: Handling;
  /** The kind's name. Versions without one are of the kind that is asked for. */
  readonly kind?: string;
}

/** What a record looks like: its one head, or what its heads come to. A view, never stored as a revision. */
export interface MergedView {
  readonly body: Body;
  readonly handling: Handling;
  readonly deleted: boolean;
  /** What is left to a person. While there is any, the record is in conflict and does not leave. */
  readonly conflicts: readonly FieldConflict[];
}

/**
 * The three-way merge of a record's heads from their nearest common ancestors: a function of the heads and what
 * `find` knows, whatever the order of either. One head is shown as it is. Several nearest common ancestors are merged
 * first and taken as the base, as Git's recursive strategy does; where they disagree, or one of them is withheld or
 * purged, the field has no base and a difference is a conflict. Clocks never decide. A conflict's field shows the
 * value of the lowest version id until it is resolved. Never throws on parsed revisions.
 *
 * @param kind undefined for a kind from a newer version of the product: its fields merge as plain values
 * @param heads at least one; those that are ancestors of others are left out
 * @param find every other version that is here
 */
export function mergeHeads(
  kind: RecordKind | undefined,
  heads: readonly [Version, ...Version[]] | readonly Version[],
  find: Find<Version>,
): MergedView {
  const given = new Map(heads.map((head) => [head.id, head]));
  const look = remembered((id: string) => given.get(id) ?? find(id));
  const sorted = [...given.keys()].sort(compareVersions);
  const seen = new Set<string>();
  if (sorted.length > 1) {
    for (const id of sorted) for (const other of ancestorsOf(id, look).known) if (other !== id) seen.add(other);
  }
  const [first, ...rest] = sorted.filter((id) => !seen.has(id)).flatMap((id) => look(id) ?? []);
  if (first === undefined) throw new RangeError('A record has at least one head.');
  return mergeVersions(kind, [first, ...rest], basesFrom(kind, look));
}

interface Base {
  readonly known: boolean;
  readonly view: Pick<MergedView, 'body' | 'handling' | 'conflicts'> | undefined;
  /** Paths of the view's conflicts. */
  readonly unsettled: ReadonlySet<string>;
}
type FindBase = (ids: readonly string[]) => Base;
type Versions = readonly [Version, ...Version[]];

/** Criss-cross histories deeper than this have no base any more: more questions, but an end. */
const DEEPEST = 64;

const SETTLED: ReadonlySet<string> = new Set();
const NO_BASE: Base = { known: false, view: undefined, unsettled: SETTLED };

function basesFrom(kind: RecordKind | undefined, look: Find<Version>): FindBase {
  const kept = basesKept();
  const behind = remembered((id: string) => ancestorsOf(id, look));
  /** Bases by the ancestors that they come to: most pairs of many heads parted at the same one. */
  const merged = new Map<string, Base>();
  let depth = 0;
  const baseOf: FindBase = (ids) => {
    const before = kept.get(ids);
    if (before !== undefined) return before;
    depth += 1;
    const base = depth > DEEPEST ? NO_BASE : findBase(ids);
    depth -= 1;
    kept.set(ids, base);
    return base;
  };
  const findBase: FindBase = (ids) => {
    const nearest = nearestCommonAncestors(ids, look, behind);
    if (!nearest.complete) return NO_BASE;
    const key = nearest.ids.join(' ');
    const base = merged.get(key) ?? mergedBase(nearest.ids);
    // What was cut off at the deepest point is not held against the same ancestors nearer by.
    if (depth === 1) merged.set(key, base);
    return base;
  };
  const mergedBase: FindBase = (ids) => {
    const [first, ...rest] = ids.flatMap((id) => look(id) ?? []);
    if (first === undefined) return { known: true, view: undefined, unsettled: SETTLED };
    const view = mergeVersions(kind, [first, ...rest], baseOf);
    return { known: true, view, unsettled: unsettledIn(view.conflicts) };
  };
  return baseOf;
}

/** Bases by the versions asked about. Pairs, of which many heads make very many, are found without making a key of both. */
function basesKept() {
  const pairs = new Map<string, Map<string, Base>>();
  const others = new Map<string, Base>();
  return {
    get([one = '', other = '', ...more]: readonly string[]): Base | undefined {
      return more.length > 0 ? others.get([one, other, ...more].join(' ')) : pairs.get(one)?.get(other);
    },
    set([one = '', other = '', ...more]: readonly string[], base: Base): void {
      if (more.length > 0) {
        others.set([one, other, ...more].join(' '), base);
        return;
      }
      const known = pairs.get(one) ?? new Map<string, Base>();
      pairs.set(one, known.set(other, base));
    },
  };
}

function mergeVersions(kind: RecordKind | undefined, versions: Versions, baseOf: FindBase): MergedView {
  const [first, ...rest] = versions;
  if (rest.length === 0) {
    return { body: first.body, handling: first.handling, deleted: isDeleted(first.body), conflicts: [] };
  }
  const nameOf = (version: Version) => version.kind ?? kind?.name ?? '';
  const alike = versions.filter((version) => nameOf(version) === nameOf(first));
  const { body, conflicts } = mergeBodies(nameOf(first) === kind?.name ? kind : undefined, alike, baseOf);
  const handling = mergeHandling([sideOf(first), ...rest.map(sideOf)], (ids) => {
    const { view, unsettled } = baseOf(ids);
    return { handling: view?.handling, unsettled };
  });
  return {
    body,
    handling: handling.handling,
    deleted: isDeleted(body),
    conflicts: [
      ...(alike.length < versions.length ? [kindConflict(versions, nameOf)] : []),
      ...conflicts,
      ...handling.conflicts,
    ],
  };
}

const sideOf = ({ id, handling }: Version) => ({ version: id, handling });

function kindConflict(versions: Versions, nameOf: (version: Version) => string): FieldConflict {
  return {
    path: '$kind',
    field: '$kind',
    type: 'kind',
    sides: versions.map((version) => ({
      version: version.id,
      value: { kind: nameOf(version), body: version.body },
    })),
  };
}

/** Fields that every kind has. */
const RESERVED: Readonly<Record<string, FieldRule>> = {
  [ALIASES]: set(z.array(z.string()), MEMBERS, { link: true }),
};

function mergeBodies(
  kind: RecordKind | undefined,
  versions: readonly Version[],
  baseOf: FindBase,
): { body: Body; conflicts: FieldConflict[] } {
  const bases = (ids: readonly string[]): Before => {
    const { known, view, unsettled } = baseOf(ids);
    return { known: known && !unsettled.has('$kind'), value: view?.body, unsettled };
  };
  const sides = versions.map(({ id, body }) => ({ version: id, body }));
  const deletion = mergeDeletion(sides, bases);
  const merged = mergeFields(
    versions.map(({ id, body }) => ({ version: id, value: withoutDeletion(body), partial: isDeleted(body) })),
    { ...kind?.fields, ...RESERVED },
    bases,
  );
  const fields = keepApproved(kind, sides, bases, merged);
  return {
    body: objectOf([...Object.entries(fields.value), [DELETED, deletion.value]]),
    conflicts: [...deletion.conflicts, ...fields.conflicts],
  };
}

function withoutDeletion({ [DELETED]: _deleted, ...body }: JsonObject): JsonObject {
  return body;
}

function unsettledIn(conflicts: readonly FieldConflict[]): ReadonlySet<string> {
  return new Set(conflicts.map((conflict) => conflict.path));
}
