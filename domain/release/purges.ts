import type { Circle } from '../handling/circle.ts';
import { markCovers, partyOf } from '../handling/covers.ts';
import type { Mark } from '../handling/handling.ts';

/**
 * Whether somebody may be told of a purge: only who could have had what it takes away, under one of the marks that it had,
 * as a person or as an organisation.
 */
export function mayKnowOfPurge(
  marks: readonly Mark[],
  { seat, organisation }: { readonly seat: string; readonly organisation: string },
  circle: Circle,
): boolean {
  return marks.some((mark) => [organisation, seat].some((id) => markCovers(mark, partyOf(id, circle), circle)));
}
