import type { HandlersOf } from '../../contract/api.ts';
import type { questionCalls } from '../../contract/records/questions.ts';
import type { Application } from '../application.ts';
import { forgetAnswers, rememberAnswers, rememberedAnswers, reopenMany } from './reopenConflicts.ts';
import { resolveMany } from './resolveConflicts.ts';

/** So many are answered while the windows wait; more are a job. */
const AT_ONCE = 30;

export const questionHandlers: HandlersOf<typeof questionCalls, Application> = {
  async resolveMany({ job, records }, application) {
    const session = application.session();
    const isJob = records.length > AT_ONCE;
    const together = isJob
      ? await application.jobs.run('resolveMany', { records }, job)
      : resolveMany(session, records);
    for (const [record, replaced] of together) rememberAnswers(session, record, replaced);
    return { resolved: together.map(([record]) => record) };
  },

  async reopenMany({ job, ids }, application) {
    const session = application.session();
    const records = rememberedAnswers(session, ids);
    const reopened =
      ids.length > AT_ONCE ? await application.jobs.run('reopenMany', { records }, job) : reopenMany(session, records);
    forgetAnswers(session, reopened);
    return { reopened };
  },
};
