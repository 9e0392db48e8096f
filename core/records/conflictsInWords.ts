import type { z } from 'zod';
import type { Conflict as ConflictSchema } from '../../contract/records/conflict.ts';
import type { FieldConflict } from '../../domain/records/conflict.ts';
import { describeConflict } from '../../domain/records/conflictWords.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { DRAFT } from '../../domain/records/history.ts';
import type { Json } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { RecordName } from '../../domain/records/valueWords.ts';
import { findInstallation, isOwn } from '../exchange/cards.ts';
import { whoWrote } from '../exchange/whoWrote.ts';
import type { Vault } from '../vault/vault.ts';
import type { MarkQuestions } from './markQuestions.ts';

/** Who wrote a version, and when (minutes, UTC). */
export interface Written {
  readonly author?: string | undefined;
  readonly at?: string | undefined;
}

/** Open questions as they cross the contract: with who wrote each side, when, and a sentence. */
export function conflictsInWords(
  vault: Vault,
  kind: string,
  conflicts: readonly FieldConflict[],
  known: {
    readonly written: (version: string) => Written | undefined;
    readonly record: RecordName;
    readonly marks?: MarkQuestions;
  },
  language: Language,
): z.input<typeof ConflictSchema>[] {
  const side = whoWrote(vault, (version) => known.written(version)?.author, language);
  const marks = (conflict: FieldConflict) => (conflict.type === 'handling' ? known.marks : undefined);
  return conflicts.map((conflict) => ({
    path: conflict.path,
    field: conflict.field,
    type: conflict.type,
    ...(conflict.base === undefined ? {} : { base: conflict.base }),
    ...withHolds(marks(conflict)?.holds(conflict)),
    sides: conflict.sides.map(({ version, value }) => {
      const { author, at } = known.written(version) ?? {};
      const refused = marks(conflict)?.refused(conflict, { version, value });
      return {
        version,
        ...(value === undefined ? {} : { value }),
        who: side(version),
        ...withName(author === undefined || isOwn(vault, author) ? undefined : findInstallation(vault, author)?.name),
        ...(at === undefined ? {} : { at }),
        own: version === DRAFT || (author !== undefined && isOwn(vault, author)),
        ...(refused === undefined ? {} : { refused }),
      };
    }),
    words: describeConflict(kindOf(kind), conflict, { side, record: known.record }, language).sentence,
  }));
}

const withHolds = (holds: Json | undefined) => (holds === undefined ? {} : { holds });

const withName = (name: string | undefined) => (name === undefined || name === '' ? {} : { name });
