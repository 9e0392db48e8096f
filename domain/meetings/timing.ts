import { AmberdeskError } from '../errors.ts';

/** When an item or a break begins and ends, in minutes since the midnight its session's day began with. */
export interface Timed<T> {
  readonly entry: T;
  readonly starts: number;
  readonly ends: number;
}

export interface SessionTiming<T> {
  readonly entries: readonly Timed<T>[];
  /** When the last entry ends. */
  readonly ends: number;
  /** Minutes by which the entries run over the session's end; 0 when they fit. */
  readonly over: number;
  /** Minutes between the last entry and the session's end; 0 when they fill it. */
  readonly spare: number;
}

const DAY = 24 * 60;

/** Minutes since midnight of a wall-clock time `09:30`. Throws `input.invalid` for anything else. */
export function minutesOf(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (match === null) throw new AmberdeskError('input.invalid', { time });
  return Number(match[1]) * 60 + Number(match[2]);
}

/** A wall-clock time `09:30` from minutes since midnight; past midnight it goes on with the next day's clock. */
export function clockOf(minutes: number): string {
  const within = ((Math.trunc(minutes) % DAY) + DAY) % DAY;
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}`;
}

/** What timing asks of an item or a break. */
export interface Lasting {
  readonly minutes: number;
  readonly isBreak?: boolean;
}

/** When a session begins and ends, and how many minutes lie between its items. */
export interface Hours {
  /** Wall-clock times; a session that ends at or before its start ends on the next day. */
  readonly starts: string;
  readonly ends: string;
  readonly buffer?: number | undefined;
}

/**
 * Entries of a session one after another from its start (¶10–11), with its buffer between two items; a break is a
 * buffer by itself. Throws `input.invalid` for a malformed time.
 */
export function timeSession<T extends Lasting>(session: Hours, entries: readonly T[]): SessionTiming<T> {
  const end = sessionEnd(session);
  const spans = spansOf(minutesOf(session.starts), session.buffer ?? 0, entries);
  const timed = entries.map((entry, index) => ({ entry, ...(spans[index] ?? { starts: end, ends: end }) }));
  const last = spans.at(-1)?.ends ?? minutesOf(session.starts);
  return { entries: timed, ends: last, over: Math.max(0, last - end), spare: Math.max(0, end - last) };
}

/** When each of these begins and ends, from a minute of the day on. */
export function spansOf(from: number, buffer: number, entries: readonly Lasting[]): { starts: number; ends: number }[] {
  let clock = from;
  return entries.map((entry, index) => {
    const before = entries[index - 1];
    if (before !== undefined && before.isBreak !== true && entry.isBreak !== true) clock += buffer;
    const starts = clock;
    clock += entry.minutes;
    return { starts, ends: clock };
  });
}

/** Minutes from the end of one session to the start of the next of the same day; negative when they overlap. */
export function gapBetween(
  one: { readonly starts: string; readonly ends: string },
  next: { readonly starts: string; readonly ends: string },
): number {
  return minutesOf(next.starts) - sessionEnd(one);
}

function sessionEnd(session: { readonly starts: string; readonly ends: string }): number {
  const end = minutesOf(session.ends);
  return end <= minutesOf(session.starts) ? end + DAY : end;
}

/** The date of a meeting's day: day 1 is `starts`. `2026-10-14`, 2 → `2026-10-15`. */
export function dateOfDay(starts: string, day: number): string {
  return Temporal.PlainDate.from(starts)
    .add({ days: day - 1 })
    .toString();
}

/** Whether this runtime knows an IANA time zone. */
export function isZone(zone: string): boolean {
  try {
    Temporal.PlainDate.from('2000-01-01').toZonedDateTime(zone);
    return true;
  } catch {
    return false;
  }
}

/** A wall-clock moment on somebody else's clock. */
export interface ClockElsewhere {
  /** `17:15`. */
  readonly time: string;
  /** Days by which the date there differs: -1, 0 or 1. */
  readonly dayShift: number;
}

/**
 * What the clock shows in `zone` when it is `minutes` past the midnight of `date` in `place`, summer time in both
 * taken into account on that very day. A wall-clock time that the place skips counts from before the change.
 * Throws `input.invalid` for an unknown zone.
 */
export function clockElsewhere(date: string, minutes: number, place: string, zone: string): ClockElsewhere {
  const there = momentAt(date, minutes, place).withTimeZone(knownZone(zone));
  const shift = Temporal.PlainDate.from(date).until(there.toPlainDate()).days - Math.floor(minutes / DAY);
  return { time: there.toPlainTime().toString({ smallestUnit: 'minute' }), dayShift: shift };
}

/** Minutes by which the clock of `zone` is ahead of UTC at that moment at the place. Throws `input.invalid`. */
export function offsetFromUtc(date: string, minutes: number, place: string, zone: string): number {
  return momentAt(date, minutes, place).withTimeZone(knownZone(zone)).offsetNanoseconds / 60e9;
}

/**
 * The moment, in milliseconds since 1970, when it is `minutes` past the midnight of `date` on the wall clock of `place`, the
 * changes of its clock taken into account. Throws `input.invalid` for an unknown zone.
 */
export function instantAt(date: string, minutes: number, place: string): number {
  return momentAt(date, minutes, place).epochMilliseconds;
}

/** What the clock at `place` shows at a moment: `09:30`. Throws `input.invalid` for an unknown zone. */
export function clockAt(milliseconds: number, place: string): string {
  return placedAt(milliseconds, place).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The calendar date at `place` at a moment. Throws `input.invalid` for an unknown zone. */
export function dateOf(milliseconds: number, place: string): string {
  return placedAt(milliseconds, place).toPlainDate().toString();
}

function placedAt(milliseconds: number, place: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.trunc(milliseconds)).toZonedDateTimeISO(knownZone(place));
}

/** `UTC+2`, `UTC−3`, `UTC+5:30`, `UTC`. The minus is U+2212. */
export function offsetInWords(minutes: number): string {
  return minutes === 0 ? 'UTC' : `UTC${signedHours(minutes)}`;
}

/** `+8`, `−5`, `+5:30`, `0`. The minus is U+2212. */
export function signedHours(minutes: number): string {
  const whole = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const size = rest === 0 ? `${whole}` : `${whole}:${pad(rest)}`;
  return minutes === 0 ? '0' : `${minutes < 0 ? '\u2212' : '+'}${size}`;
}

export function momentAt(date: string, minutes: number, place: string): Temporal.ZonedDateTime {
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minutes / DAY) });
  const within = ((minutes % DAY) + DAY) % DAY;
  return day.toZonedDateTime({
    timeZone: knownZone(place),
    plainTime: Temporal.PlainTime.from({ hour: Math.floor(within / 60), minute: within % 60 }),
  });
}

function knownZone(zone: string): string {
  if (!isZone(zone)) throw new AmberdeskError('input.invalid', { zone });
  return zone;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The calendar date at a place at that moment. */
export function dateAt(milliseconds: number, zone: string): string {
  const place = isZone(zone) ? zone : 'UTC';
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(place).toPlainDate().toString();
}
