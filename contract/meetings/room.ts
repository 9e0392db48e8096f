import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { CueMoment } from '../../domain/meetings/cue.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

/** What the chair says, does, and does if late, of an item or around a session. */
export const CueLine = z.object({
  cue: RecordId,
  /** The item or the session. */
  record: RecordId,
  moment: CueMoment,
  /** Whose cue it is, by name; empty when that organisation is not here. */
  whose: z.string(),
  /** Our own organisation wrote it, and may give it to others. */
  own: z.boolean(),
  say: z.string(),
  act: z.string(),
  late: z.string(),
  minutes: z.number().optional(),
  label: Label,
  /** Those in the chair have it, or get it with the next bundle: its content is cleared for them. */
  given: z.boolean(),
  conflicted: z.boolean(),
});

export const roomCalls = {
  /** The cues of a meeting, and the organisations that hold its chair and co-chair. */
  cues: call(z.object({ meeting: RecordId }), z.object({ cues: z.array(CueLine), chairs: z.array(RecordId) }), [
    'record.missing',
  ]),
  /**
   * Gives cues that our organisation wrote to the organisations in the chair, and to nobody else: TLP:AMBER, limited to them.
   * All or nothing. `given`: the cues that were given by this.
   */
  giveCues: call(
    z.object({ meeting: RecordId, cues: z.array(RecordId).min(1).max(500) }),
    z.object({ given: z.array(RecordId) }),
    ['record.missing', 'record.notOriginator', 'record.conflict', 'record.invalid', 'meeting.noChair'],
  ),
  /** Takes that back: they are for our own organisation again, as they were born. */
  withdrawCues: call(
    z.object({ meeting: RecordId, cues: z.array(RecordId).min(1).max(500) }),
    z.object({ withdrawn: z.array(RecordId) }),
    ['record.missing', 'record.conflict', 'record.invalid'],
  ),
};
