import type { RecordId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { count, text } from '../records/text.ts';
import { MOST_BUFFER } from './kinds.ts';
import { clockOf, dateOfDay, timeSession } from './timing.ts';

/** A record as the timetable needs it: its id and its fields. */
export interface Planned {
  readonly id: RecordId;
  readonly body: JsonObject;
}

export interface TimetableItem {
  readonly item: RecordId;
  readonly body: JsonObject;
  /** Wall-clock times at the meeting's place. */
  readonly starts: string;
  readonly ends: string;
  readonly minutes: number;
  /** Minutes since midnight, for clocks elsewhere. */
  readonly startsAt: number;
}

export interface TimetableSession {
  readonly session: RecordId;
  readonly body: JsonObject;
  readonly day: number;
  readonly date: string;
  readonly starts: string;
  readonly ends: string;
  readonly access: 'closed' | 'open';
  readonly items: readonly TimetableItem[];
  /** Minutes by which the items run over the session's end. */
  readonly over: number;
  /** Minutes between two items; 0 for none. */
  readonly buffer: number;
}

/**
 * The sessions of a meeting in order of time, each with its items one after another from its start (¶10–11). Items
 * follow their fractional order, equal ones their id. Throws `input.invalid` for a malformed time.
 */
export function timetableOf(
  meeting: Planned,
  sessions: readonly Planned[],
  items: readonly Planned[],
): TimetableSession[] {
  return sessions
    .filter((session) => session.body.meeting === meeting.id)
    .toSorted(bySessionTime)
    .map((session) => {
      const entries = items
        .filter((item) => item.body.session === session.id)
        .sort(byOrder)
        .map((item) => ({ ...item, ...lastingOf(item.body) }));
      const hours = { starts: text(session.body.starts), ends: text(session.body.ends) };
      const timing = timeSession({ ...hours, buffer: bufferOf(session.body) }, entries);
      const day = count(session.body.day);
      return {
        session: session.id,
        body: session.body,
        day,
        date: dateOfDay(text(meeting.body.starts), day),
        ...hours,
        access: session.body.access === 'open' ? ('open' as const) : ('closed' as const),
        items: timing.entries.map(({ entry, starts, ends }) => ({
          item: entry.id,
          body: entry.body,
          starts: clockOf(starts),
          ends: clockOf(ends),
          minutes: entry.minutes,
          startsAt: starts,
        })),
        over: timing.over,
        buffer: bufferOf(session.body),
      };
    });
}

/** How long an item or a break lasts, for its timing. */
export function lastingOf({ minutes, type }: JsonObject): { minutes: number; isBreak: boolean } {
  return { minutes: count(minutes), isBreak: type === 'break' };
}

/** Minutes between two items of a session; 0 for none, and for what was never valid. */
export function bufferOf({ buffer }: JsonObject): number {
  return Math.min(Math.max(0, Math.trunc(count(buffer))), MOST_BUFFER);
}

/** Where a session is held and who is in the room, in one line. */
export function roomAndAttendance({ room, attendance }: JsonObject): string {
  return [text(room), text(attendance)].filter(Boolean).join(' · ');
}

/** Sessions by their day and start, equal ones by their id. */
export function bySessionTime(one: Planned, other: Planned): number {
  return (
    count(one.body.day) - count(other.body.day) ||
    compare(text(one.body.starts), text(other.body.starts)) ||
    compare(one.id, other.id)
  );
}

/** Items of a session by their fractional order, equal ones by their id. */
export function byOrder(one: Planned, other: Planned): number {
  return compare(text(one.body.order), text(other.body.order)) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
