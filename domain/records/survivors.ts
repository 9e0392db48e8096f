import type { Side } from './conflict.ts';
import { type Json, sameJson } from './json.ts';

/** What versions had in common before they parted. */
export interface Before {
  /** False when an ancestor is withheld or purged, so that nobody can say what it held. */
  readonly known: boolean;
  readonly value: Json | undefined;
  /** Paths in which the common ancestors themselves disagree: they say nothing there. */
  readonly unsettled: ReadonlySet<string>;
}

/** What these versions had in common before they parted. */
export type Bases = (versions: readonly string[]) => Before;

/** The bases of a part, read from the bases of the whole. `read` gives null where the whole has another shape. */
export function basesWithin(bases: Bases, read: (value: Json) => { part: Json | undefined } | null): Bases {
  return (versions) => {
    const before = bases(versions);
    if (before.value === undefined) return before;
    const found = read(before.value);
    return found === null ? { ...before, known: false } : { ...before, value: found.part };
  };
}

/** Whether the base says what stood at `path`. */
export function isSettled(before: Before, path: string): boolean {
  if (!before.known) return false;
  for (const other of before.unsettled) {
    if (other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) return false;
  }
  return true;
}

/**
 * The sides that still stand: all but those that only repeat what another side had seen and changed. For two sides
 * this is the three-way rule: equal to the base gives way to the other. For more it takes every pair by itself, so
 * the order of the sides does not matter. When each has overruled another in a circle, all stand.
 */
export function survivors(sides: readonly Side[], bases: Bases, path: string): readonly Side[] {
  const standing = sides.filter((side) => !sides.some((other) => overrules(other, side, bases, path)));
  return standing.length > 0 ? standing : sides;
}

/** The sides that hold the one value that overrules every other one by itself; undefined when there is none. */
export function winners(sides: readonly Side[], bases: Bases, path: string): readonly Side[] | undefined {
  for (const candidate of sides) {
    const agreeing = sides.filter((side) => sameJson(side.value, candidate.value));
    const beaten = (side: Side) => agreeing.some((winner) => overrules(winner, side, bases, path));
    if (sides.every((side) => agreeing.includes(side) || beaten(side))) return agreeing;
  }
  return undefined;
}

export interface Presence {
  readonly kept: boolean;
  /** Sides without the part that its being kept does not settle: they removed it, or nobody can say whether they did. */
  readonly objecting: readonly Side[];
}

/**
 * Whether a part that some sides have and others have not stays. It goes when each side that has it left it as it was
 * and another removed it.
 */
export function weighPresence(sides: readonly Side[], bases: Bases, path: string): Presence {
  const having = sides.filter((side) => side.value !== undefined);
  const lacking = sides.filter((side) => side.value === undefined);
  const kept = having.some((side) => !lacking.some((other) => overrules(other, side, bases, path)));
  if (!kept) return { kept, objecting: [] };
  return { kept, objecting: lacking.filter((side) => !having.some((other) => overrules(other, side, bases, path))) };
}

function overrules(winner: Side, loser: Side, bases: Bases, path: string): boolean {
  if (sameJson(winner.value, loser.value)) return false;
  const before = bases([winner.version, loser.version]);
  return isSettled(before, path) && sameJson(loser.value, before.value);
}

/** Whether all sides say the same. */
export function areUnanimous(sides: readonly Side[]): boolean {
  return sides.every((side) => sameJson(side.value, sides[0]?.value));
}
