import type { JsonObject } from '../records/json.ts';
import { count, text } from '../records/text.ts';
import type { MeetingType } from './kinds.ts';

export type MeetingTypeName = (typeof MeetingType.options)[number];

/** What a new meeting begins with. */
export interface Proposal {
  /** Of a regular meeting only. */
  readonly number: number;
  readonly symbol: string;
  readonly starts: string;
  readonly venue: string;
  readonly city: string;
  readonly zone: string;
  readonly chair: string;
}

/** Weeks from one regular meeting, or one briefing, to the next, and from today to the first or to a special one. */
const HALF_A_YEAR = 26;
const A_YEAR = 52;
const SOON = 2;

/** Stands in the symbol of a meeting that has no number: `CB/S/2`, `CB/WG/1`. */
const SERIES: Readonly<Record<Exclude<MeetingTypeName, 'regular'>, string>> = {
  special: 'S',
  workingGroup: 'WG',
  researchBriefing: 'RB',
  researchCouncil: 'RC',
  consultation: 'CO',
};

/**
 * What is most likely of a new meeting of this type (¶10): the next number of its series and the symbol that follows
 * from the network's; the weekday, place and zone of the last one of its type, or of any.
 *
 * @param meetings bodies of the meetings that are here, deleted ones left out
 * @param today calendar date
 */
export function nextMeeting(
  type: MeetingTypeName,
  meetings: readonly JsonObject[],
  network: { readonly symbol: string; readonly zone: string },
  today: string,
): Proposal {
  const latestFirst = meetings.toSorted((one, other) => (text(one.starts) < text(other.starts) ? 1 : -1));
  const same = latestFirst.filter((meeting) => meeting.type === type);
  const last = (field: string) => [...same, ...latestFirst].map((meeting) => text(meeting[field])).find(Boolean) ?? '';
  const highest = Math.max(0, ...same.map((meeting) => count(meeting.number)));
  const number = type === 'regular' ? highest + 1 : same.length + 1;
  const prefix = network.symbol || 'CB';
  return {
    number,
    symbol: type === 'regular' ? `${prefix}/${number}` : `${prefix}/${SERIES[type]}/${number}`,
    starts: nextDate(type, text(same[0]?.starts), today),
    venue: last('venue'),
    city: last('city'),
    zone: last('zone') || network.zone,
    chair: last('chair'),
  };
}

/** The weekday of the last one, after today: half a year or a year after it, or soon. A Thursday when there was none. */
function nextDate(type: MeetingTypeName, last: string, today: string): string {
  const from = Temporal.PlainDate.from(today);
  const weeks = type === 'regular' ? HALF_A_YEAR : type === 'researchBriefing' ? A_YEAR : SOON;
  const returns = weeks !== SOON;
  const known = readDate(last);
  const weekday = known?.dayOfWeek ?? 4;
  const wanted =
    returns && known !== undefined ? known.add({ weeks }) : from.add({ weeks: type === 'regular' ? weeks : SOON });
  const later = Temporal.PlainDate.compare(wanted, from) > 0 ? wanted : from.add({ weeks: SOON });
  return later.add({ days: (weekday - later.dayOfWeek + 7) % 7 }).toString();
}

function readDate(date: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(date);
  } catch {
    return undefined;
  }
}
