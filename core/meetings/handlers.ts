import type { HandlersOf } from '../../contract/api.ts';
import type { meetingsCalls } from '../../contract/meetings/calls.ts';
import type { Application } from '../application.ts';
import { planRegularMeeting } from './planRegularMeeting.ts';
import { readTimetable } from './readTimetable.ts';

export const meetingsHandlers: HandlersOf<typeof meetingsCalls, Application> = {
  planRegular: (input, application) => planRegularMeeting(application.session(), input),
  timetable: ({ meeting, language }, application) => readTimetable(application.session(), meeting, language ?? 'en'),
};
