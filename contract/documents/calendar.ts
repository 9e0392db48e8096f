import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call, jobInput } from '../call.ts';
import { MAKING_ERRORS } from './makingErrors.ts';

export const calendarCalls = {
  /** Writes a calendar file of a meeting for an audience: of its sessions, or of what one seat has to do there. */
  calendar: call(
    jobInput({
      meeting: RecordId,
      seat: RecordId.optional(),
      audience: Audience,
      language: z.enum(['en', 'fr']),
      file: z.string(),
    }),
    z.object({ events: z.int() }),
    ['record.missing', 'release.withheld', 'calendar.empty', ...MAKING_ERRORS, 'file.exists', 'file.unwritable'],
  ),
};
