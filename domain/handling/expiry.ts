import type { Handling } from './handling.ts';

type Expiring = Pick<Handling, 'expires'>;

/** Whether the last day of a record has passed on a day or at a moment (`2027-03-03T18:12Z`). */
export function hasExpired({ expires }: Expiring, at: string): boolean {
  return expires !== undefined && at.slice(0, 10) > expires;
}

/** The earlier of two last days, which is the stricter; undefined where neither has one. */
export function earlierExpiry(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** Whether `to` lets copies stay longer than `from`: a later last day, or none any more. Only the originator may. */
export function isPutOff(from: Expiring, to: Expiring): boolean {
  if (from.expires === undefined) return false;
  return to.expires === undefined || to.expires > from.expires;
}
