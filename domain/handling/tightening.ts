import type { Circle } from './circle.ts';
import { covers, partyOf } from './covers.ts';
import type { Distribution, Mark } from './handling.ts';
import { isWithin, labelRank, sameDistribution } from './order.ts';

/**
 * Whether nobody whom `outer` does not cover is covered by `inner`. A list of names beside the board or the community
 * can only be judged with the circle; without it, and where a party is unknown, the answer is no.
 */
export function reachesNoFurther(inner: Distribution, outer: Distribution, circle?: Circle): boolean {
  const known = isWithin(inner, outer);
  if (known !== undefined || inner.to !== 'named' || circle === undefined) return known === true;
  const direct = outer.to === 'named' ? new Set<string>([...outer.organisations, ...outer.persons]) : new Set<string>();
  return [...inner.organisations, ...inner.persons].every(
    (id) => direct.has(id) || covers(outer, partyOf(id, circle), circle),
  );
}

/** Whether `to` lets nobody do or see more than `from`: an equal or stricter label, and no one new. */
export function isNoLooser(from: Mark, to: Mark, circle?: Circle): boolean {
  return labelRank(to.label) <= labelRank(from.label) && reachesNoFurther(to.distribution, from.distribution, circle);
}

/** Whether `to` is stricter than `from`, in label or in who is reached, and in nothing looser. Anyone may do that. */
export function isTightening(from: Mark, to: Mark, circle?: Circle): boolean {
  return !sameMark(from, to) && isNoLooser(from, to, circle);
}

/** Whether `to` loosens the label or reaches somebody new, as far as can be told. Only the originator may do that. */
export function isWidening(from: Mark, to: Mark, circle?: Circle): boolean {
  return !isNoLooser(from, to, circle);
}

/** Whether two marks say the same, whatever the order of the names. */
export function sameMark(one: Mark, other: Mark): boolean {
  return one.label === other.label && sameDistribution(one.distribution, other.distribution);
}
