import type { z } from 'zod';
import type { CueLine } from '../../../contract/meetings/room.ts';

/** What the chair says, does, and does if late. */
export type Cue = z.output<typeof CueLine>;
