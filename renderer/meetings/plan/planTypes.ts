import type { z } from 'zod';
import type { meetingsCalls, PlannedItem, PlannedSession } from '../../../contract/meetings/calls.ts';

/** A meeting's plan as the vault has it. */
export type Plan = z.output<(typeof meetingsCalls)['timetable']['output']>;
export type Session = z.output<typeof PlannedSession>;
export type TimedItem = Session['items'][number];
export type Item = z.output<typeof PlannedItem>;
export type Check = Plan['checks'][number];

/** Something in a plan that can be chosen: a session, or an item in a session or in the tray. */
export type Entry =
  | { readonly of: 'session'; readonly id: string; readonly session: Session }
  | { readonly of: 'item'; readonly id: string; readonly item: TimedItem; readonly session: Session }
  | { readonly of: 'tray'; readonly id: string; readonly item: Item };

/** Every entry in its order: by days, each session before its items, then the tray. */
export function entriesOf({ sessions, tray }: Plan): Entry[] {
  return [
    ...sessions.flatMap((session): Entry[] => [
      { of: 'session', id: session.session, session },
      ...session.items.map((item): Entry => ({ of: 'item', id: item.item, item, session })),
    ]),
    ...tray.map((item): Entry => ({ of: 'tray', id: item.item, item })),
  ];
}

export const dayOf = (entry: Entry): number => (entry.of === 'tray' ? 0 : entry.session.day);
export const startOf = (entry: Entry): string =>
  entry.of === 'tray' ? '' : entry.of === 'item' ? entry.item.starts : entry.session.starts;
