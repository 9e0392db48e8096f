import { z } from 'zod';
import { call, NOTHING } from '../call.ts';

export const jobsCalls = {
  list: call(
    NOTHING,
    z.array(z.object({ job: z.uuid(), work: z.string(), done: z.number(), total: z.number(), what: z.string() })),
  ),
  /** Asks the job to stop; it ends with `job.cancelled` and leaves nothing changed. */
  cancel: call(z.object({ job: z.uuid() }), NOTHING),
};
