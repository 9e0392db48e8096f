import { bufferOf, lastingOf, roomAndAttendance } from '../meetings/timetable.ts';
import {
  clockElsewhere,
  clockOf,
  dateOfDay,
  gapBetween,
  isZone,
  minutesOf,
  offsetFromUtc,
  offsetInWords,
  signedHours,
  timeSession,
} from '../meetings/timing.ts';
import type { RecordId } from '../records/ids.ts';
import { isJsonObject } from '../records/json.ts';
import { count, objects, text, texts } from '../records/text.ts';
import { isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { dateInWords, dayAndMonth, meetingDates, weekdayInWords } from './dates.ts';
import type { PrintOptions } from './printRequest.ts';
import {
  compare,
  copyWords,
  inOrder,
  lastDay,
  nameOf,
  namesOf,
  networkOf,
  recordsInOrder,
  requireReleased,
  strictest,
} from './releasedParts.ts';
import type {
  AgendaBreak,
  AgendaDay,
  AgendaGap,
  AgendaLegend,
  AgendaRow,
  AgendaSession,
  AgendaSheet,
  Fact,
} from './sheets.ts';
import { type PrintWords, wordsFor } from './words.ts';

/** Somebody who joins by video link, as the table of zones lists them. */
interface Joining {
  readonly who: string;
  readonly zone: string;
  readonly offset: number;
  readonly difference: number;
}

interface Making {
  readonly release: Release;
  readonly options: PrintOptions;
  readonly words: PrintWords;
  readonly outside: boolean;
  readonly zone: string;
  readonly capital: string;
  readonly joining: Map<string, Joining>;
  readonly warnings: Set<string>;
}

/**
 * The agenda of a meeting (¶10–11) as the audience of the release may see it: times run from each session's start, so
 * they are those of what is printed. Outside the board only open numbers are printed and days are not counted.
 * Throws `release.withheld` when the meeting is not in the release.
 */
export function agendaSheet(release: Release, meetingId: RecordId, options: PrintOptions): AgendaSheet {
  const words = wordsFor(options.language);
  const meeting = requireReleased(release, meetingId, 'meeting');
  const body = meeting.body;
  const network = networkOf(release, words);
  const warnings = new Set<string>();
  const outside = isOutside(release.kind);
  const zoneKnown = (zone: string): string => {
    if (zone === '' || isZone(zone)) return zone;
    warnings.add(words.unknownZone(zone));
    return '';
  };
  const making: Making = {
    release,
    options,
    words,
    outside,
    zone: zoneKnown(text(body.zone)),
    capital: zoneKnown(options.capitalZone ?? ''),
    joining: new Map(),
    warnings,
  };
  const sessions = releasedOfKind(release, 'session')
    .filter((session) => session.body.meeting === meetingId)
    .sort(
      (one, other) =>
        count(one.body.day) - count(other.body.day) || compare(text(one.body.starts), text(other.body.starts)),
    );
  const items = releasedOfKind(release, 'agendaItem').filter((item) => item.body.meeting === meetingId);
  const used = items.filter((item) => sessions.some((session) => session.id === item.body.session));
  const label = strictest([meeting, ...sessions, ...used].map((record) => record.label));
  const days = daysOf(text(body.starts), sessions, used, making);
  const version = isJsonObject(body.version) ? body.version : {};
  const versionFoot =
    count(version.number) > 0
      ? [words.versionFoot(count(version.number), dateInWords(text(version.on), options.language))]
      : [];
  const subtitle = outside ? words.openAgenda : words.agenda;
  const copy = copyWords(options, words);
  const symbol = agendaSymbol(text(body.symbol), outside);
  return {
    what: 'agenda',
    language: options.language,
    documentTitle: [symbol, meeting.title, subtitle].filter((part) => part !== '').join(' \u00b7 '),
    running: network.name,
    exercise: network.exercise,
    label,
    foot: [...(symbol === '' ? [] : [symbol]), subtitle, ...versionFoot, ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    symbol,
    title: text(body.title) || words.untitled,
    subtitle,
    facts: factsOf(meeting, days.dates, making),
    columns: [...words.columns],
    days: days.days,
    legend: legendOf(meeting, label, days.days, making),
    warnings: [...warnings],
  };
}

/** The agenda is the first document of its meeting; outside the closed series it goes by the meeting's symbol alone. */
function agendaSymbol(meeting: string, outside: boolean): string {
  return meeting === '' || outside ? meeting : `${meeting}/1`;
}

function factsOf(meeting: ReleasedRecord, dates: readonly string[], making: Making): Fact[] {
  const { words, options, release, outside } = making;
  const body = meeting.body;
  const facts: Fact[] = [];
  const add = (label: string, lines: string[]) => {
    const said = lines.filter((line) => line !== '');
    if (said.length > 0) facts.push({ label, lines: said });
  };
  add(words.place, [text(body.venue), text(body.city)]);
  // Outside, the dates are those of the open sessions: the others are no matter of the reader's.
  const first = outside ? (dates[0] ?? '') : text(body.starts);
  const last = outside ? (dates.at(-1) ?? '') : text(body.ends);
  add(words.dates, meetingDates(first, last, options.language));
  const coChair = nameOf(release, text(body.coChair));
  add(words.chair, [nameOf(release, text(body.chair)), coChair === '' ? '' : words.coChair(coChair)]);
  const version = isJsonObject(body.version) ? body.version : {};
  if (count(version.number) > 0) {
    const replacedOn = text(version.replacesOn);
    add(words.version, [
      words.versionNumber(count(version.number), dateInWords(text(version.on), options.language)),
      count(version.replaces) > 0
        ? words.versionReplaces(
            count(version.replaces),
            replacedOn === '' ? '' : dayAndMonth(replacedOn, options.language),
          )
        : '',
    ]);
  }
  return facts;
}

function daysOf(
  starts: string,
  sessions: readonly ReleasedRecord[],
  items: readonly ReleasedRecord[],
  making: Making,
): { days: AgendaDay[]; dates: string[] } {
  const numbers = [...new Set(sessions.map((session) => count(session.body.day)))];
  const dates = numbers.map((day) => (starts === '' ? '' : dateOfDay(starts, day)));
  const days = numbers.map((day, at) =>
    dayOf(
      day,
      dates[at] ?? '',
      sessions.filter((session) => session.body.day === day),
      items,
      making,
    ),
  );
  return { days, dates };
}

function dayOf(
  day: number,
  date: string,
  sessions: readonly ReleasedRecord[],
  items: readonly ReleasedRecord[],
  making: Making,
): AgendaDay {
  const { words, options, outside } = making;
  const parts = sessions.flatMap((session, at): (AgendaSession | AgendaGap)[] => {
    const gap = gapAfter(session, sessions[at + 1], words);
    const held = items.filter((item) => item.body.session === session.id);
    return [sessionOf(session, date, recordsInOrder(held), making), ...(gap === undefined ? [] : [gap])];
  });
  return {
    name: outside ? '' : words.day(day),
    date: date === '' ? (outside ? words.day(day) : '') : weekdayInWords(date, options.language),
    note: dayNote(date, sessions, making),
    parts,
  };
}

function dayNote(date: string, sessions: readonly ReleasedRecord[], making: Making): string {
  const { words, outside, zone, capital } = making;
  const first = sessions[0];
  if (first === undefined) return '';
  const at = first.body.starts === undefined ? 0 : minutesOf(text(first.body.starts));
  const offset = (there: string) => offsetInWords(offsetFromUtc(date, at, zone, there));
  const placed = zone !== '' && date !== '';
  const local = words.localTimes(placed ? offset(zone) : '');
  const elsewhere =
    placed && capital !== '' && capital !== zone ? words.capitalTimes(cityOf(capital), offset(capital)) : '';
  const access = outside ? '' : `${words.dayAccess(accessOfDay(sessions))} `;
  return `${access}${local}${elsewhere}`;
}

/** One word when all sessions are alike, two for a morning and an afternoon, else three or more. */
function accessOfDay(sessions: readonly ReleasedRecord[]): ('closed' | 'open')[] {
  const parts = sessions.map((session) => accessOf(session));
  if (new Set(parts).size === 1) return parts.slice(0, 1);
  const morning = new Set(parts.filter((_, at) => text(sessions[at]?.body.starts) < '12:00'));
  const afternoon = new Set(parts.filter((_, at) => text(sessions[at]?.body.starts) >= '12:00'));
  return morning.size === 1 && afternoon.size === 1 ? [...morning, ...afternoon] : ['closed', 'open', 'closed'];
}

function accessOf(session: ReleasedRecord): 'closed' | 'open' {
  return session.body.access === 'open' ? 'open' : 'closed';
}

function gapAfter(session: ReleasedRecord, next: ReleasedRecord | undefined, words: PrintWords): AgendaGap | undefined {
  const said = text(session.body.afterwards);
  const [before, after] = [hoursOf(session), next && hoursOf(next)];
  const minutes = before === undefined || after === undefined ? 0 : gapBetween(before, after);
  if (said === '' && minutes <= 0) return undefined;
  return {
    type: 'gap',
    time: text(session.body.ends),
    title: said || words.interval,
    minutes: minutes > 0 ? String(minutes) : '',
  };
}

/** When a session begins and ends; undefined while that was not entered. */
function hoursOf({ body }: ReleasedRecord): { starts: string; ends: string } | undefined {
  if (body.starts === undefined || body.ends === undefined) return undefined;
  return { starts: text(body.starts), ends: text(body.ends) };
}

function sessionOf(
  session: ReleasedRecord,
  date: string,
  items: readonly ReleasedRecord[],
  making: Making,
): AgendaSession {
  const { words, zone, capital } = making;
  const access = accessOf(session);
  const heading = access === 'open' ? words.openSession : words.closedSession;
  const shared = { type: 'session', access, heading, attendance: roomAndAttendance(session.body) } as const;
  const hours = hoursOf(session);
  if (hours === undefined) {
    const rows = items.map((item) => rowOf(item, date, undefined, making));
    return { ...shared, span: '', capital: '', rows };
  }
  const { starts, ends } = hours;
  const span = `${starts}\u2013${ends}`;
  const timing = timeSession(
    { ...hours, buffer: bufferOf(session.body) },
    items.map((item) => ({ item, ...lastingOf(item.body) })),
  );
  if (timing.over > 0) making.warnings.add(words.overTime(`${heading} ${span}`, timing.over));
  const there = (time: string) => {
    const clock = clockElsewhere(date, minutesOf(time), zone, capital);
    return `${clock.time}${shiftWords(clock.dayShift, words)}`;
  };
  return {
    ...shared,
    span,
    capital:
      capital === '' || zone === '' || date === '' || capital === zone
        ? ''
        : words.capitalSpan(`${there(starts)}\u2013${there(ends)}`),
    rows: timing.entries.map(({ entry, starts: at }) =>
      rowOf(entry.item, date, startOf(entry.item, at, making), making),
    ),
  };
}

/** When an item begins: what comes before it is not in what a guest gets. */
function startOf(item: ReleasedRecord, computed: number, { release, options }: Making): number | undefined {
  return release.kind === 'guest' ? options.startsAt?.[item.id] : computed;
}

/** `at`: minutes since midnight; undefined while the session has no hours. */
function rowOf(item: ReleasedRecord, date: string, at: number | undefined, making: Making): AgendaRow | AgendaBreak {
  const { words, release, outside } = making;
  const body = item.body;
  const minutes = count(body.minutes) > 0 ? String(count(body.minutes)) : '';
  const time = at === undefined ? '' : clockOf(at);
  if (body.type === 'break') {
    return { type: 'break', time, title: text(body.title) || words.break, minutes };
  }
  const purpose =
    body.purpose === 'decision' || body.purpose === 'discussion' || body.purpose === 'information' ? body.purpose : '';
  const open = text(body.openNumber);
  const number = count(body.number) > 0 ? String(count(body.number)) : '';
  return {
    type: 'item',
    time,
    number: outside || number === '' ? open : number,
    openNumber: outside || number === '' ? '' : open,
    title: text(body.title) || words.untitled,
    links: inOrder(objects(body.speakers)).flatMap((speaker) => linkOf(speaker, date, at, making)),
    leads: [text(body.leadNote), ...namesOf(release, texts(body.leads))].filter((lead) => lead !== '').join(', '),
    purpose,
    purposeWord: purpose === '' ? '' : words.purposes[purpose].word,
    papers: papersOf(texts(body.papers), minutesApproved(text(body.approves), making), making),
    minutes,
  };
}

function linkOf(
  speaker: { readonly [key: string]: unknown },
  date: string,
  at: number | undefined,
  making: Making,
): string[] {
  const { release, words, zone: place, joining } = making;
  const who = typeof speaker.party === 'string' ? nameOf(release, speaker.party) : '';
  const zone = typeof speaker.zone === 'string' ? speaker.zone : '';
  if (who === '') return [];
  if (at === undefined || place === '' || date === '' || zone === '') return [who];
  if (!isZone(zone)) {
    making.warnings.add(words.unknownZone(zone));
    return [who];
  }
  const clock = clockElsewhere(date, at, place, zone);
  const key = `${who}\n${zone}`;
  if (!joining.has(key)) {
    const offset = offsetFromUtc(date, at, place, zone);
    joining.set(key, { who, zone, offset, difference: offset - offsetFromUtc(date, at, place, place) });
  }
  return [`${unbroken(who)}\u00a0${clock.time}${shiftWords(clock.dayShift, words)}`];
}

/** A name on one line, unless it is so long that it needs two. */
function unbroken(name: string): string {
  return name.length <= 26 ? name.replaceAll(' ', '\u00a0') : name;
}

/** The minutes that an item approves are its paper. */
function minutesApproved(meeting: string, { release, words }: Making): string[] {
  const record = releasedRecord(release, meeting);
  return record?.kind === 'meeting' ? [words.lastMinutes(text(record.body.symbol))] : [];
}

function papersOf(ids: readonly string[], minutes: readonly string[], making: Making): string[] {
  const { release, words, outside } = making;
  if (ids.length + minutes.length === 0) return [words.none];
  const papers = ids.flatMap((id) => releasedRecord(release, id) ?? []).filter((record) => record.kind === 'paper');
  const symbols = papers
    .sort((one, other) => natural(text(one.body.number), text(other.body.number)))
    .map(({ body }) => ({ body, symbol: symbolOf(text(body.number), text(body.openNumber), outside) }))
    .map(({ body, symbol }) =>
      symbol !== '' && body.provenance === 'outside' ? `${symbol} (${words.unverified})` : symbol,
    );
  return [...minutes, ...symbols.filter((symbol) => symbol !== '')];
}

/** Inside, the open number in brackets, without what both have in common: `CB/8/9 (O1)`. Outside, it alone. */
function symbolOf(number: string, open: string, outside: boolean): string {
  if (outside || number === '' || open === '') return outside ? open : number || open;
  const stem = number.slice(0, number.lastIndexOf('/') + 1);
  return `${number}\u00a0(${open.startsWith(stem) ? open.slice(stem.length) : open})`;
}

/** `CB/8/4` before `CB/8/10`. */
function natural(one: string, other: string): number {
  const parts = (symbol: string) =>
    symbol.split(/(\d+)/).map((part) => (/^\d/.test(part) ? part.padStart(12, '0') : part));
  return compare(parts(one).join(''), parts(other).join(''));
}

function legendOf(
  meeting: ReleasedRecord,
  label: AgendaSheet['label'],
  days: readonly AgendaDay[],
  making: Making,
): AgendaLegend {
  const { words } = making;
  const rows = days.flatMap((day) => day.parts).flatMap((part) => (part.type === 'session' ? part.rows : []));
  const asked = new Set(rows.map((row) => (row.type === 'item' ? row.purpose : '')));
  const purposes = (['decision', 'discussion', 'information'] as const).filter((purpose) => asked.has(purpose));
  const joining = [...making.joining.values()].sort(
    (one, other) => other.offset - one.offset || compare(one.who, other.who),
  );
  return {
    heading: words.askedFor,
    purposes: purposes.map((purpose) => ({ purpose, ...words.purposes[purpose] })),
    linksHeading: words.videoLink,
    linksColumns: [...words.linkColumns],
    links: joining.map(({ who, offset, difference }) => ({
      who,
      zone: offsetInWords(offset),
      difference: `${signedHours(difference)}\u00a0${words.hours}`,
    })),
    handlingHeading: words.handling,
    handling: [
      words.agendaHandling(label),
      ...lastDay(meeting, making.options).map((said) => `${said}.`),
      text(meeting.body.houseRules),
      ...meeting.caveats,
    ].filter((line) => line !== ''),
    linkWord: words.videoLink,
  };
}

function shiftWords(days: number, words: PrintWords): string {
  return days === 0 ? '' : `\u00a0${days > 0 ? words.nextDay : words.dayBefore}`;
}

/** `America/Argentina/Buenos_Aires` → `Buenos Aires`. */
function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
