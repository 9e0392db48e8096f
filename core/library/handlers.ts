import type { z } from 'zod';
import type { HandlersOf } from '../../contract/api.ts';
import type { libraryCalls } from '../../contract/library/calls.ts';
import type { Application } from '../application.ts';
import type { Vault } from '../vault/vault.ts';
import type { Hit } from './hits.ts';
import { search } from './search.ts';
import { pendingWords } from './searchIndex.ts';
import { searchLibrary } from './searchLibrary.ts';

type Request = z.output<typeof libraryCalls.search.input>;
type Answer = z.input<typeof libraryCalls.search.output>;
type Found = Omit<Answer, 'waiting'>;

export const libraryHandlers: HandlersOf<typeof libraryCalls, Application> = {
  search: (request, application) => {
    const { vault } = application.session();
    const found = needsColumns(request) ? inLibrary(vault, request) : byWords(vault, request);
    return { ...found, waiting: pendingWords(vault) };
  },
  rebuild: ({ job }, application) => application.jobs.run('rebuildIndex', {}, job),
};

/** What the index alone does not know is looked up in the columns of all records. */
function needsColumns({ facets, meetings, since, before, sort }: Request): boolean {
  return [facets, meetings, since, before].some((asked) => asked !== undefined) || sort === 'newest';
}

function byWords(vault: Vault, { query, ...request }: Request): Found {
  const { hits, total, more, widened, kinds } = search(vault, query, request);
  return { hits: hits.map(shown), total, more, widened, kinds: { ...kinds } };
}

function inLibrary(vault: Vault, { query, facets, ...request }: Request): Found {
  const found = searchLibrary(vault, query, { ...request, countSince: facets?.since ?? [] });
  const { hits, total, more, widened, kinds, labels, meetings, since } = found;
  return {
    hits: hits.map(shown),
    total,
    more,
    widened,
    kinds: { ...kinds },
    ...(facets && { facets: { labels: { ...labels }, meetings: [...meetings], since: [...since] } }),
  };
}

function shown({ deleted: _deleted, titleParts, snippet, homes, items, ...hit }: Hit): Answer['hits'][number] {
  return { ...hit, titleParts: [...titleParts], snippet: [...snippet], homes: [...homes], items: [...items] };
}
