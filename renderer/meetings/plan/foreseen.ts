import { clockOf, minutesOf } from '../../../domain/meetings/timing.ts';
import { entriesOf, type Item, type Plan, type Session, type TimedItem } from './planTypes.ts';
import { timed } from './preview.ts';
import type { Wish } from './wishes.ts';

/**
 * The plan as it will be once this is written: shown at once, until the vault has answered. Undefined for what only the
 * vault can tell. Checks are as they were; of a speaker whose day has another summer time the clock is put right with the answer.
 */
export function foreseen(plan: Plan, wish: Wish): Plan | undefined {
  switch (wish.does) {
    case 'lengthen':
      return withItems(plan, (items) =>
        items.map((item) => (item.item === wish.item ? { ...item, minutes: wish.minutes } : item)),
      );
    case 'move':
      return moved(plan, wish);
    case 'remove':
      return withItems(plan, (items) => items.filter(({ item }) => item !== wish.item));
    case 'buffer':
      return withSession(plan, wish.session, (session) => ({ ...session, buffer: wish.minutes }));
    case 'moveSession': {
      const { session: id, day, starts, ends } = wish;
      const date = plan.days.find((one) => one.day === day)?.date;
      if (date === undefined || ends <= starts) return undefined;
      const next = withSession(plan, id, (session) => ({ ...session, day, date, starts, ends }));
      return next && { ...next, sessions: next.sessions.toSorted(byTime) };
    }
    default:
      return undefined;
  }
}

function moved(plan: Plan, { item: id, to, before }: Extract<Wish, { does: 'move' }>): Plan | undefined {
  const entry = entriesOf(plan).find((one) => one.id === id);
  if (entry === undefined || entry.of === 'session' || before === id) return undefined;
  const { item } = entry;
  const among = to === null ? plan.tray : plan.sessions.find(({ session }) => session === to)?.items;
  if (among === undefined || (before !== null && !among.some((one) => one.item === before))) return undefined;
  const without = withItems(plan, (items) => items.filter((one) => one.item !== id));
  const put = <T extends Item>(items: readonly T[], one: T): T[] => {
    const at = before === null ? items.length : items.findIndex((other) => other.item === before);
    return items.toSpliced(at, 0, one);
  };
  if (to === null) {
    const { starts: _starts, ends: _ends, ...lying }: Partial<TimedItem> & Item = item;
    const speakers = lying.speakers.map(({ time: _time, dayShift: _shift, ...speaker }) => speaker);
    return { ...without, tray: put(without.tray, { ...lying, speakers }) };
  }
  const was = 'starts' in item ? item : { ...item, starts: '00:00', ends: '00:00' };
  return withSession(without, to, (session) => ({ ...session, items: put(session.items, was) }));
}

/** The same done to the items of every session and of the tray. */
function withItems(plan: Plan, change: <T extends Item>(items: readonly T[]) => T[]): Plan {
  return {
    ...plan,
    sessions: plan.sessions.map((session) => {
      const items = change(session.items);
      const isSame = items.length === session.items.length && items.every((item, at) => item === session.items[at]);
      return isSame ? session : retimed(session, { ...session, items });
    }),
    tray: change(plan.tray),
  };
}

function withSession(plan: Plan, id: string, change: (session: Session) => Session): Plan | undefined {
  if (!plan.sessions.some(({ session }) => session === id)) return undefined;
  const sessions = plan.sessions.map((session) =>
    session.session === id ? retimed(session, change(session)) : session,
  );
  return { ...plan, sessions };
}

/** With its times following from what changed, and what stays the same kept as it is, so that it is not drawn anew. */
function retimed(before: Session, after: Session): Session {
  const known = new Map(before.items.map((item) => [item.item, item]));
  const next = timed(after);
  const items = next.items.map((item, at) => {
    const given = after.items[at];
    const was = known.get(item.item);
    if (given !== undefined && given === was && item.starts === was.starts && item.ends === was.ends) return was;
    return {
      ...item,
      speakers: item.speakers.map((speaker) => later(speaker, given?.starts ?? item.starts, item.starts)),
    };
  });
  return { ...next, items };
}

/** A speaker's clock by as much later as the item begins. */
function later(speaker: Item['speakers'][number], from: string, to: string): Item['speakers'][number] {
  if (speaker.time === undefined || from === to) return speaker;
  const there = minutesOf(speaker.time) + minutesOf(to) - minutesOf(from);
  const { dayShift = 0 } = speaker;
  return { ...speaker, time: clockOf(there), dayShift: dayShift + Math.floor(there / 1440) };
}

function byTime(one: Session, other: Session): number {
  const key = ({ day, starts, session }: Session) => `${String(day).padStart(2, '0')} ${starts} ${session}`;
  return key(one) < key(other) ? -1 : 1;
}
