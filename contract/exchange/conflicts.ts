import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';
import { Conflict } from '../records/conflict.ts';
import { InConflict } from './bundles.ts';

const Language = z.enum(['en', 'fr']).optional();

/** Questions of several records that are about the same: the due dates of papers, the titles of agenda items. */
export const ConflictSort = z.object({
  /** Names it in `conflictsOfSort`. */
  sort: z.string(),
  kind: z.string(),
  /** What it is about: `Due date`. */
  words: z.string(),
  records: z.int(),
  /** Who wrote the versions that are not this installation's own. */
  others: z.array(z.string()),
});

/** One question of a sort, with the record that it is about. */
export const SortedConflict = Conflict.extend({
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  label: Label,
  /** How many other questions the record has: with any, it is not answered by this one alone. */
  besides: z.int(),
});

export const conflictCalls = {
  /** All records in conflict, by title. */
  conflicts: call(z.object({ language: Language }), z.array(InConflict)),
  /** The questions that two records or more have alike, those of the most records first. */
  conflictSorts: call(z.object({ language: Language }), z.array(ConflictSort)),
  /** The questions of one sort, by the titles of their records. */
  conflictsOfSort: call(z.object({ sort: z.string(), language: Language }), z.array(SortedConflict)),
};
