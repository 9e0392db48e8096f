import { z } from 'zod';
import { RecordId } from '../records/ids.ts';
import { COMMUNITY, GUESTS, keyedList, MEMBERS, type RecordKind, scalar, set } from '../records/kind.ts';
import { count, text } from '../records/text.ts';

/** A calendar date, `2027-03-11`. */
export const CalendarDate = z.iso.date();
/** A wall-clock time at the meeting's place, `09:30`. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A moment, UTC, in whole seconds: `2027-03-11T09:30:12Z`. */
export const Instant = z.iso.datetime({ precision: 0 });
/** A fractional index: orders entries of a list without renumbering the others. */
export const Order = z.string().regex(/^[0-9A-Za-z]+$/);

/**
 * Regular and special meetings of the board and those of its working groups (¶10); the Research Council's briefing at working
 * level once a year, its own meetings, and consultations of two or a few around another forum.
 */
export const MeetingType = z.enum([
  'regular',
  'special',
  'workingGroup',
  'researchBriefing',
  'researchCouncil',
  'consultation',
]);
/** The longest time between two items that is not a break, in minutes. */
export const MOST_BUFFER = 60;
/** How people take part. */
export const Modality = z.enum(['inPerson', 'byLink', 'both']);
/** What became of an item. What is not concluded is offered to the next meeting. */
export const ItemOutcome = z.enum(['concluded', 'adjourned', 'notReached']);

/** A meeting of the board (¶10–11). */
export const meeting: RecordKind = {
  name: 'meeting',
  release: COMMUNITY,
  bornPrivate: false,
  fields: {
    title: scalar(z.string(), COMMUNITY, { search: true }),
    type: scalar(MeetingType, COMMUNITY),
    /** The country or the theme of a working group, the forum around which a consultation is held. */
    theme: scalar(z.string(), MEMBERS, { search: true }),
    host: scalar(RecordId, COMMUNITY, { link: true }),
    modality: scalar(Modality, COMMUNITY),
    number: scalar(z.int().positive(), COMMUNITY, { asks: true }),
    /** Document symbol of the meeting: `CB/8`. */
    symbol: scalar(z.string(), COMMUNITY, { search: true }),
    starts: scalar(CalendarDate, COMMUNITY, { asks: true }),
    ends: scalar(CalendarDate, COMMUNITY, { asks: true }),
    venue: scalar(z.string(), COMMUNITY, { search: true }),
    city: scalar(z.string(), COMMUNITY, { search: true }),
    zone: scalar(z.string(), COMMUNITY),
    chair: scalar(RecordId, COMMUNITY, { link: true }),
    coChair: scalar(RecordId, COMMUNITY, { link: true }),
    papersDue: scalar(CalendarDate, MEMBERS, { asks: true }),
    /** The agenda's version: { number, on, replaces?, replacesOn? }. */
    version: scalar(
      z.object({
        number: z.int().positive(),
        on: CalendarDate,
        replaces: z.int().positive().optional(),
        replacesOn: CalendarDate.optional(),
      }),
      MEMBERS,
      { asks: true },
    ),
    /** Which checks of the plan do not stand against issuing the agenda, and why. */
    overruled: keyedList(
      z.array(z.looseObject({ id: z.string(), order: Order, check: z.string(), reason: z.string() })),
      MEMBERS,
      {
        order: scalar(Order, MEMBERS),
        check: scalar(z.string(), MEMBERS),
        reason: scalar(z.string(), MEMBERS, { search: true }),
      },
    ),
    /** What the agenda prints on the handling of the paper itself. */
    houseRules: scalar(z.string(), MEMBERS, { search: true }),
  },
  title: (body) => text(body.title),
};

/** A closed or open session of one day (¶11). */
export const session: RecordKind = {
  name: 'session',
  release: COMMUNITY,
  bornPrivate: false,
  fields: {
    meeting: scalar(RecordId, COMMUNITY, { link: true }),
    /** Day of the meeting, from 1. */
    day: scalar(z.int().positive(), COMMUNITY, { asks: true }),
    starts: scalar(WallTime, COMMUNITY, { asks: true }),
    ends: scalar(WallTime, COMMUNITY, { asks: true }),
    access: scalar(z.enum(['closed', 'open']), COMMUNITY, { asks: true }),
    /** Minutes between two items of it; around a break there are none. */
    buffer: scalar(z.int().positive().max(MOST_BUFFER), COMMUNITY, { asks: true }),
    /** Which room, where a day has sessions beside one another. */
    room: scalar(z.string(), COMMUNITY, { search: true }),
    /** Who is in the room, in words. */
    attendance: scalar(z.string(), COMMUNITY, { search: true }),
    /** What fills the time until the next session of the day: "Lunch, members' dining room". */
    afterwards: scalar(z.string(), COMMUNITY, { search: true }),
  },
  title: (body) =>
    `${text(body.access) === 'open' ? 'Open session' : 'Closed session'}, day ${count(body.day)}, ${text(body.starts)}`,
};

/** Minutes within which two laptops in one room have noted the same moment. */
const NOTED_TOGETHER = 10;

export const Purpose = z.enum(['decision', 'discussion', 'information']);

/** An item of the agenda, or a break between items (¶5–11). Items follow one another from the session's start. */
export const agendaItem: RecordKind = {
  name: 'agendaItem',
  release: COMMUNITY,
  bornPrivate: false,
  fields: {
    meeting: scalar(RecordId, COMMUNITY, { link: true }),
    session: scalar(RecordId, COMMUNITY, { link: true }),
    /** Fractional index within the session. */
    order: scalar(Order, COMMUNITY),
    type: scalar(z.enum(['item', 'break']), COMMUNITY),
    /** The closed number. Only the Secretariat's seat gives numbers. */
    number: scalar(z.int().positive(), MEMBERS, { asks: true }),
    /** The number in the open series: `O1`. */
    openNumber: scalar(z.string(), COMMUNITY, { asks: true }),
    title: scalar(z.string(), COMMUNITY, { search: true }),
    purpose: scalar(Purpose, COMMUNITY, { asks: true }),
    minutes: scalar(z.int().positive().max(1440), COMMUNITY, { asks: true }),
    leads: set(z.array(RecordId), COMMUNITY, { link: true, attribution: 'speaker' }),
    outcome: scalar(ItemOutcome, MEMBERS, { asks: true }),
    /** When it really began and ended, as somebody in the room noted it. */
    began: scalar(Instant, MEMBERS, { sameWithin: NOTED_TOGETHER }),
    ended: scalar(Instant, MEMBERS, { sameWithin: NOTED_TOGETHER }),
    /** The item of an earlier meeting that this one goes on with. */
    continues: scalar(RecordId, MEMBERS, { link: true }),
    /** The meeting whose minutes are the paper of this item, and are approved at it. */
    approves: scalar(RecordId, MEMBERS, { link: true }),
    /** Who leads, in words, where it is not an organisation: "Chair". */
    leadNote: scalar(z.string(), COMMUNITY, { search: true }),
    papers: set(z.array(RecordId), COMMUNITY, { link: true }),
    /** Who joins by video link, and in which zone (¶10). */
    speakers: keyedList(
      z.array(z.looseObject({ id: z.string(), order: Order, party: RecordId, zone: z.string() })),
      GUESTS,
      {
        order: scalar(Order, GUESTS),
        party: scalar(RecordId, GUESTS, { link: true, attribution: 'speaker' }),
        zone: scalar(z.string(), GUESTS, { tellsOf: 'party' }),
      },
    ),
  },
  title: (body) => [count(body.number) || '', text(body.title)].filter(Boolean).join(' '),
};
