/** A planned item or break of one day, with what was noted of it. All moments in milliseconds since 1970. */
export interface ClockedItem {
  readonly item: string;
  /** Which session it is of: what runs over is given back before that session's end. */
  readonly session: string;
  readonly starts: number;
  readonly ends: number;
  readonly began?: number | undefined;
  readonly ended?: number | undefined;
}

/** What the clock in the room says. Durations in whole seconds. */
export interface RoomClock {
  readonly underWay?: {
    readonly item: string;
    readonly elapsed: number;
    /** Below 0 once its time is over. */
    readonly left: number;
  };
  /** The item after the one under way, or the first that was not begun. */
  readonly next?: { readonly item: string; readonly starts: number };
  /** How far behind the plan (above 0) or ahead of it (below 0); undefined before anything has begun in time. */
  readonly behind?: number;
  /** What has to be given back for the session to end in time; 0 for nothing. */
  readonly giveBack: number;
  /** When the session ends as things stand. */
  readonly sessionEnds?: number;
}

/**
 * Reads the clock of a day: `items` in their order with what was noted of them, `ends` when each session is to end. It
 * only tells; nothing is noted by it. An item is under way from when it began until it ended or a later one began;
 * those that were passed over count as not held.
 */
export function readRoomClock(
  items: readonly ClockedItem[],
  ends: ReadonlyMap<string, number>,
  now: number,
): RoomClock {
  const last = items.findLastIndex(({ began }) => began !== undefined);
  const latest = items[last];
  const toCome = items.slice(last + 1);
  const [next] = toCome;
  const following = next === undefined ? {} : { next: { item: next.item, starts: next.starts } };
  if (latest?.began === undefined || latest.ended !== undefined) {
    // Between two items, or before the first: late as soon as the next should have begun, ahead while there is time.
    const late = next === undefined ? undefined : seconds(now - next.starts);
    const behind = late !== undefined && (latest !== undefined || late > 0) ? { behind: late } : {};
    return { ...following, ...behind, ...outlook(toCome, Math.max(now, next?.starts ?? now), ends) };
  }
  const expected = latest.began + (latest.ends - latest.starts);
  const through = Math.max(now, expected);
  return {
    underWay: {
      item: latest.item,
      elapsed: seconds(now - latest.began),
      left: Math.ceil((expected - now) / SECOND),
    },
    ...following,
    behind: seconds(through - latest.ends),
    ...outlook(toCome, through, ends, latest),
  };
}

/**
 * When the session of the next item to come, or of the one under way, ends if all that is to come of it takes its time from
 * `from` on, with the gaps of the plan between them. `underWay`: the item that ends at `from`.
 */
function outlook(
  toCome: readonly ClockedItem[],
  from: number,
  ends: ReadonlyMap<string, number>,
  underWay?: ClockedItem,
): Pick<RoomClock, 'giveBack' | 'sessionEnds'> {
  const session = (underWay ?? toCome[0])?.session;
  const end = session === undefined ? undefined : ends.get(session);
  if (end === undefined) return { giveBack: 0 };
  let [sessionEnds, before] = [from, underWay];
  for (const item of toCome) {
    if (item.session !== session) break;
    const gap = before === undefined ? 0 : Math.max(0, item.starts - before.ends);
    sessionEnds += gap + (item.ends - item.starts);
    before = item;
  }
  return { giveBack: Math.max(0, seconds(sessionEnds - end)), sessionEnds };
}

const SECOND = 1000;

const seconds = (milliseconds: number): number => Math.trunc(milliseconds / SECOND);
