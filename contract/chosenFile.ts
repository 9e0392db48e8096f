import { z } from 'zod';

/** A file that a person chose, as calls take it. */
export const ChosenFile = z.object({
  /** What a call takes as `file`. */
  file: z.string(),
  /** Its name for people. */
  name: z.string(),
});
export type ChosenFile = Readonly<z.infer<typeof ChosenFile>>;
