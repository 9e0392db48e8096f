import type { z } from 'zod';
import type { Conflict as ConflictSchema } from '../../contract/records/conflict.ts';
import type { FieldConflict } from '../../domain/records/conflict.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { DRAFT } from '../../domain/records/history.ts';
import { minuteOf } from '../context.ts';
import type { Vault } from '../vault/vault.ts';
import { conflictsInWords, type Written } from './conflictsInWords.ts';
import { markQuestions } from './markQuestions.ts';
import { conflictsOf, findDraft, findRecord, findRevision, type RecordRow } from './rows.ts';

/** A record's open questions as they cross the contract; of all of them unless some are given. */
export function openQuestions(
  vault: Vault,
  record: RecordRow,
  language: Language,
  conflicts: readonly FieldConflict[] = record.conflicted ? conflictsOf(vault, record.id) : [],
): z.input<typeof ConflictSchema>[] {
  const { id, kind } = record;
  return conflictsInWords(
    vault,
    kind,
    conflicts,
    {
      written: (version) => writtenBy(vault, id, version),
      record: (other) => findRecord(vault, other)?.title,
      marks: markQuestions(vault, record, language),
    },
    language,
  );
}

/** Who wrote a version that takes part in a conflict, and when. */
function writtenBy(vault: Vault, id: string, version: string): Written | undefined {
  if (version !== DRAFT) return findRevision(vault, version);
  const draft = findDraft(vault, id);
  return draft && { at: minuteOf(draft.updated) };
}
