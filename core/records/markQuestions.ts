import { hasCode } from '../../domain/errors.ts';
import { markOf, withMark } from '../../domain/handling/change.ts';
import { Handling } from '../../domain/handling/handling.ts';
import type { FieldConflict, Side } from '../../domain/records/conflict.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { isJsonObject, type Json } from '../../domain/records/json.ts';
import { own } from '../../domain/records/own.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { Vault } from '../vault/vault.ts';
import { readCircle } from './circle.ts';
import { requireAuthority } from './handlingAfter.ts';
import { findRecord, type RecordRow } from './rows.ts';

/** What is said of a question about a mark: what holds until it is answered, and which answers are not open here. */
export interface MarkQuestions {
  holds(conflict: FieldConflict): Json | undefined;
  /** Why this installation may not take what a side says; undefined where it may. */
  refused(conflict: FieldConflict, side: Side): string | undefined;
}

/** Judges answers to the questions about this record's mark by the rules by which resolving judges them. */
export function markQuestions(vault: Vault, record: RecordRow, language: Language): MarkQuestions {
  const partsOf = ({ path }: FieldConflict) => path.slice('$handling.'.length);
  const held = asJson(record.handling);
  const mayTake = (part: string, value: Json | undefined): boolean => {
    const { [part]: _before, ...rest } = isJsonObject(held) ? held : {};
    const handling = Handling.safeParse(value === undefined ? rest : { ...rest, [part]: value });
    if (!handling.success) return true;
    const isMark = part === 'label' || part === 'distribution';
    const after = isMark
      ? withMark(record.handling, markOf(handling.data), record.body, readCircle(vault))
      : handling.data;
    try {
      requireAuthority(vault, record, { body: record.body, handling: after });
      return true;
    } catch (error) {
      if (hasCode(error, 'record.notOriginator')) return false;
      if (hasCode(error, 'record.invalid')) return !isMark || record.originator === vault.installation.organisation;
      throw error;
    }
  };
  return {
    holds: (conflict) => (isJsonObject(held) ? own(held, partsOf(conflict)) : undefined),
    refused(conflict, side) {
      if (mayTake(partsOf(conflict), side.value)) return undefined;
      const named = findRecord(vault, record.originator)?.title ?? '';
      const name = named === '' ? WROTE[language] : named;
      return language === 'fr'
        ? `Seul l’auteur (${name}) peut assouplir cette marque ; demandez-le-lui.`
        : `Only ${name}, which wrote it, may loosen this mark: ask there.`;
    },
  };
}

const WROTE = { en: 'the organisation', fr: 'l’organisation qui l’a créée' } as const;
