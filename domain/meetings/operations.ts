import { z } from 'zod';
import { RecordId } from '../records/ids.ts';
import { isJson, type Json } from '../records/json.ts';
import { CalendarDate, Instant, ItemOutcome, WallTime } from './kinds.ts';

/** Longest meeting that can be planned, in days. */
export const MOST_DAYS = 31;
/** Longest item, in minutes: a whole day. */
export const MOST_MINUTES = 1440;

/** What an arrangement changes in sessions, items and the meeting itself. */
export const ARRANGED = [
  ...['session', 'order', 'title', 'minutes', 'number', 'openNumber', 'leads', 'leadNote', 'papers', 'speakers'],
  ...['day', 'starts', 'ends', 'buffer', 'overruled'],
  ...['began', 'ended', 'outcome'],
] as const;
/** Their values before or after; null where there is none. */
const Fields = z.partialRecord(z.enum(ARRANGED), z.custom<Json>(isJson));
export type Fields = z.infer<typeof Fields>;

const Edit = z.object({ does: z.literal('edit'), record: RecordId, before: Fields, after: Fields });
const Remove = z.object({ does: z.literal('remove'), record: RecordId });
const Restore = z.object({ does: z.literal('restore'), record: RecordId });

/** One step that can be taken again or back: what was made is there already, deleted or not. */
export const Step = z.discriminatedUnion('does', [Edit, Remove, Restore]);
export type Step = z.infer<typeof Step>;

/** Rules of a regular meeting (¶10–11) that can be overruled for one meeting, with a reason. */
export const Overrulable = z.enum(['fewerThanTwoDays', 'noOpenMorning', 'noBriefing', 'noInputs']);

/** Where an item goes: into a session before another item of it (null: at its end), or into the tray (null). */
const place = { to: RecordId.nullable(), before: RecordId.nullable() };
const hours = { day: z.int(), starts: WallTime, ends: WallTime };

/**
 * Something a person does to the plan of a meeting (¶10–11). It names records, never positions, so that it holds for
 * the plan as it is when it arrives and not as a window saw it.
 */
export const Operation = z.discriminatedUnion('does', [
  z.object({ does: z.literal('move'), item: RecordId, ...place }),
  z.object({ does: z.literal('lengthen'), item: RecordId, minutes: z.number() }),
  z.object({
    does: z.literal('addItem'),
    type: z.enum(['item', 'break']),
    title: z.string(),
    minutes: z.number(),
    ...place,
  }),
  /** In two: the first keeps so many minutes, a second one of the same title has the rest and follows. */
  z.object({ does: z.literal('split'), item: RecordId, minutes: z.number() }),
  /** With the item right after it: the first keeps its place, and has the length, leads, papers and speakers of both. */
  z.object({ does: z.literal('join'), item: RecordId }),
  z.object({ does: z.literal('remove'), item: RecordId }),
  z.object({ does: z.literal('addSession'), access: z.enum(['closed', 'open']), ...hours }),
  z.object({ does: z.literal('moveSession'), session: RecordId, ...hours }),
  /** So many minutes between its items, none around breaks; 0: they follow one another at once. */
  z.object({ does: z.literal('buffer'), session: RecordId, minutes: z.number() }),
  /** Ends when its last item ends, where that is later; with `shift`, the later sessions of the day move by as much. */
  z.object({ does: z.literal('endLater'), session: RecordId, shift: z.boolean() }),
  /** Its items go to the tray. */
  z.object({ does: z.literal('removeSession'), session: RecordId }),
  /** Numbers all items in order, from 1, and those of the open sessions in a series of their own, from O1. */
  z.object({ does: z.literal('number') }),
  z.object({ does: z.literal('dates'), starts: CalendarDate, ends: CalendarDate }),
  /** A rule does not stand against issuing the agenda of this meeting; null: it does again. */
  z.object({ does: z.literal('overrule'), check: Overrulable, reason: z.string().max(2_000).nullable() }),
  /** In the room: an item begins, and what is under way there ends. */
  z.object({ does: z.literal('begin'), item: RecordId, at: Instant }),
  /** It ends; concluded unless said otherwise. */
  z.object({ does: z.literal('end'), item: RecordId, at: Instant, outcome: ItemOutcome.optional() }),
  z.object({ does: z.literal('outcome'), item: RecordId, outcome: ItemOutcome.nullable() }),
  /** Takes steps back, or again: each only where the fields are still as the step found them. */
  z.object({ does: z.literal('steps'), steps: z.array(Step).min(1).max(2_000) }),
]);
export type Operation = z.infer<typeof Operation>;

/** The steps that lead back, in their order. */
export function backwards(steps: readonly Step[]): Step[] {
  return steps.toReversed().map(opposite);
}

function opposite(step: Step): Step {
  switch (step.does) {
    case 'edit':
      return { does: 'edit', record: step.record, before: step.after, after: step.before };
    case 'remove':
      return { does: 'restore', record: step.record };
    case 'restore':
      return { does: 'remove', record: step.record };
  }
}
