import { z } from 'zod';
import { Handling, Label } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { Body } from '../../domain/records/revision.ts';
import { call, NOTHING } from '../call.ts';
import { Conflict } from './conflict.ts';
import { Answers } from './questions.ts';

const Language = z.enum(['en', 'fr']).optional();
const pair = { one: RecordId, other: RecordId };
const Pair = z.object(pair);

const Titled = z.object({ record: RecordId, title: z.string(), label: Label });

/** Two records that are likely the same thing made twice. */
export const LikelyDuplicate = z.object({
  kind: z.string(),
  one: Titled,
  other: Titled,
  /** What they have in common; `joined`: somebody joined them, or both with a third, and both are there. */
  shared: z.enum(['name', 'initials', 'shortName', 'joined']),
});

/** One of two records that are read side by side. */
const Beside = Titled.extend({
  body: Body,
  handling: Handling,
  /** The organisation that made it, by name; empty when it is not known here. */
  madeBy: z.string(),
  /** Minutes, UTC. */
  updated: z.string(),
  /** How many records point to it. */
  links: z.int(),
});

/** What joining two records comes to. */
export const JoinPlan = z.object({
  kind: z.string(),
  /** Its id stays, whichever of the two a person began with. */
  kept: Beside,
  /** It gives way: its id leads to the other one. */
  gone: Beside,
  /** What both say, apart from the questions. */
  joined: z.object({ body: Body, handling: Handling }),
  /** Where they differ. The versions of the sides are the ids of the two records. */
  questions: z.array(Conflict),
  /** Why they cannot be joined, in a sentence. */
  refused: z.string().optional(),
  /** How many records are marked by name for the one that gives way: these reach nobody new through the join. */
  marked: z.int(),
  /**
   * Persons of the one that gives way who are not in the community, though the one that stays is invited: the join does
   * not bring them in.
   */
  outside: z.int(),
});

export const duplicateCalls = {
  /** Persons and organisations that are likely the same thing made twice, those a person told apart left out. */
  duplicates: call(NOTHING, z.array(LikelyDuplicate)),
  joinPlan: call(z.object({ ...pair, language: Language }), JoinPlan, [
    'record.missing',
    'record.kind',
    'record.conflict',
    'record.invalid',
  ]),
  /**
   * Joins two records: one says what both say and has the other's id as an alias; the other is deleted into it. Answers
   * all questions of the plan. Undone with `undoMany` of both, and later with `part`.
   */
  join: call(
    z.object({ ...pair, answers: Answers, reason: z.string().min(1) }),
    z.object({ kept: RecordId, gone: RecordId }),
    [
      'record.missing',
      'record.kind',
      'record.conflict',
      'record.invalid',
      'record.holdsSeat',
      'record.marksApart',
      'record.notOriginator',
    ],
  ),
  /** All records that were joined with another one, by the title of the one that stands for them. */
  joined: call(NOTHING, z.array(z.object({ kind: z.string(), kept: Titled, gone: Titled }))),
  /** Parts two records again: both are there, each with its own id. What the kept one says stays. */
  part: call(z.object({ kept: RecordId, gone: RecordId }), z.object({ changed: z.array(RecordId) }), [
    'record.missing',
    'record.kind',
    'record.conflict',
  ]),
  /** Remembers here that these are not the same, so that they are not proposed again. */
  tellApart: call(Pair, NOTHING),
  /** Forgets it. */
  proposeAgain: call(Pair, NOTHING),
};
