import { z } from 'zod';
import { CalendarDate } from '../../domain/meetings/kinds.ts';
import { OUTCOME_KINDS } from '../../domain/outcomes/kinds.ts';
import { Anchor } from '../../domain/papers/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

export const OutcomeKind = z.enum(OUTCOME_KINDS);

/** A decision, an action or a recommendation as it is marked in minutes. */
export const MinutesMark = z.object({
  id: RecordId,
  kind: OutcomeKind,
  number: z.string(),
  text: z.string(),
  anchor: Anchor,
});

/** An action that is still to be done. */
export const OpenAction = z.object({
  action: RecordId,
  number: z.string(),
  text: z.string(),
  lead: z.object({ record: RecordId, kind: z.string(), name: z.string() }).optional(),
  due: CalendarDate.optional(),
  late: z.boolean(),
  /** Its lead is who sits here, or their organisation. */
  mine: z.boolean(),
  meeting: z.object({ record: RecordId, title: z.string() }).optional(),
});

/** Longer than any passage that is one decision. */
const Text = z.string().trim().min(1).max(10_000);

export const outcomesCalls = {
  /**
   * Makes a decision, an action or a recommendation, handled as the minutes or the item that it comes of. `anchor`: the
   * words in the minutes. Under the Chatham House Rule nobody whom they name by a link is named in it.
   */
  add: call(
    z.object({
      kind: OutcomeKind,
      meeting: RecordId,
      item: RecordId.optional(),
      minutes: RecordId.optional(),
      anchor: Anchor.optional(),
      text: Text,
    }),
    z.object({ id: RecordId }),
    ['record.missing', 'record.invalid', 'record.kind'],
  ),
  /** Gives numbers to what has none of a meeting, in the order of its agenda; nothing gets another number. */
  number: call(
    z.object({ meeting: RecordId }),
    z.object({ given: z.array(z.object({ record: RecordId, number: z.string() })) }),
    ['record.missing', 'record.conflict', 'record.numbersBySecretariat'],
  ),
  /** What is marked in minutes, none of it deleted. */
  marks: call(z.object({ minutes: RecordId }), z.array(MinutesMark), ['record.missing']),
  /** Actions that are still to be done, mine first, then what is due first. `before`: those of meetings before this one. */
  openActions: call(z.object({ before: RecordId.optional() }), z.array(OpenAction), ['record.missing']),
};
