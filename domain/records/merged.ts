import type { FieldConflict, Side } from './conflict.ts';
import { compareVersions } from './history.ts';
import type { Json } from './json.ts';
import { areUnanimous, type Bases, isSettled, survivors } from './survivors.ts';

/** A merged value (undefined: absent) with what it leaves to a person. */
export interface Merged {
  readonly value: Json | undefined;
  readonly conflicts: readonly FieldConflict[];
}

/** Where in the record a value stands, and what a disagreement there is called. */
export interface Place {
  readonly path: string;
  readonly field: string;
  readonly type: FieldConflict['type'];
}

/** What one version has, in a shape that is known. */
export interface VersionOf<T> {
  readonly version: string;
  readonly value: T;
}

/** The conflict at `place` between these sides, with what they started from where that is one value. */
export function disagreement(sides: readonly Side[], bases: Bases, place: Place): FieldConflict {
  const before = bases(sides.map((side) => side.version));
  const base = isSettled(before, place.path) ? before.value : undefined;
  const sorted = sides.toSorted((one, other) => compareVersions(one.version, other.version));
  return { ...place, ...(base === undefined ? {} : { base }), sides: sorted };
}

/** A plain value: the one that stands, or the first of those that stand and a conflict between them. */
export function mergePlain(sides: readonly Side[], bases: Bases, place: Place): Merged {
  const standing = survivors(sides, bases, place.path);
  const conflicts = areUnanimous(standing) ? [] : [disagreement(standing, bases, place)];
  return { value: standing[0]?.value, conflicts };
}

/** What `read` makes of every side, or undefined when one of them has another shape. */
export function readAll<T>(
  sides: readonly Side[],
  read: (value: Json | undefined) => T | undefined,
): VersionOf<T>[] | undefined {
  const all: VersionOf<T>[] = [];
  for (const { version, value } of sides) {
    const found = read(value);
    if (found === undefined) return undefined;
    all.push({ version, value: found });
  }
  return all;
}
