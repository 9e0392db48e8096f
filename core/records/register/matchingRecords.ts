import { matchExpression, parseQuery } from '../../../domain/library/query.ts';
import { widen } from '../../library/widen.ts';
import type { Sqlite } from '../../vault/database.ts';
import { preparedOnce } from '../../vault/preparedOnce.ts';
import type { Vault } from '../../vault/vault.ts';

const statementsOf = preparedOnce((sqlite: Sqlite) =>
  sqlite
    .prepare<[string], string>(
      `SELECT record FROM search_words JOIN search_document ON search_document.rowid = search_words.rowid
       WHERE search_words MATCH ?`,
    )
    .pluck(),
);

/**
 * All records that a search finds, without rank and snippets; the query's last word may be unfinished. As in the
 * library's search, words inside words are found when nothing has the words themselves. Undefined when the query asks
 * for nothing.
 */
export function matchingRecords(vault: Vault, text: string): ReadonlySet<string> | undefined {
  const query = parseQuery(text, { typing: true });
  const exact = matchExpression(query);
  if (exact === undefined) return undefined;
  const found = statementsOf(vault.sqlite).all(exact);
  if (found.length > 0) return new Set(found);
  const wider = widen(vault, query);
  return new Set(wider === undefined ? [] : statementsOf(vault.sqlite).all(wider));
}
