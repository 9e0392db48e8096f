import type { HandlersOf } from '../../contract/api.ts';
import type { conflictCalls } from '../../contract/exchange/conflicts.ts';
import type { Application } from '../application.ts';
import { listConflicts } from './conflictList.ts';
import { conflictsOfSort, listSorts } from './conflictSorts.ts';
import { listNumbersTwice } from './numbersTwice.ts';

export const conflictHandlers: HandlersOf<typeof conflictCalls, Application> = {
  conflicts: ({ language }, application) => listConflicts(application.session().vault, language ?? 'en'),
  conflictSorts: ({ language }, application) => listSorts(application.session().vault, language ?? 'en'),
  conflictsOfSort: ({ sort, language }, application) =>
    conflictsOfSort(application.session().vault, sort, language ?? 'en'),
  numbersTwice: ({ language }, application) => listNumbersTwice(application.session().vault, language ?? 'en'),
};
