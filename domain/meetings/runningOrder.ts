import type { CueMoment } from './cue.ts';
import { gapBetween, minutesOf } from './timing.ts';

/** An item or a break as the running order needs it; the times are wall-clock times at the meeting's place. */
export interface OrderItem {
  readonly item: string;
  readonly starts: string;
  readonly minutes: number;
}

export interface OrderSession<I extends OrderItem = OrderItem> {
  readonly session: string;
  readonly starts: string;
  readonly ends: string;
  /** What fills the time until the next session. */
  readonly afterwards: string;
  readonly items: readonly I[];
}

/** A cue, as far as it says where it stands. */
export interface OrderCue {
  /** The item or the session. */
  readonly record: string;
  readonly moment: CueMoment;
  readonly minutes?: number | undefined;
}

/** One line of a day's running order. Times are minutes since the midnight that the day began with. */
export interface OrderLine<S, I, C> {
  /** `before` and `after` a session; `session` is its band, without anything to do. */
  readonly of: 'before' | 'session' | 'item' | 'after';
  readonly session: S;
  /** Of lines of items and breaks. */
  readonly item?: I;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly cues: readonly C[];
}

/**
 * The running order of one day: each session with what goes before it, its items and breaks, and what comes after it.
 * What is around a session has a line where there is a cue for it, or the plan says what follows. `sessions`: those of the
 * day, in order of time.
 */
export function runningOrder<I extends OrderItem, S extends OrderSession<I>, C extends OrderCue>(
  sessions: readonly S[],
  cues: readonly C[],
): OrderLine<S, I, C>[] {
  const cuesOf = (record: string, moment: CueMoment) =>
    cues.filter((cue) => cue.record === record && cue.moment === moment);
  const longest = (among: readonly C[]) => Math.max(0, ...among.map(({ minutes = 0 }) => minutes));
  return sessions.flatMap((session, index) => {
    const startsAt = minutesOf(session.starts);
    const endsAt = notBefore(startsAt + 1, minutesOf(session.ends));
    const lines: OrderLine<S, I, C>[] = [];
    const before = cuesOf(session.session, 'before');
    if (before.length > 0) {
      lines.push({ of: 'before', session, startsAt: startsAt - longest(before), endsAt: startsAt, cues: before });
    }
    lines.push({ of: 'session', session, startsAt, endsAt, cues: [] });
    let clock = startsAt;
    for (const item of session.items) {
      clock = notBefore(clock, minutesOf(item.starts));
      const during = cuesOf(item.item, 'during');
      lines.push({ of: 'item', session, item, startsAt: clock, endsAt: clock + item.minutes, cues: during });
    }
    const after = cuesOf(session.session, 'after');
    const next = sessions[index + 1];
    const gap = next === undefined ? 0 : Math.max(0, gapBetween(session, next));
    if (after.length > 0 || session.afterwards !== '') {
      const until = endsAt + (longest(after) || gap);
      lines.push({ of: 'after', session, startsAt: endsAt, endsAt: until, cues: after });
    }
    return lines;
  });
}

const DAY = 24 * 60;

/** The same time of day, on the first day on which it is not before `from`. */
function notBefore(from: number, minutes: number): number {
  return minutes + Math.max(0, Math.ceil((from - minutes) / DAY)) * DAY;
}
