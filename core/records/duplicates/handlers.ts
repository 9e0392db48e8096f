import type { HandlersOf } from '../../../contract/api.ts';
import type { duplicateCalls } from '../../../contract/records/duplicates.ts';
import type { Application } from '../../application.ts';
import { joinPlan, listDuplicates, listJoined } from './duplicateList.ts';
import { joinRecords, partRecords } from './joinRecords.ts';
import { tellApart } from './toldApart.ts';

export const duplicateHandlers: HandlersOf<typeof duplicateCalls, Application> = {
  duplicates: (_input, application) => listDuplicates(application.session().vault),
  joinPlan: ({ one, other, language }, application) => joinPlan(application.session(), one, other, language ?? 'en'),
  join: ({ one, other, answers, reason }, application) =>
    joinRecords(application.session(), one, other, answers, reason),
  joined: (_input, application) => listJoined(application.session().vault),
  part: ({ kept, gone }, application) => ({ changed: partRecords(application.session(), kept, gone) }),

  tellApart({ one, other }, application) {
    const session = application.session();
    tellApart(session, one, other, true);
    session.announce({ event: 'recordsChanged', records: [one, other] });
    return {};
  },

  proposeAgain({ one, other }, application) {
    const session = application.session();
    tellApart(session, one, other, false);
    session.announce({ event: 'recordsChanged', records: [one, other] });
    return {};
  },
};
