import { isDelegate, plateOf } from '../meetings/seats.ts';
import { dateOfDay } from '../meetings/timing.ts';
import type { RecordId } from '../records/ids.ts';
import { count, text, texts } from '../records/text.ts';
import { valueName } from '../records/valueNames.ts';
import { isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { capital } from './capital.ts';
import { meetingDates, weekdayInWords } from './dates.ts';
import { peopleWords } from './peopleWords.ts';
import type { PrintOptions } from './printRequest.ts';
import { compare, copyWords, nameOf, networkOf, recordsInOrder, requireReleased, strictest } from './releasedParts.ts';
import type { Fact, Furniture, ListRow, ListSection, ListSheet, PlatesSheet } from './sheets.ts';
import { wordsFor } from './words.ts';

/**
 * The name plates of a meeting as the audience of the release may see them: one for each seat in the release. Throws
 * `release.withheld` when the meeting is not in it.
 */
export function platesSheet(release: Release, meetingId: RecordId, options: PrintOptions): PlatesSheet {
  const own = peopleWords(options.language);
  const seats = seatsIn(release, meetingId);
  const plates = seats.flatMap((seat) => {
    const names = { organisation: nameOf(release, text(seat.body.organisation)), person: personOf(release, seat) };
    const [name, second] = plateOf(seat.body, names, options.language);
    return name === '' ? [] : [{ name, second, label: seat.label }];
  });
  return {
    ...furnitureOf(release, meetingId, options, own.plates, seats),
    what: 'plates',
    title: own.plates,
    nobody: own.nobody,
    plates,
    warnings: plates.length < seats.length ? [own.nameless] : [],
  };
}

/** The list to be signed, session by session, each on a page of its own. Throws as `platesSheet` does. */
export function attendanceSheet(release: Release, meetingId: RecordId, options: PrintOptions): ListSheet {
  const own = peopleWords(options.language);
  const seats = inDelegations(release, seatsIn(release, meetingId)).flatMap(([, inside]) => inside);
  const starts = text(requireReleased(release, meetingId, 'meeting').body.starts);
  const sessions = releasedOfKind(release, 'session')
    .filter((session) => session.body.meeting === meetingId)
    .sort(
      (one, other) =>
        count(one.body.day) - count(other.body.day) || compare(text(one.body.starts), text(other.body.starts)),
    );
  return {
    ...listOf(release, meetingId, options, own.attendance, [...seats, ...sessions]),
    notes: seats.length === 0 ? [own.nobody] : [],
    sections: sessions.map(({ id, body }): ListSection => {
      const hours = [text(body.starts), text(body.ends)].filter((time) => time !== '').join('–');
      const day = starts === '' ? '' : weekdayInWords(dateOfDay(starts, count(body.day)), options.language);
      return {
        heading: own.session(body.access === 'open' ? 'open' : 'closed', day, hours),
        words: true,
        signed: true,
        columns: [own.name, own.takesPartAs, own.signature],
        rows: seats
          .filter((seat) => sitsIn(release, seat, { id, body }))
          .map((seat) => ({
            ...rowOf(release, seat, options, true),
            cells: [
              whoIn(release, seat, options),
              capacityIn(release, seat, options),
              seat.body.byLink === true ? own.byLink : '',
            ],
          })),
      };
    }),
  };
}

/** Who takes part, by delegation. Throws as `platesSheet` does. */
export function participantsSheet(release: Release, meetingId: RecordId, options: PrintOptions): ListSheet {
  const own = peopleWords(options.language);
  const seats = seatsIn(release, meetingId);
  const sections = inDelegations(release, seats).map(
    ([name, inside]): ListSection => ({
      heading: name || own.withoutOrganisation,
      words: true,
      even: true,
      columns: [own.name, own.takesPartAs],
      rows: inside.map((seat) => rowOf(release, seat, options, false)),
    }),
  );
  return {
    ...listOf(release, meetingId, options, own.participants, seats),
    notes: [seats.length === 0 ? own.nobody : own.counted(seats.length)],
    sections,
  };
}

/** Who is asked to items is there for their sessions, an invited body for the open one, all others for each. */
export function sitsIn(
  release: Release,
  { body }: ReleasedRecord,
  session: Pick<ReleasedRecord, 'id' | 'body'>,
): boolean {
  const items = texts(body.items);
  if (items.length > 0) return items.some((item) => releasedRecord(release, item)?.body.session === session.id);
  return body.capacity !== 'invited' || session.body.access === 'open';
}

function seatsIn(release: Release, meetingId: RecordId): ReleasedRecord[] {
  requireReleased(release, meetingId, 'meeting');
  return recordsInOrder(releasedOfKind(release, 'participant').filter(({ body }) => body.meeting === meetingId));
}

/** The board's own first, then who was asked in, each by organisation in the order of their first seats. */
function inDelegations(release: Release, seats: readonly ReleasedRecord[]): [string, ReleasedRecord[]][] {
  const isOwn = ({ body }: ReleasedRecord) => isDelegate(text(body.capacity));
  return [seats.filter(isOwn), seats.filter((seat) => !isOwn(seat))].flatMap((some) =>
    [...Map.groupBy(some, ({ body }) => text(body.organisation))].map(
      ([organisation, inside]): [string, ReleasedRecord[]] => [fullName(release, organisation), inside],
    ),
  );
}

/** In lists an organisation has its whole name. */
function fullName(release: Release, id: string): string {
  const body = releasedRecord(release, id)?.body ?? {};
  return text(body.name) || text(body.shortName);
}

function personOf(release: Release, { body }: ReleasedRecord): string {
  return nameOf(release, text(body.person));
}

function whoIn(release: Release, seat: ReleasedRecord, { language }: PrintOptions): string {
  const own = peopleWords(language);
  if (text(seat.body.person) === '') return nameOf(release, text(seat.body.organisation)) || own.nobodyNamed;
  return personOf(release, seat) || own.notKnown;
}

function capacityIn(release: Release, seat: ReleasedRecord, { language }: PrintOptions): string {
  const capacity = text(seat.body.capacity);
  const words = capital(valueName('participant', 'capacity', capacity, language) ?? '');
  const instead = releasedRecord(release, text(seat.body.alternateFor));
  const whose = instead?.kind === 'participant' ? personOf(release, instead) : '';
  return whose === '' ? words : `${words} ${peopleWords(language).alternateFor(whose)}`;
}

function rowOf(release: Release, seat: ReleasedRecord, options: PrintOptions, withOrganisation: boolean): ListRow {
  const own = peopleWords(options.language);
  const isNamed = text(seat.body.person) !== '';
  const person = releasedRecord(release, text(seat.body.person));
  const note = withOrganisation
    ? isNamed
      ? nameOf(release, text(seat.body.organisation))
      : ''
    : text(person?.body.function);
  return {
    cells: [
      isNamed || withOrganisation ? whoIn(release, seat, options) : own.nobodyNamed,
      capacityIn(release, seat, options),
    ],
    ...(note === '' ? {} : { note }),
    mark: '',
  };
}

function listOf(
  release: Release,
  meetingId: RecordId,
  options: PrintOptions,
  title: string,
  records: readonly ReleasedRecord[],
): Omit<ListSheet, 'notes' | 'sections'> {
  const words = wordsFor(options.language);
  const { body } = requireReleased(release, meetingId, 'meeting');
  const facts: Fact[] = [
    { label: words.place, lines: [text(body.venue), text(body.city)].filter((line) => line !== '') },
    // Outside, the days of a meeting are those of its open sessions, which stand over their lists.
    {
      label: words.dates,
      lines: isOutside(release.kind) ? [] : meetingDates(text(body.starts), text(body.ends), options.language),
    },
  ];
  return {
    ...furnitureOf(release, meetingId, options, title, records),
    what: 'list',
    title,
    subtitle: text(body.title) || words.untitled,
    facts: facts.filter(({ lines }) => lines.length > 0),
    warnings: [],
  };
}

function furnitureOf(
  release: Release,
  meetingId: RecordId,
  options: PrintOptions,
  title: string,
  records: readonly ReleasedRecord[],
): Furniture {
  const words = wordsFor(options.language);
  const meeting = requireReleased(release, meetingId, 'meeting');
  const network = networkOf(release, words);
  const label = strictest([meeting, ...records].map((record) => record.label));
  const copy = copyWords(options, words);
  const symbol = text(meeting.body.symbol);
  return {
    language: options.language,
    documentTitle: [symbol, meeting.title, title].filter((part) => part !== '').join(' · '),
    running: network.name,
    exercise: network.exercise,
    label,
    foot: [...(symbol === '' ? [] : [symbol]), title, ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
  };
}
