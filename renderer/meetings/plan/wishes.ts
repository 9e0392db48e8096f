import type { z } from 'zod';
import { MOST_BUFFER } from '../../../domain/meetings/kinds.ts';
import type { Operation } from '../../../domain/meetings/operations.ts';
import { clockOf, minutesOf, timeSession } from '../../../domain/meetings/timing.ts';
import { lastingOf } from './axis.ts';
import { dayOf, type Entry, entriesOf, type Plan, type Session, startOf } from './planTypes.ts';

/** An operation as a window asks for it. */
export type Wish = z.input<typeof Operation>;

/** Lengths and hours are set in steps of so many minutes. */
export const GRID = 5;
const LAST = 23 * 60 + 55;

const found = (plan: Plan, id: string): Entry | undefined => entriesOf(plan).find((entry) => entry.id === id);

/** An item in two, the first half in steps of five minutes. */
export function halved(plan: Plan, id: string): Wish | undefined {
  const entry = found(plan, id);
  if (entry === undefined || entry.of === 'session') return undefined;
  const half = Math.max(1, Math.round(entry.item.minutes / 2 / GRID) * GRID);
  return { does: 'split', item: id, minutes: Math.min(half, entry.item.minutes - 1) };
}

/** An item one place earlier (-1) or later (1), over the edge of its session too; a session by five minutes. */
export function stepped(plan: Plan, id: string, by: -1 | 1): Wish | undefined {
  const entry = found(plan, id);
  if (entry === undefined) return undefined;
  if (entry.of === 'session') return shifted(entry.session, by * GRID);
  const { session, items } = among(plan, entry);
  const at = items.findIndex((item) => item.item === id);
  const target = at + by;
  if (target >= 0 && target < items.length) {
    const before = items[by < 0 ? target : target + 1]?.item ?? null;
    return { does: 'move', item: id, to: session?.session ?? null, before };
  }
  const place = session === undefined ? plan.sessions.length : plan.sessions.indexOf(session);
  const next = plan.sessions[place + by];
  if (next === undefined) return undefined;
  return { does: 'move', item: id, to: next.session, before: by < 0 ? null : (next.items[0]?.item ?? null) };
}

function among(plan: Plan, entry: Exclude<Entry, { of: 'session' }>) {
  return entry.of === 'tray'
    ? { session: undefined, items: plan.tray }
    : { session: entry.session, items: entry.session.items };
}

/** The same to the day before or after, at the same time of day: an item into the session that is nearest then. */
export function toDay(plan: Plan, id: string, by: -1 | 1): Wish | undefined {
  const entry = found(plan, id);
  if (entry === undefined) return undefined;
  if (entry.of === 'session') {
    const { session, day, starts, ends } = entry.session;
    return day + by < 1 ? undefined : { does: 'moveSession', session, day: day + by, starts, ends };
  }
  const days = [...new Set(plan.sessions.map(({ day }) => day))];
  const from = entry.of === 'tray' ? (by > 0 ? 0 : Number.POSITIVE_INFINITY) : dayOf(entry);
  const day = by > 0 ? days.find((one) => one > from) : days.findLast((one) => one < from);
  if (day === undefined) return undefined;
  const time = startOf(entry) || '00:00';
  const target = nearest(
    plan.sessions.filter((session) => session.day === day),
    time,
  );
  if (target === undefined) return undefined;
  const before = target.items.find((item) => item.starts >= time)?.item ?? null;
  return { does: 'move', item: id, to: target.session, before };
}

function nearest(sessions: readonly Session[], time: string): Session | undefined {
  const minute = minutesOf(time);
  const distance = ({ starts, ends }: Session) =>
    minute < minutesOf(starts) ? minutesOf(starts) - minute : Math.max(0, minute - minutesOf(ends) + 1);
  return sessions.toSorted((one, other) => distance(one) - distance(other))[0];
}

/** Five minutes more (1) or less (-1), on the full five minutes. */
export function lengthened(plan: Plan, id: string, by: -1 | 1): Wish | undefined {
  const entry = found(plan, id);
  if (entry === undefined) return undefined;
  if (entry.of === 'session') {
    const { session, day, starts, ends } = entry.session;
    const end = onGrid(minutesOf(ends), by);
    return end <= minutesOf(starts) || end > LAST
      ? undefined
      : { does: 'moveSession', session, day, starts, ends: clockOf(end) };
  }
  return { does: 'lengthen', item: id, minutes: Math.max(GRID, onGrid(entry.item.minutes, by)) };
}

const onGrid = (minutes: number, by: -1 | 1): number =>
  by > 0 ? (Math.floor(minutes / GRID) + 1) * GRID : (Math.ceil(minutes / GRID) - 1) * GRID;

/** A session so many minutes later, on the same or another day; undefined where the day ends. */
export function shifted(session: Session, minutes: number, day = session.day): Wish | undefined {
  const [starts, ends] = [minutesOf(session.starts) + minutes, minutesOf(session.ends) + minutes];
  if (starts < 0 || ends > LAST || day < 1) return undefined;
  return { does: 'moveSession', session: session.session, day, starts: clockOf(starts), ends: clockOf(ends) };
}

/** Where something new goes: after what is chosen, else to the first session with room, else into the tray. */
export function placeAfter(plan: Plan, id: string | undefined): { to: string | null; before: string | null } {
  const entry = id === undefined ? undefined : found(plan, id);
  if (entry === undefined) return { to: withRoom(plan)?.session ?? null, before: null };
  if (entry.of === 'session') return { to: entry.session.session, before: null };
  const { session, items } = among(plan, entry);
  const next = items[items.findIndex((item) => item.item === entry.id) + 1];
  return { to: session?.session ?? null, before: next?.item ?? null };
}

function withRoom({ sessions }: Plan): Session | undefined {
  const isFree = (session: Session) => timeSession(session, session.items.map(lastingOf)).spare > 0;
  return sessions.find(isFree) ?? sessions.at(-1);
}

/** Five minutes more (1) or less (-1) between the items of the session that an entry is, or stands in. */
export function buffered(plan: Plan, id: string, by: -1 | 1): Wish | undefined {
  const entry = found(plan, id);
  if (entry === undefined || entry.of === 'tray') return undefined;
  const { session, buffer } = entry.session;
  const minutes = Math.min(Math.max(0, onGrid(buffer, by)), MOST_BUFFER);
  return minutes === buffer ? undefined : { does: 'buffer', session, minutes };
}

/** What is there after something was taken away: the entry after it, else the one before it. */
export function neighbour(plan: Plan, id: string): string | undefined {
  const entries = entriesOf(plan);
  const at = entries.findIndex((entry) => entry.id === id);
  return (entries[at + 1] ?? entries[at - 1])?.id;
}

/** The first hours of a new session on a day: after its last one, at most until the evening. */
export function freeHours(plan: Plan, day: number): { starts: string; ends: string } {
  const ends = plan.sessions.filter((session) => session.day === day).map((session) => minutesOf(session.ends));
  const last = Math.max(...ends, 0);
  const starts = last === 0 ? 9 * 60 : Math.min(last + 60, 21 * 60);
  return { starts: clockOf(starts), ends: clockOf(Math.min(starts + 120, LAST)) };
}
