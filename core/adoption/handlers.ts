import type { adoptionCalls } from '../../contract/adoption/calls.ts';
import type { HandlersOf } from '../../contract/api.ts';
import type { Application } from '../application.ts';
import { chooseCandidate } from './chooseCandidate.ts';
import { giveAnswer } from './giveAnswer.ts';
import { listAdoptions } from './listAdoptions.ts';
import { putUp } from './putUp.ts';
import { readAdoption } from './readAdoption.ts';
import { recordResult } from './recordResult.ts';

export const adoptionHandlers: HandlersOf<typeof adoptionCalls, Application> = {
  putUp: (input, application) => ({ adoption: putUp(application.session(), input) }),
  read: ({ adoption }, application) => readAdoption(application.session(), adoption),
  list: (input, application) => listAdoptions(application.session(), input),
  answer: (input, application) => giveAnswer(application.session(), input),
  choose: (input, application) => chooseCandidate(application.session(), input),
  record: (input, application) => ({ changed: recordResult(application.session(), input) }),
};
