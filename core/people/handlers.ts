import type { HandlersOf } from '../../contract/api.ts';
import type { peopleCalls } from '../../contract/people/calls.ts';
import type { Application } from '../application.ts';
import { hideName, otherNames, showName } from './pseudonyms.ts';

export const peopleHandlers: HandlersOf<typeof peopleCalls, Application> = {
  pseudonym: (request, application) => otherNames(application.session(), request),
  hideName: (request, application) => hideName(application.session(), request),
  showName: ({ record }, application) => showName(application.session(), record),
};
