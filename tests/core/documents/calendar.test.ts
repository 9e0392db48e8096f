import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { saveCalendar } from '../../../core/documents/saveCalendar.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { seat } from '../../../core/meetings/seating.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import type { Session } from '../../../core/session.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { escapedText, foldedLine, unescapedText, unfolded } from '../../../domain/documents/calendarText.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aMember, aSession, randomId, refusal } from '../../helpers/aSession.ts';
import { aFolder } from '../../helpers/aVault.ts';

const GREEN: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };
const TITLE = 'Eighth; « réunion » of the Board, Hall B\\C';

interface Event {
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly starts: string;
  readonly ends: string;
  readonly uid: string;
}

/** What a calendar program reads of the file. */
function eventsIn(file: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      summary: event.summary,
      description: event.description,
      location: event.location,
      starts: event.startDate.toICALString(),
      ends: event.endDate.toICALString(),
      uid: event.uid,
    };
  });
}

/** A meeting over the night in which the clocks change in Lisbon, with a seat, a speaker and an invited body. */
async function aMeetingOverNight() {
  const session = await aSession('Secretariat', 'secretariat');
  const make = (kind: string, body: JsonObject, mark?: Mark): RecordId =>
    createRecord(session, kind, body, mark === undefined ? {} : { mark }).id;
  const north = aMember(session, 'Northmark').id;
  const body = make('organisation', { name: 'Harbour Observatory', membership: 'invited' }, GREEN);
  const envoy = make('person', { name: 'Ilka Norrland', organisation: north });
  const speaker = make('person', { name: 'Per Aune', organisation: body, zone: 'Asia/Tokyo' }, GREEN);
  const meeting = make(
    'meeting',
    { title: TITLE, starts: '2027-03-27', ends: '2027-03-28', zone: 'Europe/Lisbon', venue: 'Hall B' },
    GREEN,
  );
  const day = (number: number, access: string, mark?: Mark) =>
    make('session', { meeting, day: number, starts: '09:00', ends: '12:30', access }, mark);
  const [closed, open] = [day(1, 'closed'), day(2, 'open', GREEN)];
  const item = (of: RecordId, order: string, title: string, more: JsonObject = {}, mark?: Mark) =>
    make('agendaItem', { meeting, session: of, order, type: 'item', title, minutes: 45, ...more }, mark);
  item(
    closed,
    'a0',
    'Quillabrandt itinerary',
    {},
    { label: 'TLP:RED', distribution: { to: 'named', organisations: [], persons: [session.vault.installation.seat] } },
  );
  const dive = item(closed, 'a1', 'Deep-dive', { number: 2, leads: [north] });
  const inputs = item(open, 'a0', 'Inputs', { openNumber: 'O1' }, GREEN);
  const heard = item(
    open,
    'a1',
    'Heard',
    { openNumber: 'O2', speakers: [{ id: 's', order: 'a0', party: speaker, zone: 'Asia/Tokyo' }] },
    GREEN,
  );
  const [head = randomId()] = seat(session, meeting, [
    { organisation: north, person: envoy, capacity: 'headOfDelegation' },
  ]);
  return { session, meeting, north, body, envoy, speaker, dive, inputs, heard, head };
}

function save(
  session: Session,
  meeting: RecordId,
  audience: Audience,
  more: { seat?: RecordId; language?: 'en' | 'fr' } = {},
): Event[] {
  const file = join(aFolder(), 'Calendar.ics');
  const { events } = saveCalendar(unwatched, session, {
    meeting,
    seat: undefined,
    audience,
    language: 'en',
    file,
    ...more,
  });
  const read = eventsIn(file);
  expect(read).toHaveLength(events);
  for (const line of readFileSync(file, 'utf8').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return read;
}

describe('a calendar of a meeting', () => {
  it('has what a seat attends and leads, at the same moment on either side of a change of the clocks', async () => {
    const { session, meeting, north, head } = await aMeetingOverNight();
    const events = save(session, meeting, { kind: 'organisation', organisation: north }, { seat: head });
    expect(events.map(({ summary, starts, ends }) => [summary, starts, ends])).toEqual([
      [`${TITLE}, closed session`, '20270327T090000Z', '20270327T123000Z'],
      // After the item that they may not know of, and at its own time all the same.
      [`${TITLE}, item 2 Deep-dive`, '20270327T094500Z', '20270327T103000Z'],
      [`${TITLE}, open session`, '20270328T080000Z', '20270328T113000Z'],
    ]);
    expect(events[0]).toMatchObject({
      location: 'Hall B',
      description: 'Handling: TLP:AMBER\n09:00–12:30, clock of Europe/Lisbon\n2 Deep-dive',
    });
    expect(events[1]?.description).toContain('Leads this item.');
    expect(JSON.stringify(events)).not.toContain('Quillabrandt');
    expect(readJournal(session.vault)[0]).toMatchObject({ act: 'calendarSaved', detail: { record: meeting } });
    // The same calendar later is the same events, for a program that takes it in again.
    const again = save(session, meeting, { kind: 'organisation', organisation: north }, { seat: head, language: 'fr' });
    expect(again.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
    expect(again[0]?.summary).toBe(`${TITLE}, séance à huis clos`);
  });

  it('has for a speaker their own item at its own time, and for an invited body the open session, alone', async () => {
    const { session, meeting, body, speaker, heard, head } = await aMeetingOverNight();
    const forSpeaker = save(
      session,
      meeting,
      { kind: 'guest', party: speaker, item: heard, papers: [] },
      { seat: head },
    );
    expect(forSpeaker.map(({ summary, starts }) => [summary, starts])).toEqual([
      [`${TITLE}, item O1 Heard`, '20270328T084500Z'],
    ]);
    expect(forSpeaker[0]?.description).toContain('Speaks by video link.');
    const forBody = save(session, meeting, { kind: 'community', bodies: [body] });
    expect(forBody.map(({ summary }) => summary)).toEqual([`${TITLE}, open session`]);
    expect(JSON.stringify([forSpeaker, forBody])).not.toMatch(/Deep-dive|Norrland|closed|Northmark/);
    expect(forBody[0]?.description).toContain('O1 Inputs\nO2 Heard');
  });

  it('is not written for whom it may not be, and where nothing has a time', async () => {
    const { session, meeting, north, head } = await aMeetingOverNight();
    const folder = aFolder();
    const file = join(folder, 'Calendar.ics');
    const order = { meeting, audience: { kind: 'organisation', organisation: north }, language: 'en', file } as const;
    refusal(() => saveCalendar(unwatched, session, { ...order, seat: randomId() }), 'release.withheld');
    const other = createRecord(session, 'meeting', { title: 'Without a day' }).id;
    refusal(() => saveCalendar(unwatched, session, { ...order, meeting: other, seat: undefined }), 'calendar.empty');
    expect(existsSync(file)).toBe(false);
    saveCalendar(unwatched, session, { ...order, seat: head });
    refusal(() => saveCalendar(unwatched, session, { ...order, seat: head }), 'file.exists');
  });
});

describe('the lines of a calendar file', () => {
  it('are read by a calendar program as they were meant, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const line = foldedLine(`SUMMARY:${escapedText(words)}`);
        for (const part of line.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        const meant = words.replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
        const event = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${line}END:VEVENT\r\nEND:VCALENDAR\r\n`;
        const read = new ICAL.Component(ICAL.parse(event)).getFirstSubcomponent('vevent');
        expect(read?.getFirstPropertyValue('summary')).toBe(meant);
        expect(unescapedText(unfolded(line)[0]?.slice('SUMMARY:'.length) ?? '')).toBe(meant);
      }),
    );
  });
});
