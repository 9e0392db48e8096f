import { clockOf, minutesOf, timeSession } from '../../../domain/meetings/timing.ts';
import { lastingOf } from './axis.ts';
import type { Session } from './planTypes.ts';
import { GRID } from './wishes.ts';

/** What is under the pointer, until it is let go. */
export type Drag =
  | {
      readonly of: 'item';
      readonly id: string;
      readonly dx: number;
      readonly dy: number;
      /** Where it would go; undefined over nothing. */
      readonly target: Target | undefined;
    }
  | { readonly of: 'length'; readonly id: string; readonly minutes: number }
  | { readonly of: 'session'; readonly id: string; readonly by: number; readonly day: number }
  | { readonly of: 'ends'; readonly id: string; readonly by: number };

export interface Target {
  readonly to: string | null;
  readonly before: string | null;
}

/** The sessions as they would be when what is dragged were let go; places of items show otherwise. */
export function previewOf(sessions: readonly Session[], drag: Drag | undefined): readonly Session[] {
  if (drag === undefined || drag.of === 'item') return sessions;
  return sessions.map((session) => {
    if (drag.of === 'length') {
      const items = session.items.map((item) => (item.item === drag.id ? { ...item, minutes: drag.minutes } : item));
      return items.some(({ item }) => item === drag.id) ? timed({ ...session, items }) : session;
    }
    if (session.session !== drag.id) return session;
    if (drag.of === 'ends') return timed({ ...session, ends: later(session.ends, drag.by) });
    const [starts, ends] = [later(session.starts, drag.by), later(session.ends, drag.by)];
    return timed({ ...session, starts, ends, day: drag.day });
  });
}

/** With times and what runs over following from lengths and hours. */
export function timed(session: Session): Session {
  const { entries, over } = timeSession(
    session,
    session.items.map((item) => ({ item, ...lastingOf(item) })),
  );
  const items = entries.map(({ entry, starts, ends }) => ({
    ...entry.item,
    starts: clockOf(starts),
    ends: clockOf(ends),
  }));
  return { ...session, items, over };
}

const later = (time: string, by: number): string => clockOf(minutesOf(time) + by);

/** Minutes of so many pixels, on the grid. */
export const onGrid = (minutes: number): number => Math.round(minutes / GRID) * GRID;
