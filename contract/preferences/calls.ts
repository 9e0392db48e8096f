import { z } from 'zod';
import { call, NOTHING } from '../call.ts';

/** What a preference is called: `theme`, `columns/people`, `filters/people.mine`. */
export const PreferenceName = z
  .string()
  .max(100)
  .regex(/^[A-Za-z][A-Za-z0-9._:/-]*$/);

/**
 * How this installation's holder likes to work: saved filters, columns, theme, language, the last place. Kept in the
 * vault; they leave it in a backup of the whole vault only.
 */
export const preferencesCalls = {
  read: call(z.object({}), z.record(z.string(), z.json())),
  /** Keeps a preference, or forgets it (null). Refused with `input.invalid` beyond 256 KiB of JSON. */
  write: call(z.object({ name: PreferenceName, value: z.json() }), NOTHING),
};
