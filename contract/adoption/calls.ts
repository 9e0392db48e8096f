import { z } from 'zod';
import { AdoptionResult, AdoptionWay, AnswerSays } from '../../domain/adoption/kinds.ts';
import { WARNINGS } from '../../domain/adoption/standing.ts';
import { Handling } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { Minute } from '../../domain/records/revision.ts';
import { call } from '../call.ts';

/** The longest text of one field here, in characters. */
const Words = z.string().max(20_000);
const Named = z.object({ record: RecordId, kind: z.string(), title: z.string() });

/** What was put up, as it was and as it is. */
const PutUp = Named.extend({
  /** As they were put; empty where the text is a document. */
  words: z.string(),
  /** As they are now; absent where it is not here. */
  now: z.string().optional(),
  state: z.enum(['same', 'changed', 'gone']),
});

const Answer = z.object({
  answer: RecordId,
  says: AnswerSays,
  words: z.string(),
  text: z.string(),
  /** How it was told, where the Secretariat gave it on the member's behalf. */
  onBehalf: z.string(),
  /** When it was given, as its author says. */
  claimed: Minute,
  /** When it came here; the same as claimed where it was written here. */
  arrived: Minute,
  /** It came here after the deadline. */
  late: z.boolean(),
  conflicted: z.boolean(),
});

const Member = z.object({
  organisation: RecordId,
  name: z.string(),
  reach: z.enum(['answered', 'reached', 'sent', 'notSent', 'unknown']),
  /** The IANA zone of its capital. */
  zone: z.string(),
  answer: Answer.optional(),
});

const Line = z.object({
  adoption: RecordId,
  title: z.string(),
  way: AdoptionWay,
  deadline: Minute.optional(),
  zone: z.string(),
  passed: z.boolean(),
  result: AdoptionResult.optional(),
  asked: z.int(),
  answered: z.int(),
  /** Reservations, whose words are recorded with what was adopted. */
  reservations: z.array(z.object({ organisation: RecordId, name: z.string(), words: z.string() })),
});

export const adoptionCalls = {
  /**
   * Puts texts up for adoption, as they are now. `asked`: the members; all who may have it unless told. Only the
   * Secretariat's seat may.
   */
  putUp: call(
    z.object({
      records: z.array(RecordId).max(100),
      meeting: RecordId.optional(),
      title: z.string().max(500).optional(),
      way: AdoptionWay,
      text: Words.optional(),
      deadline: Minute.optional(),
      zone: z.string().max(100).optional(),
      asked: z.array(RecordId).max(500).optional(),
      chair: RecordId.optional(),
    }),
    z.object({ adoption: RecordId }),
    [
      'adoption.nothing',
      'adoption.marksDiffer',
      'adoption.noDeadline',
      'adoption.notYours',
      'adoption.notAsked',
      'record.missing',
      'record.conflict',
      'record.invalid',
    ],
  ),
  /** An adoption with what was put up, every member and its answer, and what stands against each result. */
  read: call(
    z.object({ adoption: RecordId }),
    z.object({
      adoption: RecordId,
      title: z.string(),
      meeting: Named.optional(),
      way: AdoptionWay,
      text: z.string(),
      opened: Minute.optional(),
      deadline: Minute.optional(),
      zone: z.string(),
      passed: z.boolean(),
      handling: Handling,
      conflicted: z.boolean(),
      deleted: z.boolean(),
      put: z.array(PutUp),
      members: z.array(Member),
      /** Members who said nothing and are not known to have it. */
      unreached: z.array(RecordId),
      extensions: z.array(z.object({ from: z.string(), on: z.string(), reason: z.string() })),
      chair: Named.optional(),
      result: AdoptionResult.optional(),
      recorded: z
        .object({
          on: Minute,
          by: z.string(),
          instruction: z.string(),
          remark: z.string(),
          unreached: z.array(z.string()),
        })
        .optional(),
      /** Whether the result is still to be recorded. */
      open: z.boolean(),
      mayRecord: z.boolean(),
      /** Recording as the Secretariat, which says how the chair said so. */
      onInstruction: z.boolean(),
      /** The member whose seat this is, where it is asked. */
      own: RecordId.optional(),
      /** What stands against each result that would adopt. */
      checks: z.array(
        z.object({
          result: AdoptionResult,
          refused: z.enum(['adoption.stillRunning', 'adoption.silenceBroken']).optional(),
          warnings: z.array(z.object({ code: z.enum(WARNINGS), organisations: z.array(z.string()) })),
        }),
      ),
    }),
    ['record.missing'],
  ),
  /** Adoptions of a meeting, or of one text that was put up; all without either. The latest first. */
  list: call(z.object({ meeting: RecordId.optional(), record: RecordId.optional() }), z.array(Line), []),
  /** A member's answer; another one takes its place. `onBehalf`: how it was told, from the Secretariat's seat. */
  answer: call(
    z.object({
      adoption: RecordId,
      says: AnswerSays,
      words: Words.optional(),
      text: Words.optional(),
      organisation: RecordId.optional(),
      onBehalf: z.string().max(1000).optional(),
    }),
    z.object({ answer: RecordId, first: z.boolean() }),
    [
      'adoption.notYours',
      'adoption.notAsked',
      'adoption.closed',
      'adoption.wordless',
      'record.missing',
      'record.conflict',
      'record.invalid',
    ],
  ),
  /**
   * Chooses one of a decision's candidates, and puts it into the plan of a meeting: as the title of this item, or of a new
   * one in the tray. Undoing `changed` and removing `created` takes it back.
   */
  choose: call(
    z.object({
      decision: RecordId,
      candidate: z.string(),
      text: Words.optional(),
      into: z
        .object({ meeting: RecordId, item: RecordId.optional(), title: z.string().trim().min(1).max(500) })
        .optional(),
    }),
    z.object({ changed: z.array(RecordId), created: z.array(RecordId) }),
    ['record.missing', 'record.conflict', 'record.invalid', 'record.notOriginator'],
  ),
  /**
   * Records what became of it and sets the state of all that was put up, in one transaction; undoing the records given
   * back (`records.undoMany`) takes all of it back. `knowing`: the warnings that were read. No clock calls this.
   */
  record: call(
    z.object({
      adoption: RecordId,
      result: AdoptionResult,
      remark: Words.optional(),
      instruction: z.string().max(1000).optional(),
      knowing: z.array(z.enum(WARNINGS)).max(WARNINGS.length).optional(),
      /** The new moment, for `extended`. */
      deadline: Minute.optional(),
    }),
    z.object({ changed: z.array(RecordId) }),
    [
      'adoption.closed',
      'adoption.stillRunning',
      'adoption.silenceBroken',
      'adoption.warned',
      'adoption.noDeadline',
      'adoption.notYours',
      'minutes.bySecretariat',
      'record.missing',
      'record.conflict',
      'record.invalid',
      'record.notOriginator',
    ],
  ),
};
