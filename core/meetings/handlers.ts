import type { HandlersOf } from '../../contract/api.ts';
import type { meetingsCalls } from '../../contract/meetings/calls.ts';
import type { Application } from '../application.ts';
import { arrangeMeeting } from './arrangeMeeting.ts';
import { planOtherMeeting, planRegularMeeting } from './planMeeting.ts';
import { readTimetable } from './readTimetable.ts';

/** Why something was deleted, where nobody said it. */
const REMOVED = 'Taken out of the timetable';

export const meetingsHandlers: HandlersOf<typeof meetingsCalls, Application> = {
  planRegular: (input, application) => planRegularMeeting(application.session(), input),
  planOther: (input, application) => planOtherMeeting(application.session(), input),
  arrange: ({ meeting, operation, reason }, application) =>
    arrangeMeeting(application.session(), meeting, operation, reason ?? REMOVED),
  timetable: ({ meeting, language }, application) => readTimetable(application.session(), meeting, language ?? 'en'),
};
