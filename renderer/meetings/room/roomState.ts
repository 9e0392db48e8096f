import { z } from 'zod';
import { Instant, ItemOutcome } from '../../../domain/meetings/kinds.ts';
import { type ClockedItem, type RoomClock, readRoomClock } from '../../../domain/meetings/roomClock.ts';
import { type OrderLine, runningOrder } from '../../../domain/meetings/runningOrder.ts';
import { dateOf, instantAt, isZone } from '../../../domain/meetings/timing.ts';
import type { Plan, Session, TimedItem } from '../plan/planTypes.ts';
import type { Cue } from './cueTypes.ts';

/** What is noted of an item. */
export interface Times {
  readonly began?: string | undefined;
  readonly ended?: string | undefined;
  readonly outcome?: z.output<typeof ItemOutcome> | undefined;
}

/** A rehearsal: what would be noted, and by how much its clock differs from the real one. Kept apart from the records. */
export const Rehearsal = z.object({
  meeting: z.string(),
  day: z.int(),
  /** Milliseconds that the clock of the rehearsal is ahead. */
  ahead: z.number(),
  times: z.record(
    z.string(),
    z.object({ began: Instant.nullable(), ended: Instant.nullable(), outcome: ItemOutcome.nullable() }),
  ),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

export type RoomSession = Omit<Session, 'items'> & { readonly items: readonly RoomItem[] };
export type RoomItem = TimedItem & Times;
export type RoomLine = OrderLine<RoomSession, RoomItem, Cue>;

/** The sessions of a day with what was noted: of the plan, or of a rehearsal. */
export function sessionsOf(plan: Plan, day: number, rehearsal: Rehearsal | undefined): RoomSession[] {
  return plan.sessions
    .filter((session) => session.day === day)
    .map((session) => ({
      ...session,
      items: session.items.map((item) => {
        if (rehearsal === undefined) return item;
        const { began: _began, ended: _ended, outcome: _outcome, ...planned } = item;
        const { began, ended, outcome } = rehearsal.times[item.item] ?? NOTHING;
        return { ...planned, ...said({ began, ended, outcome }) };
      }),
    }));
}

const NOTHING = { began: null, ended: null, outcome: null };

/** Without what is null. */
function said({ began, ended, outcome }: Rehearsal['times'][string]): Times {
  return {
    ...(began === null ? {} : { began }),
    ...(ended === null ? {} : { ended }),
    ...(outcome === null ? {} : { outcome }),
  };
}

export const linesOf = (sessions: readonly RoomSession[], cues: readonly Cue[]): RoomLine[] =>
  runningOrder<RoomItem, RoomSession, Cue>(sessions, cues);

/** The clock of the day at a moment. `place`: the meeting's zone; one that is not known counts as UTC. */
export function clockOfDay(lines: readonly RoomLine[], place: string, now: number): RoomClock {
  const zone = isZone(place) ? place : 'UTC';
  const moment = (words: string | undefined) => (words === undefined ? undefined : Date.parse(words));
  const items = lines.flatMap(({ item, session, startsAt, endsAt }): ClockedItem[] =>
    item === undefined
      ? []
      : [
          {
            item: item.item,
            session: session.session,
            starts: instantAt(session.date, startsAt, zone),
            ends: instantAt(session.date, endsAt, zone),
            began: moment(item.began),
            ended: moment(item.ended),
          },
        ],
  );
  const ends = new Map(
    lines.flatMap(({ of, session, endsAt }) =>
      of === 'session' ? [[String(session.session), instantAt(session.date, endsAt, zone)] as const] : [],
    ),
  );
  return readRoomClock(items, ends, now);
}

/** The day of the meeting on which a moment falls at its place; undefined on every other day. */
export function dayAt({ days }: Plan, place: string, now: number): number | undefined {
  const today = dateOf(now, isZone(place) ? place : 'UTC');
  return days.find(({ date }) => date === today)?.day;
}

/** A rehearsal of a day begins at its first session, whenever it really is. */
export function rehearsalOf(
  meeting: string,
  day: number,
  lines: readonly RoomLine[],
  place: string,
  now: number,
): Rehearsal {
  const first = lines[0];
  const from = first === undefined ? now : instantAt(first.session.date, first.startsAt, isZone(place) ? place : 'UTC');
  return { meeting, day, ahead: Math.round(from - now), times: {} };
}
