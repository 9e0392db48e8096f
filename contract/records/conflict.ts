import { z } from 'zod';

const Side = z.object({
  version: z.string(),
  value: z.json().optional(),
  /** Who wrote it, for people: `Northmark`. */
  who: z.string(),
  /** The person whose installation wrote it, as the card says; absent where it is not known here. */
  name: z.string().optional(),
  /** Minutes, UTC; absent where the version is not here. */
  at: z.string().optional(),
  /** It is this installation's own. */
  own: z.boolean(),
  /** Why this installation may not take it, in a sentence; absent where it may. */
  refused: z.string().optional(),
});

/** A question that merging left open. */
export const Conflict = z.object({
  path: z.string(),
  field: z.string(),
  type: z.enum(['scalar', 'entry', 'block', 'removed', 'deleted', 'handling', 'kind']),
  base: z.json().optional(),
  sides: z.array(Side),
  /** Of a mark: what holds until it is answered. */
  holds: z.json().optional(),
  /** The conflict in words, for people. */
  words: z.string(),
});
