import type { z } from 'zod';
import type { calendarCalls } from '../../contract/documents/calendar.ts';
import { printedWords } from '../../domain/audit/usual.ts';
import { calendarOf } from '../../domain/documents/calendar.ts';
import { CALENDAR_SYNTAX, calendarWords } from '../../domain/documents/calendarWords.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { asJson } from '../../domain/records/revision.ts';
import { assertRelease, audienceOf } from '../../domain/release/release.ts';
import { auditRelease } from '../audit/auditRelease.ts';
import { READERS } from '../audit/readers.ts';
import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import { itemTimes } from '../meetings/itemTimes.ts';
import { listRecords } from '../records/listRecords.ts';
import { requireRecord } from '../records/recordView.ts';
import { type Read, requireDecided } from '../release/mentions.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';

export type CalendarOrder = Omit<z.output<typeof calendarCalls.calendar.input>, 'job'>;

/**
 * Writes a calendar file of a meeting, or of what one seat has to do there, for an audience, into a file that must not be
 * there yet. It is read again before, as whoever opens it will. Throws `record.missing`, `release.withheld`, `release.undecided`,
 * `release.audit`, `calendar.empty`, `file.exists`, `file.unwritable`; then nothing is left behind.
 */
export function saveCalendar(work: Work, session: Session, order: CalendarOrder): { events: number } {
  const { meeting, seat, audience, language, file } = order;
  requireRecord(session.vault, meeting);
  const { release, idIn } = releaseFor(session, { of: 'everything' }, audience, 'documents', [], language);
  assertRelease(release);
  const calendar = calendarOf(release, {
    meeting: idIn(meeting),
    // Those outside get what they were let through for, whoever sits there.
    seat: seat === undefined || release.kind === 'guest' || release.kind === 'community' ? undefined : idIn(seat),
    language,
    times: new Map(itemTimes(session, meeting).map(({ item, ...time }) => [String(idIn(item)), time])),
  });
  requireDecided(session, release, 'calendar', readOf(session, meeting));
  const { audited } = auditRelease(session, release, {
    what: 'calendar',
    passages: READERS.ics(Buffer.from(calendar, 'utf8')),
    beside: [],
    usual: [...printedWords(), CALENDAR_SYNTAX, ...wordsOf('en'), ...wordsOf('fr')],
  });
  work.check();
  writeOutput(file, calendar, session.surroundings);
  appendJournal(session.vault, session.surroundings.now(), 'calendarSaved', {
    record: meeting,
    audience: asJson(audienceOf(release)),
    audited,
  });
  return { events: calendar.split('\r\nBEGIN:VEVENT\r\n').length - 1 };
}

/** What is read of each record in a calendar. */
function readOf({ vault }: Session, meeting: RecordId): Read {
  const parts = listRecords(vault).filter(({ body }) => body.meeting === meeting);
  return new Map<string, readonly string[] | undefined>([
    [meeting, ['title', 'venue', 'city']],
    ...parts.filter(({ kind }) => kind === 'session').map(({ id }) => [id, ['room']] as const),
    ...parts.filter(({ kind }) => kind === 'agendaItem').map(({ id }) => [id, ['title']] as const),
  ]);
}

function wordsOf(language: 'en' | 'fr'): string[] {
  const { session, item, hours, handling, ...words } = calendarWords(language);
  return [...Object.values(words), session('open'), session('closed'), item(''), hours('', ''), handling('')];
}
