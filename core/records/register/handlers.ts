import type { HandlersOf } from '../../../contract/api.ts';
import type { registerCalls } from '../../../contract/records/register.ts';
import type { Application } from '../../application.ts';
import { countRecords, readTitles, withHolder } from '../titles.ts';
import { readFacets, readRegister, registerIds } from './register.ts';

export const registerHandlers: HandlersOf<typeof registerCalls, Application> = {
  register: (request, application) => readRegister(application.session().vault, request),
  registerIds: (selection, application) => ({ ids: registerIds(application.session().vault, selection) }),
  facets: (request, application) => readFacets(application.session().vault, request),
  titles: ({ ids }, application) => {
    const { vault } = application.session();
    return withHolder(vault, ids, readTitles(vault, ids));
  },
  counts: (_input, application) => countRecords(application.session().vault),
};
