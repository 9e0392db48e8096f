import { z } from 'zod';
import { CalendarDate, WallTime } from '../../domain/meetings/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

/** Somebody who must know of a change of a plan. */
export const MustKnow = z.object({
  party: RecordId,
  name: z.string(),
  kind: z.string(),
  concerns: z.array(z.enum(['speaker', 'lead', 'delegation', 'invited'])),
  organisationName: z.string().optional(),
  /** The organisation by which they are reached, or the person where they have none. */
  sendTo: RecordId,
  isOutside: z.boolean(),
  /** The bundle by which they were told last; absent for who acts and was never told from here. */
  told: z.object({ bundle: z.string(), created: z.string() }).optional(),
  /** What is another, and what they were told before. */
  changes: z.array(z.string()),
  /** For who speaks by link: what the clock shows there when the item begins now. */
  times: z.array(
    z.object({
      item: RecordId,
      here: WallTime,
      date: CalendarDate,
      zone: z.string(),
      time: WallTime,
      dayShift: z.number(),
    }),
  ),
});

export const mustKnowCalls = {
  /** Who must know what is another in a plan than each was told last from here. `sent`: somebody was told of it. */
  mustKnow: call(
    z.object({ meeting: RecordId, language: z.enum(['en', 'fr']).optional() }),
    z.object({ sent: z.boolean(), parties: z.array(MustKnow) }),
    ['record.missing'],
  ),
};
