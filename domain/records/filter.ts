import { z } from 'zod';
import { fold } from '../library/fold.ts';
import { type Json, sameJson } from './json.ts';

/**
 * A condition on one column of a list: a field of the kinds, or one of `PSEUDO_COLUMNS`. `equals` on a list means that
 * it has the value; `contains` knows no case and no accents; `before` and `after` compare dates and numbers, dates as
 * precisely as the value says (`after 2027-03-11` begins on the 12th).
 */
export const Filter = z.discriminatedUnion('is', [
  z.strictObject({ column: z.string(), is: z.enum(['equals', 'notEquals']), value: z.json() }),
  z.strictObject({ column: z.string(), is: z.literal('oneOf'), value: z.array(z.json()) }),
  z.strictObject({ column: z.string(), is: z.literal('contains'), value: z.string() }),
  z.strictObject({ column: z.string(), is: z.enum(['empty', 'notEmpty']) }),
  z.strictObject({ column: z.string(), is: z.enum(['before', 'after']), value: z.union([z.string(), z.number()]) }),
]);
export type Filter = z.infer<typeof Filter>;

/** What a condition looks at: the value, and the words that people see for it. */
export interface Cell {
  readonly value: Json | undefined;
  words(): string;
}

/** The condition as a function, so that its own side is prepared once for many cells. */
export function conditionOf(filter: Filter): (cell: Cell) => boolean {
  switch (filter.is) {
    case 'equals':
      return ({ value }) => has(value, filter.value);
    case 'notEquals':
      return ({ value }) => !has(value, filter.value);
    case 'oneOf':
      return ({ value }) => filter.value.some((wanted) => has(value, wanted));
    case 'contains': {
      const wanted = fold(filter.value);
      return (cell) => fold(cell.words()).includes(wanted);
    }
    case 'empty':
      return ({ value }) => isEmptyValue(value);
    case 'notEmpty':
      return ({ value }) => !isEmptyValue(value);
    case 'before':
      return ({ value }) => isBefore(value, filter.value);
    case 'after':
      return ({ value }) => isAfter(value, filter.value);
  }
}

/** Whether a value says nothing: absent, null, blank, or a list or object without anything in it. */
export function isEmptyValue(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Whether a value is the wanted one, or has it in a list or as a part. */
function has(value: Json | undefined, wanted: Json): boolean {
  if (value === undefined) return wanted === null;
  if (typeof value !== 'object' || value === null) return value === wanted;
  return sameJson(value, wanted) || Object.values(value).some((part) => has(part, wanted));
}

function isBefore(value: Json | undefined, limit: string | number): boolean {
  if (typeof value === 'number' && typeof limit === 'number') return value < limit;
  return typeof value === 'string' && typeof limit === 'string' && value !== '' && value.slice(0, limit.length) < limit;
}

function isAfter(value: Json | undefined, limit: string | number): boolean {
  if (typeof value === 'number' && typeof limit === 'number') return value > limit;
  return typeof value === 'string' && typeof limit === 'string' && value.slice(0, limit.length) > limit;
}
