import type { Work } from '../jobs/work.ts';
import { unwatched } from '../jobs/work.ts';
import { emptyIndex, indexEntries } from '../library/searchIndex.ts';
import type { Vault } from '../vault/vault.ts';
import { entryHere, refresh } from './refresh.ts';

const AT_ONCE = 500;

/**
 * Builds the search index anew from the views. Gives the number of records. In one transaction: the old index serves
 * until the new one is whole. It is also how words that were purged leave the index's files for good.
 */
export function rebuildIndex(vault: Vault, work: Work = unwatched): number {
  return vault.sqlite
    .transaction(() => {
      const ids = recordIds(vault, 'SELECT record AS id FROM search_document ORDER BY rowid');
      const known = new Set(ids);
      const missing = recordIds(vault, 'SELECT id FROM record ORDER BY id').filter((id) => !known.has(id));
      emptyIndex(vault);
      inPortions([...ids, ...missing], work, 'indexing', (portion) => {
        indexEntries(
          vault,
          portion.flatMap((id) => entryHere(vault, id) ?? []),
        );
      });
      return ids.length + missing.length;
    })
    .immediate();
}

/**
 * Forgets everything that is computed and computes it anew from the revisions and drafts. For examinations, and after
 * changes of the rules of merging. Gives the number of records.
 */
export function refreshAll(vault: Vault, work: Work = unwatched): number {
  return vault.sqlite
    .transaction(() => {
      const ids = recordIds(
        vault,
        'SELECT record AS id FROM revision UNION SELECT record FROM draft UNION SELECT id FROM record',
      );
      vault.sqlite.exec('DELETE FROM record; DELETE FROM link; DELETE FROM conflict;');
      inPortions(ids, work, 'refreshing', (portion) => refresh(vault, portion));
      return rebuildIndex(vault, work);
    })
    .immediate();
}

function recordIds(vault: Vault, query: string): string[] {
  return vault.sqlite
    .prepare<[], { id: string }>(query)
    .all()
    .map(({ id }) => id);
}

function inPortions(ids: readonly string[], work: Work, what: string, each: (portion: string[]) => void): void {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    work.check();
    each(ids.slice(from, from + AT_ONCE));
    work.progress(Math.min(from + AT_ONCE, ids.length), ids.length, what);
  }
}
