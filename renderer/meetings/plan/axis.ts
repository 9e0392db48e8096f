import { minutesOf, spansOf } from '../../../domain/meetings/timing.ts';
import type { Session } from './planTypes.ts';

/** Pixels of a minute where nothing needs more. */
export const SCALE = 1.2;
/** The band over a session's first item. */
export const BAND = 28;
/** The least an entry needs to be read and hit. */
const LEAST = 27;
/** Between two sessions of a day. */
const APART = 10;

/** How the time of day runs down the page: the same for all days beside one another. */
export interface Axis {
  /** Where what begins at this minute of the day begins, in pixels. */
  begin(minute: number): number;
  /** Where what ends at it ends: above the band of a session that begins then. */
  end(minute: number): number;
  readonly height: number;
  /** Whole hours with their places. */
  readonly hours: readonly { readonly hour: number; readonly at: number }[];
}

interface Span {
  readonly starts: number;
  readonly ends: number;
}

/** From when to when a session is drawn: to its end, or to that of its last item when that comes later. */
export function spanOf(session: Pick<Session, 'starts' | 'ends' | 'over'>): Span {
  const starts = minutesOf(session.starts);
  const end = minutesOf(session.ends);
  return { starts, ends: (end <= starts ? end + 1440 : end) + session.over };
}

/** When the items of a session begin and end, in minutes of its day; also past midnight. */
export function itemSpans({ starts, buffer, items }: Pick<Session, 'starts' | 'buffer' | 'items'>): Span[] {
  return spansOf(minutesOf(starts), buffer, items.map(lastingOf));
}

/** How long an item lasts, as timing asks for it. */
export const lastingOf = ({ minutes, type }: Session['items'][number]) => ({ minutes, isBreak: type === 'break' });

/** An axis on which the entries of all sessions have room: it is stretched, for all days alike, where one is short. */
export function axisOf(sessions: readonly Session[]): Axis {
  const spans = sessions.map(spanOf);
  const items = sessions.flatMap(itemSpans);
  const from = Math.min(...spans.map(({ starts }) => starts), 24 * 60);
  const to = Math.max(...spans.map(({ ends }) => ends), from);
  const hours = range(Math.ceil(from / 60), Math.floor(to / 60));
  const points = [...new Set([from, to, ...[...spans, ...items].flatMap(({ starts, ends }) => [starts, ends])])].sort(
    (one, other) => one - other,
  );
  /** Pixels between each point and the next. */
  const lengths = points.slice(1).map((point, index) => (point - (points[index] ?? point)) * SCALE);
  for (const { starts, ends } of items.toSorted((one, other) => one.ends - other.ends)) {
    stretch(points, lengths, starts, ends);
  }
  /** Pixels that the bands of sessions need at a point. */
  const jumps = new Map(points.map((point) => [point, point === from ? BAND : 0]));
  for (const [point, need] of bandsNeeded(sessions, points, lengths)) jumps.set(point, need);
  const ends = new Map<number, number>();
  let at = 0;
  for (const [index, point] of points.entries()) {
    ends.set(point, at);
    at += (jumps.get(point) ?? 0) + (lengths[index] ?? 0);
  }
  const begins = (point: number) => (ends.get(point) ?? 0) + (jumps.get(point) ?? 0);
  const between = (minute: number): number => {
    const next = points.findIndex((point) => point > minute);
    const [before, after] = [points[next - 1], points[next]];
    if (next < 0) return begins(to) + (minute - to) * SCALE;
    if (before === undefined || after === undefined) return begins(from) + (minute - from) * SCALE;
    return begins(before) + ((minute - before) / (after - before)) * ((ends.get(after) ?? 0) - begins(before));
  };
  return {
    begin: (minute) => (ends.has(minute) ? begins(minute) : between(minute)),
    end: (minute) => ends.get(minute) ?? between(minute),
    height: at + 2,
    hours: hours.map((hour) => ({ hour, at: ends.has(hour * 60) ? begins(hour * 60) : between(hour * 60) })),
  };
}

/** Makes what is between two points long enough to be read. */
function stretch(points: readonly number[], lengths: number[], starts: number, ends: number): void {
  const [first, last] = [points.indexOf(starts), points.indexOf(ends)];
  const inside = lengths.slice(first, last);
  const length = inside.reduce((sum, one) => sum + one, 0);
  if (length >= LEAST || length === 0) return;
  for (let index = first; index < last; index++) lengths[index] = ((lengths[index] ?? 0) * LEAST) / length;
}

/** What the bands of sessions need beyond the time between a session and the one before it on the same day. */
function bandsNeeded(sessions: readonly Session[], points: readonly number[], lengths: readonly number[]) {
  const needs = new Map<number, number>();
  for (const day of Map.groupBy(sessions, (session) => session.day).values()) {
    for (const [index, session] of day.entries()) {
      const before = day[index - 1];
      if (before === undefined) continue;
      const [starts, ended] = [spanOf(session).starts, spanOf(before).ends];
      const room = lengths.slice(points.indexOf(ended), points.indexOf(starts)).reduce((sum, one) => sum + one, 0);
      const need = starts < ended ? 0 : Math.max(0, BAND + APART - room);
      needs.set(starts, Math.max(need, needs.get(starts) ?? 0));
    }
  }
  return needs;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Sessions of a day that overlap stand beside one another: each with its lane and how many there are. */
export function lanesOf(day: readonly Session[]): ReadonlyMap<string, { readonly lane: number; readonly of: number }> {
  const ends: number[] = [];
  const lanes = day.map((session) => {
    const { starts, ends: end } = spanOf(session);
    const free = ends.findIndex((one) => one <= starts);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return [session.session, lane] as const;
  });
  return new Map(lanes.map(([session, lane]) => [session, { lane, of: Math.max(1, ends.length) }]));
}
