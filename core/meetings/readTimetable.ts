import type { z } from 'zod';
import type { meetingsCalls, PaperOnItem, PlannedItem } from '../../contract/meetings/calls.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Label } from '../../domain/handling/handling.ts';
import { daysOf, trayOf } from '../../domain/meetings/arrange.ts';
import { checkPlan } from '../../domain/meetings/checks.ts';
import { checkInWords } from '../../domain/meetings/checkWords.ts';
import { Instant, ItemOutcome, Purpose, WallTime } from '../../domain/meetings/kinds.ts';
import { type Planned, type TimetableItem, timetableOf } from '../../domain/meetings/timetable.ts';
import { clockElsewhere, dateAt, dateOfDay, isZone } from '../../domain/meetings/timing.ts';
import { PaperStatus, Provenance } from '../../domain/papers/kinds.ts';
import type { Line } from '../../domain/papers/publicLines.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Json, JsonObject } from '../../domain/records/json.ts';
import { compareEntries } from '../../domain/records/mergeFields.ts';
import { count, objects, text, texts } from '../../domain/records/text.ts';
import { listRecords } from '../records/listRecords.ts';
import { readRecord } from '../records/recordView.ts';
import { findRecord, type Rows } from '../records/rows.ts';
import type { Session } from '../session.ts';

type Answer = z.input<(typeof meetingsCalls)['timetable']['output']>;
type Item = z.input<typeof PlannedItem>;
type Paper = z.input<typeof PaperOnItem>;

/** The timetable of a meeting with its computed times, and what is wrong with the plan. Throws `record.missing`. */
export function readTimetable({ vault, surroundings }: Session, id: RecordId, language: 'en' | 'fr'): Answer {
  const meeting = readRecord(vault, id);
  const ofMeeting = (kind: string) =>
    listRecords(vault, { kind, where: { meeting: id }, deleted: false }).map((record) => ({
      ...record,
      label: effectiveHandling(record.handling, record.body).label,
    }));
  const [sessions, items, papers] = [ofMeeting('session'), ofMeeting('agendaItem'), ofMeeting('paper')];
  const days = daysOf(meeting);
  const [timed, untimed] = [sessions.filter(isTimed), sessions.filter((session) => !isTimed(session))];
  const planned = days === 0 ? [] : timetableOf(meeting, timed, items);
  const byId = new Map([...sessions, ...items].map((record) => [record.id, record]));
  const zone = text(meeting.body.zone);
  const inMeeting = new Map<string, Labelled>(papers.map((paper) => [paper.id, paper]));
  const paperOf = once((paper) => paperOnItem(paper, inMeeting.get(paper) ?? findLabelled(vault, paper)));
  const named = once((record) => nameOf(vault, record));
  const itemOf = (item: Planned, at?: Moment): Item => {
    const record = byId.get(item.id);
    return {
      ...describeItem(item, { zone, at, named, paperOf }),
      conflicted: record?.conflicted ?? false,
      label: labelOf(item.id),
    };
  };
  const labelOf = (record: RecordId) => byId.get(record)?.label ?? 'TLP:AMBER';
  const last = Math.max(days, ...planned.map(({ day }) => day));
  const tray = days === 0 ? items : trayOf({ sessions: timed, items });
  const labels = new Map([...byId].map(([record, { label }]) => [record, label]));
  const parties = items.flatMap(({ body }) => [...idsIn(body.leads), ...partiesIn(body)]);
  const persons = new Set<string>(parties.filter((party) => named(party).kind === 'person'));
  const gone = new Map<string, string>(
    [...new Set(parties)].flatMap((party) => {
      const record = findRecord(vault, party);
      return record?.deleted === true ? [[party, record.title] as const] : [];
    }),
  );
  const outside = new Set<string>(parties.filter(outsideBoard(vault)));
  const plan = {
    meeting,
    sessions: planned,
    papers,
    labels,
    persons,
    outside,
    gone,
    lines: linesIn(vault),
    today: dateAt(surroundings.now(), zone),
  };
  return {
    days: Array.from({ length: days === 0 ? 0 : last }, (_, index) => ({
      day: index + 1,
      date: dateOfDay(text(meeting.body.starts), index + 1),
    })),
    sessions: planned.map(({ session, body, day, date, starts, ends, access, items: entries, over, buffer }) => ({
      session,
      day,
      date,
      starts,
      ends,
      access,
      over,
      buffer,
      label: labelOf(session),
      conflicted: byId.get(session)?.conflicted ?? false,
      room: text(body.room),
      attendance: text(body.attendance),
      afterwards: text(body.afterwards),
      items: entries.map((entry) => ({
        ...itemOf({ id: entry.item, body: entry.body }, { date, startsAt: entry.startsAt }),
        ...timesOf(entry),
      })),
    })),
    tray: tray.map((item) => itemOf(item)),
    untimed: (days === 0 ? sessions : untimed).map((session) => session.id),
    checks: (days === 0 ? [] : checkPlan(plan)).map((check) => ({
      code: check.code,
      severity: check.severity,
      sentence: checkInWords(check, language),
      ...(check.overruled === undefined ? {} : { overruled: check.overruled }),
      records: [...check.records],
    })),
  };
}

