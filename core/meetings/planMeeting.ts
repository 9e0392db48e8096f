import { AmberdeskError } from '../../domain/errors.ts';
import type { Handling } from '../../domain/handling/handling.ts';
import { lastBefore, minutesItem } from '../../domain/meetings/approves.ts';
import { copyOfItem, copyOfSession, lastsDays } from '../../domain/meetings/copyPlan.ts';
import type { MeetingTypeName } from '../../domain/meetings/nextMeeting.ts';
import { otherSessions, regularSessions } from '../../domain/meetings/regularTemplate.ts';
import { bySessionTime } from '../../domain/meetings/timetable.ts';
import { dateOfDay, isZone } from '../../domain/meetings/timing.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Body } from '../../domain/records/revision.ts';
import { text } from '../../domain/records/text.ts';
import { type CreateOptions, createRecord } from '../records/createRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { listRecords } from '../records/listRecords.ts';
import { readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { FOR_THE_OPEN_SESSION } from './arrangeMeeting.ts';

interface Beginning {
  readonly title: string;
  readonly symbol: string;
  readonly starts: string;
  readonly venue: string;
  readonly city: string;
  readonly zone: string;
  readonly chair?: RecordId | undefined;
  readonly theme?: string | undefined;
}
export interface RegularMeeting extends Beginning {
  readonly number: number;
  /** Of the item with the minutes of the last meeting. */
  readonly language?: 'en' | 'fr' | undefined;
}
export interface OtherMeeting extends Beginning {
  readonly type: Exclude<MeetingTypeName, 'regular'>;
}
/** A meeting that is planned as an earlier one was. */
export interface MeetingAsBefore extends Beginning {
  readonly type: MeetingTypeName;
  readonly number?: number | undefined;
  readonly from: RecordId;
}

interface Planned {
  readonly meeting: RecordId;
  readonly sessions: RecordId[];
  readonly items: RecordId[];
}

interface Part {
  readonly body: Body;
  readonly items: readonly { readonly body: Body; readonly options: CreateOptions }[];
}

/**
 * Makes a regular meeting from the template: two days, closed but for the second morning, which is for the community
 * and marked TLP:GREEN (¶10–11). Where there was one before, its minutes are the first item. All of it or nothing. Throws `record.numbersBySecretariat`, `record.invalid`,
 * `meeting.zoneUnknown`.
 */
export function planRegularMeeting(session: Session, plan: RegularMeeting): Planned {
  const { language = 'en', ...named } = plan;
  const fields = { ...named, type: 'regular', ends: dateOfDay(plan.starts, 2) };
  const parts = regularSessions().map(alone);
  const [first, ...others] = parts;
  if (first === undefined || minutesToApprove(session, fields) === undefined) {
    return planMeeting(session, fields, parts);
  }
  const opening = { ...first, items: [{ body: minutesItem(language), options: {} }] };
  return planMeeting(session, fields, [opening, ...others]);
}

/**
 * Makes a meeting of any other type, which any seat may add at any time (¶10): one day with one closed session. It has no
 * number. Throws `record.invalid`, `meeting.zoneUnknown`.
 */
export function planOtherMeeting(session: Session, plan: OtherMeeting): Planned {
  return planMeeting(session, { ...plan, ends: plan.starts }, otherSessions(plan.type).map(alone));
}

/**
 * Makes a meeting with the sessions, items and breaks of an earlier one, in their order and with their lengths and leads,
 * without their numbers, papers, speakers and outcomes. Its first item is where the minutes of the last one are approved. An item keeps its handling. Those that another organisation wrote are left
 * out: only it may loosen them, and a copy would be ours. Throws what planning throws, `record.missing`.
 */
export function planAsBefore(session: Session, { from, ...plan }: MeetingAsBefore): Planned {
  const { vault } = session;
  const earlier = readRecord(vault, from);
  if (earlier.kind !== 'meeting' || earlier.deleted) throw new AmberdeskError('record.missing', { record: from });
  const inMeeting = (kind: string) => listRecords(vault, { kind, where: { meeting: from }, deleted: false });
  const sessions = inMeeting('session').toSorted(bySessionTime);
  const ours = ({ originator }: Handling) => originator === vault.installation.organisation;
  const items = inMeeting('agendaItem').filter(({ handling, conflicted }) => ours(handling) && !conflicted);
  const parts = sessions.map(({ id, body, handling }) => ({
    body: copyOfSession(body, ours(handling)),
    items: items
      .filter((item) => item.body.session === id)
      .map((item) => ({
        body: copyOfItem(item.body),
        options: handledLike(item),
      })),
  }));
  const ends = dateOfDay(plan.starts, lastsDays(parts.map(({ body }) => body)));
  return planMeeting(session, { ...plan, ends }, parts);
}

const alone = (body: Body): Part => ({ body, items: [] });

/** The first item of a plan that is no break; its sessions are in the order of their hours. */
function firstOf(parts: readonly Part[]): Part['items'][number] | undefined {
  const first = parts.find(({ items }) => items.length > 0);
  return first?.items
    .filter(({ body }) => body.type !== 'break')
    .toSorted((one, other) => (text(one.body.order) < text(other.body.order) ? -1 : 1))[0];
}

/** The meeting whose minutes this one has to approve. */
function minutesToApprove(
  { vault }: Session,
  { type, starts }: { type: string; starts: string },
): RecordId | undefined {
  return lastBefore(listRecords(vault, { kind: 'meeting', where: { type }, deleted: false }), type, starts)?.id;
}

function planMeeting(
  session: Session,
  { chair, zone, theme, number, ...fields }: Beginning & { type: string; ends: string; number?: number | undefined },
  parts: readonly Part[],
): Planned {
  if (zone !== '' && !isZone(zone)) throw new AmberdeskError('meeting.zoneUnknown', { zone });
  return inTransaction(session, (changed) => {
    const body = {
      ...fields,
      zone,
      ...(number === undefined ? {} : { number }),
      ...(chair === undefined ? {} : { chair }),
      ...(theme === undefined || theme === '' ? {} : { theme }),
    };
    // Invited bodies learn of a meeting that has an open session.
    const isOpen = parts.some((part) => part.body.access === 'open');
    const meeting = createRecord(session, 'meeting', body, isOpen ? { mark: FOR_THE_OPEN_SESSION } : {}).id;
    const approves = minutesToApprove(session, fields);
    const sessions: RecordId[] = [];
    const items: RecordId[] = [];
    for (const part of parts) {
      const open = part.body.access === 'open';
      const options = open ? { mark: FOR_THE_OPEN_SESSION } : {};
      const made = createRecord(session, 'session', { ...part.body, meeting }, options).id;
      sessions.push(made);
      for (const item of part.items) {
        const first = approves !== undefined && item === firstOf(parts) ? { approves } : {};
        const body = { ...item.body, ...first, meeting, session: made };
        items.push(createRecord(session, 'agendaItem', body, item.options).id);
      }
    }
    for (const id of [meeting, ...sessions, ...items]) changed.add(id);
    return { meeting, sessions, items };
  });
}
