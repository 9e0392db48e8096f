import type { HandlersOf } from '../../contract/api.ts';
import type { journalCalls } from '../../contract/journal/calls.ts';
import type { Application } from '../application.ts';
import { listActs, readJournalPage } from './readJournalPage.ts';

export const journalHandlers: HandlersOf<typeof journalCalls, Application> = {
  read: (query, application) => readJournalPage(application.session().vault, query),
  acts: ({ language }, application) => listActs(application.session().vault, language ?? 'en'),
  verify: ({ job }, { jobs }) => jobs.run('verifyJournal', {}, job),
  export: ({ job, ...order }, { jobs }) => jobs.run('exportJournal', order, job),
};
