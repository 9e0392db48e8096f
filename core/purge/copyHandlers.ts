import type { HandlersOf } from '../../contract/api.ts';
import type { copyCalls } from '../../contract/records/copies.ts';
import type { Application } from '../application.ts';
import { keepCopy, whyKept } from './keptCopies.ts';

export const copyHandlers: HandlersOf<typeof copyCalls, Application> = {
  letGo: ({ job, record }, application) => application.jobs.run('letGo', { record }, job),
  keepCopy({ record, reason }, application) {
    keepCopy(application.session(), record, reason);
    return {};
  },
  keptCopy({ record }, application) {
    const reason = whyKept(application.session().vault, record);
    return reason === undefined ? {} : { reason };
  },
};
