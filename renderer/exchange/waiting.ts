import type { Bundle } from './words.ts';

/** Bundles that wait for a decision, in the order in which they were sealed: what came first is decided first. */
export function waitingInOrder(bundles: readonly Bundle[]): Bundle[] {
  return bundles
    .filter(({ direction, standing }) => direction === 'in' && standing === 'waiting')
    .toSorted((one, other) => (one.created < other.created ? -1 : one.created > other.created ? 1 : 0));
}
