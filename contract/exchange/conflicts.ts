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

/** A number that several records have where each has one of its own. */
export const NumberTwice = z.object({
  kind: z.string(),
  field: z.string(),
  /** `Number`, `Document symbol`. */
  words: z.string(),
  number: z.union([z.string(), z.number()]),
  records: z.array(
    z.object({ record: RecordId, title: z.string(), label: Label, conflicted: z.boolean(), updated: z.string() }),
  ),
  /** A number that is free in the same series. */
  next: z.union([z.string(), z.number()]),
  /** This is the Secretariat's seat, which alone gives numbers. */
  mayGive: z.boolean(),
});

export const conflictCalls = {
  /** All records in conflict, by title. */
  conflicts: call(z.object({ language: Language }), z.array(InConflict)),
  /** The questions that two records or more have alike, those of the most records first. */
  conflictSorts: call(z.object({ language: Language }), z.array(ConflictSort)),
  /** The questions of one sort, by the titles of their records. */
  conflictsOfSort: call(z.object({ sort: z.string(), language: Language }), z.array(SortedConflict)),
  /** Numbers of meetings, agenda items and papers that are used twice. */
  numbersTwice: call(z.object({ language: Language }), z.array(NumberTwice)),
};
