import { z } from 'zod';
import { CalendarDate, Purpose, WallTime } from '../../domain/meetings/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

const PlannedItem = z.object({
  item: RecordId,
  type: z.enum(['item', 'break']),
  number: z.number().optional(),
  openNumber: z.string().optional(),
  title: z.string(),
  purpose: Purpose.optional(),
  starts: WallTime,
  ends: WallTime,
  minutes: z.number(),
});

export const Check = z.object({
  code: z.string(),
  severity: z.enum(['refusal', 'warning']),
  sentence: z.string(),
  records: z.array(RecordId),
});

export const meetingsCalls = {
  /** The template of a regular meeting: two days, closed but for the second morning (¶10–11). */
  planRegular: call(
    z.object({
      title: z.string().min(1),
      number: z.int().positive(),
      symbol: z.string().min(1),
      starts: CalendarDate,
      venue: z.string(),
      city: z.string(),
      zone: z.string(),
      chair: RecordId.optional(),
    }),
    z.object({ meeting: RecordId, sessions: z.array(RecordId) }),
    ['record.numbersBySecretariat', 'record.invalid'],
  ),
  /** Days, sessions and items with the times that follow from their lengths, and what is wrong with the plan. */
  timetable: call(
    z.object({ meeting: RecordId, language: z.enum(['en', 'fr']).optional() }),
    z.object({
      sessions: z.array(
        z.object({
          session: RecordId,
          day: z.number(),
          date: CalendarDate,
          starts: WallTime,
          ends: WallTime,
          access: z.enum(['closed', 'open']),
          items: z.array(PlannedItem),
        }),
      ),
      checks: z.array(Check),
    }),
    ['record.missing'],
  ),
};
