import type { z } from 'zod';
import type { peopleCalls, Seat as SeatSchema } from '../../../contract/meetings/people.ts';
import { isDelegate } from '../../../domain/meetings/seats.ts';

/** The people of a meeting as the vault has them. */
export type People = z.output<typeof peopleCalls.people.output>;
export type Seat = z.output<typeof SeatSchema>;
export type How = Seat['presence'][number]['how'];

/** The seats of one delegation, or of those who were asked in by themselves. */
export interface SeatGroup {
  /** The organisation's id; empty for persons without one. */
  readonly organisation: string;
  readonly seats: readonly Seat[];
}

/** By delegations, in the order of their first seats; those of the board first, then who was asked in. */
export function inGroups(seats: readonly Seat[]): { readonly board: SeatGroup[]; readonly guests: SeatGroup[] } {
  const of = (some: readonly Seat[]) =>
    [...Map.groupBy(some, ({ organisation }) => organisation?.record ?? '')].map(
      ([organisation, inside]): SeatGroup => ({ organisation, seats: inside }),
    );
  const sits = ({ capacity }: Seat) => isDelegate(capacity ?? 'member');
  return { board: of(seats.filter(sits)), guests: of(seats.filter((seat) => !sits(seat))) };
}

/** The seats as they stand on the page, one below the other. */
export function inSight(seats: readonly Seat[]): Seat[] {
  const { board, guests } = inGroups(seats);
  return [...board, ...guests].flatMap((group) => group.seats);
}

/**
 * Where seats go when one is moved up or down: within its delegation by itself, at its edge with the whole delegation.
 * Undefined where there is no place.
 */
export function moved(
  seats: readonly Seat[],
  id: string,
  by: -1 | 1,
): { readonly seats: readonly string[]; readonly before: string | null } | undefined {
  const { board, guests } = inGroups(seats);
  const groups = [board, guests].find((some) => some.some((group) => group.seats.some(isIt)));
  if (groups === undefined) return undefined;
  const at = groups.findIndex((group) => group.seats.some(isIt));
  const inside = groups[at]?.seats ?? [];
  const place = inside.findIndex(isIt);
  const beside = inside[place + by];
  if (beside !== undefined) {
    const before = by < 0 ? beside : inside[place + 2];
    return { seats: [id], before: before?.participant ?? after(inside.at(-1)) };
  }
  const other = groups[at + by];
  if (other === undefined) return undefined;
  const before =
    by < 0 ? other.seats[0]?.participant : (groups[at + 2]?.seats[0]?.participant ?? after(other.seats.at(-1)));
  return { seats: inside.map(({ participant }) => participant), before: before ?? null };

  function isIt({ participant }: Seat): boolean {
    return participant === id;
  }

  /** What stands after a seat in the order of the meeting, of those that are not moved. */
  function after(last: Seat | undefined): string | null {
    const from = last === undefined ? -1 : seats.indexOf(last);
    return seats.slice(from + 1).find((seat) => !inside.includes(seat))?.participant ?? null;
  }
}
