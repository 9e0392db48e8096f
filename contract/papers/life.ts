import { z } from 'zod';
import { CalendarDate } from '../../domain/meetings/kinds.ts';
import { PaperStatus, PaperType } from '../../domain/papers/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call } from '../call.ts';

const Papers = z.array(RecordId).min(1).max(500);
const Reason = z.string().max(2000);
const CHANGED = z.object({ changed: z.array(RecordId) });
const errors = [
  'record.missing',
  'record.conflict',
  'paper.issued',
  'paper.bySecretariat',
  'paper.reasonless',
  'paper.status',
] as const;

/** A paper that is waited for, and late or due soon. */
export const ChasedPaper = z.object({
  paper: RecordId,
  title: z.string(),
  meeting: z.string(),
  status: PaperStatus.optional(),
  due: CalendarDate,
  /** Days by which it is late; 0 when it is not. */
  late: z.int(),
  /** When whoever writes it was reminded last, and how often. */
  reminded: z.object({ on: CalendarDate, times: z.int() }).optional(),
});

/** The life of a paper: asked for, handed in, cleared, issued, begun anew, withdrawn. All of several papers or none. */
export const lifeCalls = {
  /** Asks for papers: each is made, listed at the item and notes who asked whom. */
  commission: call(
    z.object({
      papers: z
        .array(
          z.object({
            title: z.string().trim().min(1).max(500),
            type: PaperType,
            /** Organisations and persons. */
            from: z.array(RecordId).max(50),
          }),
        )
        .min(1)
        .max(100),
      meeting: RecordId.optional(),
      item: RecordId.optional(),
      due: CalendarDate.optional(),
      purpose: z.string().max(2000).optional(),
      request: z.string().max(20_000).optional(),
      language: z.enum(['en', 'fr']),
    }),
    z.object({ papers: z.array(RecordId) }),
    ['record.missing', 'record.conflict', 'record.invalid'],
  ),
  setStatus: call(z.object({ papers: Papers, status: PaperStatus, reason: Reason.optional() }), CHANGED, [
    ...errors,
    'paper.notCleared',
  ]),
  /** Whose step it is says so, or the Secretariat on their behalf. `open` takes it back. */
  sayClearance: call(
    z.object({
      paper: RecordId,
      step: z.string(),
      says: z.enum(['cleared', 'returned', 'open']),
      reason: Reason.optional(),
    }),
    CHANGED,
    [...errors, 'paper.notYourStep'],
  ),
  /** Numbers what has no number, shares each and locks it. `reason` overrules steps that are open. */
  issue: call(z.object({ papers: Papers, name: z.string().max(80).optional(), reason: Reason.optional() }), CHANGED, [
    ...errors,
    'paper.notCleared',
    'paper.empty',
    'record.numbersBySecretariat',
  ]),
  beginVersion: call(z.object({ papers: Papers, reason: Reason }), CHANGED, [...errors, 'paper.notIssued']),
  noteReminded: call(z.object({ papers: Papers }), CHANGED, errors),
  /** Papers that are late or due within so many days, by who is to write them; what nobody is asked for stands last. */
  toChase: call(
    z.object({ meeting: RecordId.optional(), within: z.int().min(0).max(366) }),
    z.object({
      today: CalendarDate,
      groups: z.array(
        z.object({
          who: z.array(z.object({ record: RecordId, kind: z.string(), title: z.string() })),
          papers: z.array(ChasedPaper),
          /** For whom a reminder is made; absent where there is nobody, or several bodies that must not learn of each other. */
          audience: Audience.optional(),
        }),
      ),
    }),
    ['record.missing'],
  ),
};
