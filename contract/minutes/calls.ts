import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { CalendarDate } from '../../domain/meetings/kinds.ts';
import { MinutesStatus } from '../../domain/minutes/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

/** The minutes of an item, as far as they are. */
export const MinutesHere = z.object({
  minutes: RecordId,
  status: MinutesStatus,
  words: z.int(),
  conflicted: z.boolean(),
  label: Label,
  approvedOn: CalendarDate.optional(),
  /** The meeting or item at which they were approved; its title is empty where it is not here. */
  approvedAt: z.object({ record: RecordId, title: z.string() }).optional(),
  /** The latest last. */
  reopenings: z.array(z.object({ on: z.string(), reason: z.string() })),
});

/** An item of the agenda, and its minutes where they were begun. */
export const MinutedItem = z.object({
  item: RecordId,
  title: z.string(),
  number: z.int().optional(),
  openNumber: z.string().optional(),
  /** From 1; 0 for what lies in no session. */
  day: z.int(),
  access: z.enum(['closed', 'open', 'none']),
  /** Where it stands that nobody is told who said what; absent where it may be told. */
  rule: z.enum(['minutes', 'item', 'session']).optional(),
  minutes: MinutesHere.optional(),
});
export type MinutedItem = z.infer<typeof MinutedItem>;

/** Where minutes can be approved: an item of a meeting, or the meeting itself. */
const Occasion = z.object({ record: RecordId, title: z.string(), meeting: z.string(), starts: z.string() });

const errors = ['record.missing', 'record.conflict', 'minutes.approved', 'minutes.bySecretariat'] as const;

/** The minutes of meetings, item by item. Their text is edited as every text is. */
export const minutesCalls = {
  /** The items of a meeting in the order of its plan, those of the tray last, each with its minutes. */
  ofMeeting: call(
    z.object({ meeting: RecordId }),
    z.object({
      items: z.array(MinutedItem),
      /** Likely first: the item that is there for it, then this meeting, then later ones. */
      occasions: z.array(Occasion),
      /** Only the Secretariat's seat approves and opens again. */
      mayApprove: z.boolean(),
    }),
    ['record.missing'],
  ),
  /** The minutes of an item, begun if they were not: twice is once. Deleted ones are restored. */
  begin: call(z.object({ item: RecordId, language: z.enum(['en', 'fr']) }), z.object({ minutes: RecordId }), [
    ...errors,
  ]),
  /** Who may have spoken: the delegations of the meeting, who leads and who joins the item. */
  speakers: call(
    z.object({ item: RecordId }),
    z.array(z.object({ record: RecordId, name: z.string(), kind: z.string() })),
    ['record.missing'],
  ),
  /** Approves minutes, all of them or none. `at`: the meeting or item at which that was done. */
  approve: call(
    z.object({ minutes: z.array(RecordId).min(1).max(500), at: RecordId }),
    z.object({ changed: z.array(RecordId) }),
    [...errors, 'minutes.empty'],
  ),
  /** Opens approved minutes again, all of them or none. */
  reopen: call(
    z.object({ minutes: z.array(RecordId).min(1).max(500), reason: z.string() }),
    z.object({ changed: z.array(RecordId) }),
    [...errors, 'minutes.reasonless', 'minutes.notApproved'],
  ),
};