/** The public lines there are, whatever their state. */
function linesIn(vault: Session['vault']): Line[] {
  return listRecords(vault, { kind: 'publicLine', deleted: false, conflicted: false }).map(({ id, body }) => ({
    id,
    subject: text(body.subject),
    text: { en: text(body.textEn), fr: text(body.textFr) },
    status: text(body.status),
    until: text(body.until),
  }));
}

interface Moment {
  readonly date: string;
  /** Minutes since midnight. */
  readonly startsAt: number;
}

/** A session whose hours are known; those in conflict or from elsewhere may lack them. */
const isTimed = ({ body }: Planned): boolean =>
  count(body.day) >= 1 && WallTime.safeParse(body.starts).success && WallTime.safeParse(body.ends).success;

const timesOf = ({ starts, ends }: TimetableItem) => ({ starts, ends });

interface Describing {
  /** That of the place. */
  readonly zone: string;
  /** When the item begins; undefined in the tray. */
  readonly at: Moment | undefined;
  named(id: RecordId): Named;
  paperOf(id: RecordId): Paper;
}

function describeItem(
  { id, body }: Planned,
  { zone: place, at, named, paperOf }: Describing,
): Omit<Item, 'conflicted' | 'label'> {
  const purpose = Purpose.safeParse(body.purpose);
  const outcome = ItemOutcome.safeParse(body.outcome);
  const [began, ended] = [Instant.safeParse(body.began), Instant.safeParse(body.ended)];
  return {
    item: id,
    type: body.type === 'break' ? 'break' : 'item',
    title: text(body.title),
    minutes: count(body.minutes),
    leadNote: text(body.leadNote),
    leads: idsIn(body.leads).map(named),
    papers: idsIn(body.papers).map(paperOf),
    speakers: objects(body.speakers)
      .toSorted(compareEntries)
      .flatMap((speaker) => {
        const [party] = idsIn([speaker.party ?? null]);
        if (party === undefined) return [];
        const zone = text(speaker.zone);
        const clock =
          at !== undefined && isZone(zone) && isZone(place)
            ? clockElsewhere(at.date, at.startsAt, place, zone)
            : undefined;
        return [{ ...named(party), zone, ...(clock ?? {}) }];
      }),
    ...approvesOf(body, named),
    ...(typeof body.number === 'number' ? { number: body.number } : {}),
    ...(text(body.openNumber) === '' ? {} : { openNumber: text(body.openNumber) }),
    ...(purpose.success ? { purpose: purpose.data } : {}),
    ...(outcome.success ? { outcome: outcome.data } : {}),
    ...(began.success ? { began: began.data } : {}),
    ...(ended.success ? { ended: ended.data } : {}),
  };
}

const idsIn = (value: Json | undefined): RecordId[] => texts(value).flatMap((id) => RecordId.safeParse(id).data ?? []);

const partiesIn = (body: JsonObject): RecordId[] =>
  objects(body.speakers).flatMap(({ party = null }) => idsIn([party]));

/** Whether somebody is a body from outside the board, or belongs to one. Each body is looked up once. */
function outsideBoard(rows: Rows): (party: RecordId) => boolean {
  const isOutside = once((id) => {
    const membership = text(findRecord(rows, id)?.body.membership);
    return membership !== '' && membership !== 'member' && membership !== 'secretariat';
  });
  return once((party) => {
    const found = findRecord(rows, party);
    const [organisation] = found?.kind === 'person' ? idsIn([found.body.organisation ?? null]) : [party];
    return organisation !== undefined && isOutside(organisation);
  });
}

type Named = Item['leads'][number];

function approvesOf(body: JsonObject, named: Describing['named']): Pick<Item, 'approves'> {
  const [meeting] = idsIn([body.approves ?? null]);
  return meeting === undefined ? {} : { approves: named(meeting) };
}

function nameOf(rows: Rows, id: RecordId): Named {
  const record = findRecord(rows, id);
  return { record: id, name: record?.title ?? '', kind: record?.kind ?? '' };
}

/** Several items name the same paper or person: each is looked up once. */
function once<T>(find: (id: RecordId) => T): (id: RecordId) => T {
  const found = new Map<RecordId, T>();
  return (id) => {
    const known = found.get(id) ?? find(id);
    found.set(id, known);
    return known;
  };
}

interface Labelled {
  readonly body: JsonObject;
  readonly deleted: boolean;
  readonly label: Label;
}

function findLabelled(rows: Rows, id: RecordId): Labelled | undefined {
  const record = findRecord(rows, id);
  return record && { ...record, label: effectiveHandling(record.handling, record.body).label };
}

/** A paper as it stands on an item, also when it was deleted or is not here. */
function paperOnItem(paper: RecordId, record: Labelled | undefined): Paper {
  if (record === undefined) return { paper, number: '', title: '', deleted: false, here: false };
  const { body, deleted, label } = record;
  const status = PaperStatus.safeParse(body.status);
  const provenance = Provenance.safeParse(body.provenance);
  return {
    paper,
    number: text(body.number),
    title: text(body.title),
    deleted,
    here: true,
    label,
    ...(status.success ? { status: status.data } : {}),
    ...(provenance.success ? { provenance: provenance.data } : {}),
    ...(text(body.due) === '' ? {} : { due: text(body.due) }),
  };
}
