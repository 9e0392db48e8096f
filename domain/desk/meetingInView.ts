import type { Planned } from '../meetings/timetable.ts';
import { text } from '../records/text.ts';

/** Where a meeting stands on a day. */
export type Standing = 'ahead' | 'underWay' | 'over' | 'undated';

export interface InView<M extends Planned> {
  readonly meeting: M;
  readonly standing: Standing;
  /** Days until it begins, or since it ended; 0 while it is under way and for one without dates. */
  readonly days: number;
}

/**
 * The meeting that a desk is about on this day (¶10): the one under way, else the next to begin, else the one that ended
 * last, else one that has no dates yet. Undefined when there is none. Of several on the same days, the first by id.
 */
export function meetingInView<M extends Planned>(meetings: readonly M[], today: string): InView<M> | undefined {
  const day = Temporal.PlainDate.from(today);
  const all = meetings.map((meeting) => inView(meeting, day)).sort((one, other) => compareIds(one, other));
  const of = (standing: Standing) =>
    all.filter((one) => one.standing === standing).sort((one, other) => one.days - other.days)[0];
  return of('underWay') ?? of('ahead') ?? of('over') ?? of('undated');
}

function inView<M extends Planned>(meeting: M, today: Temporal.PlainDate): InView<M> {
  const starts = dateOf(text(meeting.body.starts));
  if (starts === undefined) return { meeting, standing: 'undated', days: 0 };
  const ends = dateOf(text(meeting.body.ends)) ?? starts;
  const untilStart = today.until(starts).days;
  if (untilStart > 0) return { meeting, standing: 'ahead', days: untilStart };
  const sinceEnd = ends.until(today).days;
  return sinceEnd > 0 ? { meeting, standing: 'over', days: sinceEnd } : { meeting, standing: 'underWay', days: 0 };
}

function compareIds(one: InView<Planned>, other: InView<Planned>): number {
  return one.meeting.id < other.meeting.id ? -1 : 1;
}

function dateOf(date: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(date);
  } catch {
    return undefined;
  }
}
