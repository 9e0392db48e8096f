import { AmberdeskError } from '../errors.ts';
import type { Label } from '../handling/handling.ts';
import { clockOf, dateOfDay, isZone, minutesOf, momentAt } from '../meetings/timing.ts';
import type { RecordId } from '../records/ids.ts';
import { count, objects, text, texts } from '../records/text.ts';
import { isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { type CalendarLine, escapedText, foldedLine } from './calendarText.ts';
import { calendarWords } from './calendarWords.ts';
import { sitsIn } from './peopleSheets.ts';
import type { PrintLanguage } from './printRequest.ts';
import { compare, networkOf, recordsInOrder, requireReleased, strictest } from './releasedParts.ts';
import { wordsFor } from './words.ts';

/** What a calendar is of: a meeting, or what one seat of it has to do there. The ids are those of the release. */
export interface CalendarRequest {
  readonly meeting: RecordId;
  readonly seat?: RecordId | undefined;
  readonly language: PrintLanguage;
  /** When items begin and end, by the ids of the release, in minutes of their day: of the whole plan, also where parts of it are withheld. */
  readonly times: ReadonlyMap<string, { readonly starts: number; readonly ends: number }>;
}

interface Making extends CalendarRequest {
  readonly release: Release;
  /** Empty where none is known: then times stay those of the place, whatever that is (floating, 3.3.5). */
  readonly zone: string;
  /** First day of the meeting. */
  readonly first: string;
  readonly place: string;
  readonly title: string;
  readonly exercise: string;
}

interface Event {
  readonly id: string;
  readonly summary: string;
  readonly description: readonly string[];
  readonly location: string;
  readonly label: Label;
  readonly date: string;
  /** Minutes of that day at the meeting's place. */
  readonly starts: number;
  readonly ends: number;
}

/**
 * A calendar file (RFC 5545) of what a seat attends, leads and speaks to, or of the sessions of a meeting; for those
 * outside of what they were let through alone. Times are in UTC, so that a change of the clocks anywhere, or a reader without the
 * zone's rules, shows no other moment; the hours on the meeting's own clock stand in words. The same release gives the same file.
 *
 * Throws `release.withheld` when the meeting or the seat is not in the release, `calendar.empty` where nothing has a time.
 */
export function calendarOf(release: Release, request: CalendarRequest): string {
  const meeting = requireReleased(release, request.meeting, 'meeting');
  const seat = request.seat === undefined ? undefined : requireReleased(release, request.seat, 'participant');
  const making: Making = {
    ...request,
    release,
    zone: isZone(text(meeting.body.zone)) ? text(meeting.body.zone) : '',
    first: text(meeting.body.starts),
    place: [text(meeting.body.venue), text(meeting.body.city)].filter(Boolean).join(', '),
    title: text(meeting.body.title),
    exercise: networkOf(release, wordsFor(request.language)).exercise,
  };
  const events = making.first === '' ? [] : eventsOf(making, seat);
  if (events.length === 0) throw new AmberdeskError('calendar.empty');
  const lines: CalendarLine[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', `-//Amberdesk//Amberdesk//${request.language.toUpperCase()}`],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ...events.flatMap((event) => linesOf(event, making)),
    ['END', 'VCALENDAR'],
  ];
  return lines.map(([property, value]) => foldedLine(`${property}:${value}`)).join('');
}

function eventsOf(making: Making, seat: ReleasedRecord | undefined): Event[] {
  const { release } = making;
  const sessions = releasedOfKind(release, 'session').filter(({ body }) => body.meeting === making.meeting);
  const items = recordsInOrder(releasedOfKind(release, 'agendaItem')).filter(
    ({ body }) => body.meeting === making.meeting && body.type !== 'break',
  );
  const own = items.filter((item) => roleIn(item, seat, making) !== '');
  // A guest comes for the item, and whoever was asked to items alone does.
  const isForItems = release.kind === 'guest' || (seat !== undefined && texts(seat.body.items).length > 0);
  const attended = isForItems ? [] : sessions.filter((session) => seat === undefined || sitsIn(release, seat, session));
  return [
    ...attended.flatMap((session) => sessionEvent(session, items, seat, making)),
    ...own.flatMap((item) => itemEvent(item, seat, making)),
  ].sort((one, other) => compare(one.date, other.date) || one.starts - other.starts || compare(one.id, other.id));
}

/** What somebody has to do with an item, in a sentence; empty for nothing. */
function roleIn({ id, body }: ReleasedRecord, seat: ReleasedRecord | undefined, making: Making): string {
  const words = calendarWords(making.language);
  if (making.release.kind === 'guest') {
    return objects(body.speakers).length > 0
      ? words.speaks
      : texts(body.leads).length > 0
        ? words.leads
        : words.invited;
  }
  if (seat === undefined) return '';
  const { person, organisation, capacity, items } = seat.body;
  const parties = [text(person), capacity === 'headOfDelegation' || capacity === 'invited' ? text(organisation) : ''];
  const isParty = (party: string) => party !== '' && parties.includes(party);
  if (objects(body.speakers).some(({ party }) => isParty(text(party)))) return words.speaks;
  if (texts(body.leads).some(isParty)) return words.leads;
  return texts(items).includes(id) ? words.invited : '';
}

function sessionEvent(
  { id, body, label }: ReleasedRecord,
  items: readonly ReleasedRecord[],
  seat: ReleasedRecord | undefined,
  making: Making,
): Event[] {
  if (count(body.day) < 1 || text(body.starts) === '' || text(body.ends) === '') return [];
  const words = calendarWords(making.language);
  const [starts, ends] = [minutesOf(text(body.starts)), minutesOf(text(body.ends))];
  const held = items.filter((item) => item.body.session === id);
  return [
    {
      id,
      summary: [making.title, words.session(body.access === 'open' ? 'open' : 'closed')].filter(Boolean).join(', '),
      description: [
        ...(seat?.body.byLink === true ? [words.byLink] : []),
        ...held.map((item) => nameOfItem(item, making)),
      ],
      location: [making.place, text(body.room)].filter(Boolean).join(', '),
      label,
      date: dateOfDay(making.first, count(body.day)),
      starts,
      ends: ends <= starts ? ends + 24 * 60 : ends,
    },
  ];
}

function itemEvent(item: ReleasedRecord, seat: ReleasedRecord | undefined, making: Making): Event[] {
  const session = releasedRecord(making.release, text(item.body.session));
  const time = making.times.get(item.id);
  if (session?.kind !== 'session' || count(session.body.day) < 1 || time === undefined) return [];
  const words = calendarWords(making.language);
  return [
    {
      id: item.id,
      summary: [making.title, words.item(nameOfItem(item, making))].filter(Boolean).join(', '),
      description: [roleIn(item, seat, making)],
      location: [making.place, text(session.body.room)].filter(Boolean).join(', '),
      label: strictest([item.label, session.label]),
      date: dateOfDay(making.first, count(session.body.day)),
      ...time,
    },
  ];
}

/** Outside, an item has the number of the open series alone. */
function nameOfItem({ body }: ReleasedRecord, { release }: Making): string {
  const number = isOutside(release.kind) ? text(body.openNumber) : count(body.number) || text(body.openNumber);
  return [number, text(body.title)].filter(Boolean).join(' ');
}

function linesOf(event: Event, { release, zone, language, exercise }: Making): CalendarLine[] {
  const words = calendarWords(language);
  const span = `${clockOf(event.starts)}–${clockOf(event.ends)}`;
  const said = [words.handling(event.label), zone === '' ? span : words.hours(span, zone), ...event.description];
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', `${event.id}@amberdesk.invalid`],
    ['DTSTAMP', inUtc(Temporal.Instant.from(release.at))],
    ['DTSTART', timeOf(event.date, event.starts, zone)],
    ['DTEND', timeOf(event.date, event.ends, zone)],
    ['SUMMARY', escapedText([exercise, event.summary].filter(Boolean).join(': '))],
    ...(event.location === '' ? [] : [['LOCATION', escapedText(event.location)] as const]),
    ['DESCRIPTION', escapedText([...said, ...(exercise === '' ? [] : [exercise])].join('\n'))],
    // Programs that show a calendar to others keep these to themselves.
    ['CLASS', event.label === 'TLP:CLEAR' ? 'PUBLIC' : 'CONFIDENTIAL'],
    ['TRANSP', 'OPAQUE'],
    ['END', 'VEVENT'],
  ];
}

/** `20270311T091500Z`, or without the last letter where it is not known in which zone. */
function timeOf(date: string, minutes: number, zone: string): string {
  if (zone !== '') return inUtc(momentAt(date, minutes, zone).toInstant());
  return inUtc(momentAt(date, minutes, 'UTC').toInstant()).slice(0, -1);
}

function inUtc(moment: Temporal.Instant): string {
  return moment.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/gu, '');
}
