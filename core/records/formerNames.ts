import { joinedInto } from '../../domain/records/aliases.ts';
import { ALIASES } from '../../domain/records/deletion.ts';
import { text } from '../../domain/records/text.ts';
import { keptFor, withAliases } from './kept.ts';
import { findRecord, type RecordRow, type Rows } from './rows.ts';

/** What the records were called that were joined with this one, so that it is found by those names, too. */
export function formerNames(rows: Rows, { id, body }: Pick<RecordRow, 'id' | 'body'>): string[] {
  if (!Object.hasOwn(body, ALIASES)) return [];
  const names = withAliases(rows, id).flatMap((alias) => {
    const gone = alias === id ? undefined : findRecord(rows, alias);
    if (gone?.deleted !== true || keptFor(rows, alias) !== id) return [];
    return [gone.title, text(gone.body.name), text(gone.body.shortName)];
  });
  return [...new Set(names)].filter((name) => name !== '').sort();
}

/** The records that these states of one say it was joined with, with all that those were joined with. */
export function joinedWith(rows: Rows, states: readonly (Pick<RecordRow, 'body'> | undefined)[]): Set<string> {
  const found = new Set<string>();
  for (const state of states) {
    const into = state && joinedInto(state.body);
    if (into !== undefined) found.add(into);
  }
  for (const id of found) {
    const into = joinedInto(findRecord(rows, id)?.body ?? {});
    if (into !== undefined) found.add(into);
  }
  return found;
}
