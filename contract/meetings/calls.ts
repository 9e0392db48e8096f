import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { CalendarDate, Instant, ItemOutcome, MeetingType, Purpose, WallTime } from '../../domain/meetings/kinds.ts';
import { Operation, Step } from '../../domain/meetings/operations.ts';
import { PaperStatus, Provenance } from '../../domain/papers/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';
import { mustKnowCalls } from './mustKnow.ts';
import { peopleCalls } from './people.ts';
import { roomCalls } from './room.ts';

/** A person or organisation; without a name when it is not here. */
const Named = z.object({ record: RecordId, name: z.string(), kind: z.string() });

/** A paper as it stands on an item. */
export const PaperOnItem = z.object({
  paper: RecordId,
  number: z.string(),
  title: z.string(),
  status: PaperStatus.optional(),
  /** It comes from outside. */
  provenance: Provenance.optional(),
  due: z.string().optional(),
  label: Label.optional(),
  deleted: z.boolean(),
  /** False for one that no bundle brought yet. */
  here: z.boolean(),
});

/** An item of the agenda, or a break. */
export const PlannedItem = z.object({
  item: RecordId,
  type: z.enum(['item', 'break']),
  number: z.number().optional(),
  openNumber: z.string().optional(),
  title: z.string(),
  purpose: Purpose.optional(),
  outcome: ItemOutcome.optional(),
  /** When it really began and ended, as somebody in the room noted it. */
  began: Instant.optional(),
  ended: Instant.optional(),
  minutes: z.number(),
  label: Label,
  conflicted: z.boolean(),
  leads: z.array(Named),
  leadNote: z.string(),
  papers: z.array(PaperOnItem),
  /** The meeting whose minutes are approved at it; without a name where it is not here. */
  approves: Named.optional(),
  /** With what the clock shows there when the item begins, and by how many days the date differs. */
  speakers: z.array(Named.extend({ zone: z.string(), time: WallTime.optional(), dayShift: z.number().optional() })),
});

const TimedItem = PlannedItem.extend({ starts: WallTime, ends: WallTime });

export const PlannedSession = z.object({
  session: RecordId,
  day: z.number(),
  date: CalendarDate,
  starts: WallTime,
  ends: WallTime,
  access: z.enum(['closed', 'open']),
  label: Label,
  conflicted: z.boolean(),
  room: z.string(),
  attendance: z.string(),
  /** What fills the time until the next session. */
  afterwards: z.string(),
  /** Minutes by which the items run over its end. */
  over: z.number(),
  /** Minutes between two items; around a break there are none. */
  buffer: z.number(),
  items: z.array(TimedItem),
});

export const Check = z.object({
  code: z.string(),
  severity: z.enum(['refusal', 'warning']),
  sentence: z.string(),
  /** Why it does not stand against issuing the agenda all the same. */
  overruled: z.string().optional(),
  records: z.array(RecordId),
});

const beginning = {
  title: z.string().min(1),
  symbol: z.string().min(1),
  starts: CalendarDate,
  venue: z.string(),
  city: z.string(),
  zone: z.string(),
  chair: RecordId.optional(),
  /** The country or the theme of a working group, the forum around which a consultation is held. */
  theme: z.string().optional(),
};
const planned = z.object({ meeting: RecordId, sessions: z.array(RecordId), items: z.array(RecordId) });

export const meetingsCalls = {
  ...roomCalls,
  ...mustKnowCalls,
  ...peopleCalls,
  /**
   * The template of a regular meeting: two days, closed but for the second morning (¶10–11). `language`: of the item with
   * the minutes of the last one.
   */
  planRegular: call(
    z.object({ ...beginning, number: z.int().positive(), language: z.enum(['en', 'fr']).optional() }),
    planned,
    ['record.numbersBySecretariat', 'record.invalid', 'meeting.zoneUnknown'],
  ),
  /** A meeting of any other type: one day, one closed session, no number (¶10). */
  planOther: call(z.object({ ...beginning, type: MeetingType.exclude(['regular']) }), planned, [
    'record.invalid',
    'meeting.zoneUnknown',
  ]),
  /**
   * A meeting with the sessions, items and breaks of an earlier one, without numbers, papers, speakers and outcomes. Items
   * that another organisation wrote are left out.
   */
  planAsBefore: call(
    z.object({ ...beginning, from: RecordId, type: MeetingType, number: z.int().positive().optional() }),
    planned,
    ['record.missing', 'record.numbersBySecretariat', 'record.invalid', 'meeting.zoneUnknown'],
  ),
  /** Items of earlier meetings that were adjourned or not reached, and with which no item goes on yet. */
  unfinished: call(
    z.object({ meeting: RecordId }),
    z.array(
      z.object({
        item: RecordId,
        title: z.string(),
        label: Label,
        outcome: z.enum(['adjourned', 'notReached']),
        meeting: RecordId,
        meetingTitle: z.string(),
        starts: CalendarDate,
        /** False for what another organisation wrote: a copy would be ours to loosen. */
        mayCarry: z.boolean(),
      }),
    ),
    ['record.missing'],
  ),
  /** Puts an item that goes on with it into the tray for each of these. */
  carryOver: call(
    z.object({ meeting: RecordId, items: z.array(RecordId).min(1).max(500) }),
    z.object({ created: z.array(RecordId) }),
    ['record.missing', 'record.invalid', 'record.notOriginator'],
  ),
  /**
   * Changes the plan of a meeting, in one transaction and on the plan as it is now. `steps` lead there again and
   * `backwards` of them lead back, as an operation `steps`. `reason` is that of deletions.
   */
  arrange: call(
    z.object({ meeting: RecordId, operation: Operation, reason: z.string().min(1).optional() }),
    z.object({ steps: z.array(Step), created: z.array(RecordId) }),
    [
      'meeting.entryGone',
      'meeting.changedMeanwhile',
      'meeting.minutes',
      'meeting.endBeforeStart',
      'meeting.tooManyDays',
      'meeting.sessionsBeyond',
      'meeting.nameless',
      'meeting.nothingFollows',
      'meeting.marksDiffer',
      'meeting.pastMidnight',
      'meeting.buffer',
      'meeting.reasonless',
      'record.missing',
      'record.invalid',
      'record.conflict',
      'record.numbersBySecretariat',
    ],
  ),
  /** Days, sessions and items with the times that follow from their lengths, and what is wrong with the plan. */
  timetable: call(
    z.object({ meeting: RecordId, language: z.enum(['en', 'fr']).optional() }),
    z.object({
      /** None while the meeting has no first day. */
      days: z.array(z.object({ day: z.number(), date: CalendarDate })),
      sessions: z.array(PlannedSession),
      /** Items that lie in no session. */
      tray: z.array(PlannedItem),
      /** Sessions whose day or hours are not known. */
      untimed: z.array(RecordId),
      checks: z.array(Check),
    }),
    ['record.missing'],
  ),
};
