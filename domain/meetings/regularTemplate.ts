import type { JsonObject } from '../records/json.ts';
import type { MeetingTypeName } from './nextMeeting.ts';

/**
 * The sessions of a regular meeting: two days, a morning and an afternoon each, closed but for the second morning,
 * which is open to invited bodies (¶10–11).
 */
export function regularSessions(): JsonObject[] {
  return [
    { day: 1, starts: '09:00', ends: '12:45', access: 'closed' },
    { day: 1, starts: '14:00', ends: '17:00', access: 'closed' },
    { day: 2, starts: '09:30', ends: '12:30', access: 'open' },
    { day: 2, starts: '14:00', ends: '16:00', access: 'closed' },
  ];
}

/** The sessions of any other meeting: one, closed, with the hours that it is likely to have. */
export function otherSessions(type: Exclude<MeetingTypeName, 'regular'>): JsonObject[] {
  const hours = {
    special: { starts: '10:00', ends: '13:00' },
    workingGroup: { starts: '10:00', ends: '13:00' },
    researchBriefing: { starts: '09:30', ends: '12:30' },
    researchCouncil: { starts: '09:30', ends: '17:00' },
    consultation: { starts: '13:00', ends: '14:00' },
  }[type];
  return [{ day: 1, ...hours, access: 'closed' }];
}
