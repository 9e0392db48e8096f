import type { HandlersOf } from '../../contract/api.ts';
import type { outcomesCalls } from '../../contract/outcomes/calls.ts';
import type { Application } from '../application.ts';
import { addOutcome } from './addOutcome.ts';
import { marksIn } from './marksIn.ts';
import { numberOutcomes } from './numberOutcomes.ts';
import { openActions } from './openActions.ts';

export const outcomesHandlers: HandlersOf<typeof outcomesCalls, Application> = {
  add: (order, application) => ({ id: addOutcome(application.session(), order).id }),
  number: ({ meeting }, application) => ({ given: numberOutcomes(application.session(), meeting) }),
  marks: ({ minutes }, application) => marksIn(application.session().vault, minutes),
  openActions: ({ before }, application) => openActions(application.session(), before),
};
