import type { HandlersOf } from '../../contract/api.ts';
import type { minutesCalls } from '../../contract/minutes/calls.ts';
import type { Application } from '../application.ts';
import { approveMinutes, beginMinutes, reopenMinutes } from './actOnMinutes.ts';
import { readMinutes } from './readMinutes.ts';
import { speakersOf } from './speakers.ts';

export const minutesHandlers: HandlersOf<typeof minutesCalls, Application> = {
  ofMeeting: ({ meeting }, application) => readMinutes(application.session(), meeting),
  begin: ({ item, language }, application) => ({ minutes: beginMinutes(application.session(), item, language) }),
  speakers: ({ item }, application) => speakersOf(application.session(), item),
  approve: ({ minutes, at }, application) => ({ changed: approveMinutes(application.session(), minutes, at) }),
  reopen: ({ minutes, reason }, application) => ({ changed: reopenMinutes(application.session(), minutes, reason) }),
};
