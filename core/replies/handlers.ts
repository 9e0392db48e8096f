import type { HandlersOf } from '../../contract/api.ts';
import type { repliesCalls } from '../../contract/replies/calls.ts';
import type { Application } from '../application.ts';
import { proposeReply } from './proposeReply.ts';
import { takeReply } from './takeReply.ts';
import { verifyPaper } from './verifyPaper.ts';

export const repliesHandlers: HandlersOf<typeof repliesCalls, Application> = {
  read: (order, application) => proposeReply(application.session(), order),
  take: (order, application) => takeReply(application.session(), order),
  verify({ paper, reason }, application) {
    verifyPaper(application.session(), paper, reason);
    return {};
  },
};
