import type { HandlersOf } from '../../contract/api.ts';
import type { meetingsCalls } from '../../contract/meetings/calls.ts';
import type { Application } from '../application.ts';
import { arrangeMeeting } from './arrangeMeeting.ts';
import { carryOver, unfinishedBefore } from './carryOver.ts';
import { giveCues, readCues, withdrawCues } from './cues.ts';
import { planAsBefore, planOtherMeeting, planRegularMeeting } from './planMeeting.ts';
import { readTimetable } from './readTimetable.ts';
import { attend, moveSeat, seat, seatBoard } from './seating.ts';
import { peopleOf } from './seatsOf.ts';
import { whoMustKnow } from './whoMustKnow.ts';

/** Why something was deleted, where nobody said it. */
const REMOVED = 'Taken out of the timetable';

export const meetingsHandlers: HandlersOf<typeof meetingsCalls, Application> = {
  planRegular: (input, application) => planRegularMeeting(application.session(), input),
  planOther: (input, application) => planOtherMeeting(application.session(), input),
  planAsBefore: (input, application) => planAsBefore(application.session(), input),
  unfinished: ({ meeting }, application) => unfinishedBefore(application.session(), meeting),
  carryOver: ({ meeting, items }, application) => ({ created: carryOver(application.session(), meeting, items) }),
  arrange: ({ meeting, operation, reason }, application) =>
    arrangeMeeting(application.session(), meeting, operation, reason ?? REMOVED),
  mustKnow: ({ meeting, language }, application) => whoMustKnow(application.session(), meeting, language ?? 'en'),
  people: ({ meeting, language }, application) => peopleOf(application.session(), meeting, language ?? 'en'),
  seat: ({ meeting, seats }, application) => ({ seated: seat(application.session(), meeting, seats) }),
  seatBoard: ({ meeting }, application) => ({ seated: seatBoard(application.session(), meeting) }),
  moveSeat: ({ participant, before }, application) => ({
    before: moveSeat(application.session(), participant, before),
  }),
  attend: ({ session, marks }, application) => ({ before: attend(application.session(), session, marks) }),
  cues: ({ meeting }, application) => readCues(application.session(), meeting),
  giveCues: ({ meeting, cues }, application) => ({ given: giveCues(application.session(), meeting, cues) }),
  withdrawCues: ({ meeting, cues }, application) => ({
    withdrawn: withdrawCues(application.session(), meeting, cues),
  }),
  timetable: ({ meeting, language }, application) => readTimetable(application.session(), meeting, language ?? 'en'),
};
