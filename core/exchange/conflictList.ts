import type { z } from 'zod';
import type { InConflict } from '../../contract/exchange/bundles.ts';
import { describeConflict } from '../../domain/records/conflictWords.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { compareKeys, textKey } from '../../domain/records/sortKey.ts';
import { conflictsOf, findRecord, type RecordRow } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

type Entry = z.infer<typeof InConflict>;

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[], string>('SELECT DISTINCT record FROM conflict').pluck(),
);

const NO_NAMES = { side: () => '' };

/** All records in conflict, by title, each with what is asked: a text once, with the number of its paragraphs. */
export function listConflicts(vault: Vault, language: Language): Entry[] {
  const entries = conflictedRecords(vault).map(({ id, kind, title, handling, updated }) => {
    const questions = questionsOf(vault, id, kind, language);
    return { record: RecordId.parse(id), kind, title, label: handling.label, updated, questions };
  });
  return entries.sort((one, other) => compareKeys(textKey(one.title), textKey(other.title)));
}

/** All records in conflict, in no order. */
export function conflictedRecords(vault: Vault): RecordRow[] {
  return statementsOf(vault.sqlite)
    .all()
    .flatMap((id) => {
      const row = findRecord(vault, id);
      return row?.conflicted === true ? [row] : [];
    });
}

function questionsOf(vault: Vault, id: string, kind: string, language: Language): Entry['questions'] {
  const questions = new Map<string, Entry['questions'][number]>();
  for (const conflict of conflictsOf(vault, id)) {
    const { field, type } = conflict;
    const words = describeConflict(kindOf(kind), conflict, NO_NAMES, language).heading;
    const known = questions.get(words) ?? { field, words, count: 0 };
    questions.set(words, { ...known, count: type === 'block' || type === 'removed' ? known.count + 1 : 1 });
  }
  return [...questions.values()];
}
