import type { HandlersOf } from '../../contract/api.ts';
import type { libraryCalls } from '../../contract/library/calls.ts';
import type { Application } from '../application.ts';
import { search } from './search.ts';

export const libraryHandlers: HandlersOf<typeof libraryCalls, Application> = {
  search({ query, kinds, labels, limit, typing }, application) {
    const found = search(application.session().vault, query, {
      ...(kinds ? { kinds } : {}),
      ...(labels ? { labels } : {}),
      ...(limit ? { limit } : {}),
      ...(typing === undefined ? {} : { typing }),
    });
    return {
      total: found.total,
      kinds: { ...found.kinds },
      hits: found.hits.map(({ record, kind, title, label, snippet }) => ({
        record,
        kind,
        title,
        label,
        snippet: [...snippet],
      })),
    };
  },
  rebuild: ({ job }, application) => application.jobs.run('rebuildIndex', {}, job),
};
