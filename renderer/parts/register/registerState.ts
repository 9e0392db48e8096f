import { z } from 'zod';
import { Filter } from '../../../domain/records/filter.ts';

export const Sort = z.strictObject({ column: z.string(), descending: z.boolean() });
export type Sort = z.infer<typeof Sort>;

export const Deleted = z.enum(['without', 'with', 'only']);
export type Deleted = z.infer<typeof Deleted>;

/** What a list is narrowed to and how it is sorted: what a saved filter keeps. */
export const Narrowing = z.object({
  filters: z.array(Filter),
  search: z.string(),
  sort: z.array(Sort),
  deleted: Deleted,
});
export type Narrowing = z.infer<typeof Narrowing>;

export const SavedFilter = z.object({ id: z.string(), name: z.string(), narrowing: Narrowing });
export type SavedFilter = z.infer<typeof SavedFilter>;

/** Which columns a list shows, from the left, and how wide those are that were changed (pixels). */
export const Columns = z.object({ shown: z.array(z.string()), widths: z.record(z.string(), z.number()) });
export type Columns = z.infer<typeof Columns>;

/** Sorting by a column: upwards, then downwards; among others with `more`, alone without. */
export function sortedBy(sort: readonly Sort[], column: string, more: boolean): Sort[] {
  const known = sort.find((one) => one.column === column);
  const next = { column, descending: known !== undefined && !known.descending };
  if (!more) return [next];
  return known === undefined ? [...sort, next] : sort.map((one) => (one === known ? next : one));
}

/** One filter a column: the new one takes the place of the old. */
export function withFilter(filters: readonly Filter[], filter: Filter): Filter[] {
  const others = filters.filter(({ column }) => column !== filter.column);
  return [...others, filter];
}

/** A column one place to the left (-1) or right (1). */
export function moved(shown: readonly string[], column: string, by: -1 | 1): string[] {
  const from = shown.indexOf(column);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return [...shown];
  return shown.toSpliced(from, 1).toSpliced(to, 0, column);
}
