import { checkPlan } from '../../domain/meetings/checks.ts';
import { checkInWords } from '../../domain/meetings/checkWords.ts';
import { Purpose } from '../../domain/meetings/kinds.ts';
import { type TimetableItem, timetableOf } from '../../domain/meetings/timetable.ts';
import { isZone } from '../../domain/meetings/timing.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { listRecords } from '../records/listRecords.ts';
import { readRecord } from '../records/recordView.ts';
import type { Session } from '../session.ts';

/** The timetable of a meeting with its computed times, and what is wrong with the plan. Throws `record.missing`. */
export function readTimetable({ vault, surroundings }: Session, id: RecordId, language: 'en' | 'fr') {
  const meeting = readRecord(vault, id);
  const ofMeeting = (kind: string) => listRecords(vault, { kind, where: { meeting: id }, deleted: false });
  const sessions = timetableOf(meeting, ofMeeting('session'), ofMeeting('agendaItem'));
  const papers = ofMeeting('paper').map((paper) => ({ ...paper, label: paper.handling.label }));
  const today = dateAt(surroundings.now(), text(meeting.body.zone));
  return {
    sessions: sessions.map(({ session, day, date, starts, ends, access, items }) => ({
      session,
      day,
      date,
      starts,
      ends,
      access,
      items: items.map(plannedItem),
    })),
    checks: checkPlan({ meeting, sessions, papers, today }).map((check) => ({
      code: check.code,
      severity: check.severity,
      sentence: checkInWords(check, language),
      records: [...check.records],
    })),
  };
}

function plannedItem({ item, body, starts, ends, minutes }: TimetableItem) {
  const purpose = Purpose.safeParse(body.purpose);
  return {
    item,
    type: body.type === 'break' ? ('break' as const) : ('item' as const),
    title: text(body.title),
    starts,
    ends,
    minutes,
    ...(typeof body.number === 'number' ? { number: body.number } : {}),
    ...(text(body.openNumber) === '' ? {} : { openNumber: text(body.openNumber) }),
    ...(purpose.success ? { purpose: purpose.data } : {}),
  };
}

/** The calendar date at a place at that moment. */
function dateAt(milliseconds: number, zone: string): string {
  const place = isZone(zone) ? zone : 'UTC';
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(place).toPlainDate().toString();
}
