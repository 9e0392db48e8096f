import type { HandlersOf } from '../../contract/api.ts';
import type { lifeCalls } from '../../contract/papers/life.ts';
import type { Application } from '../application.ts';
import { commissionPapers } from './commission.ts';
import { beginVersion, issuePapers, noteReminded, sayClearance, setStatus } from './life.ts';
import { papersToChase } from './toChase.ts';

export const lifeHandlers: HandlersOf<typeof lifeCalls, Application> = {
  commission: (order, application) => ({ papers: commissionPapers(application.session(), order) }),
  setStatus: ({ papers, status, reason }, application) => ({
    changed: setStatus(application.session(), papers, status, reason),
  }),
  sayClearance: ({ paper, step, says, reason }, application) => ({
    changed: sayClearance(application.session(), paper, step, says, reason),
  }),
  issue: ({ papers, ...how }, application) => ({ changed: issuePapers(application.session(), papers, how) }),
  beginVersion: ({ papers, reason }, application) => ({ changed: beginVersion(application.session(), papers, reason) }),
  noteReminded: ({ papers }, application) => ({ changed: noteReminded(application.session(), papers) }),
  toChase: ({ meeting, within }, application) => papersToChase(application.session(), meeting, within),
};
