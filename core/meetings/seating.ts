import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { z } from 'zod';
import type { peopleCalls } from '../../contract/meetings/people.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { Presence, participant } from '../../domain/meetings/participantKind.ts';
import { seatMark } from '../../domain/meetings/seats.ts';
import { naturalId, RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { asJson, Body } from '../../domain/records/revision.ts';
import { objects, text } from '../../domain/records/text.ts';
import { readCircle } from '../records/circle.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord, restoreRecord } from '../records/editRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { listRecords } from '../records/listRecords.ts';
import { hasRecord, type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { seatsOf, withoutSeat } from './seatsOf.ts';

type Wanted = z.output<typeof peopleCalls.seat.input>['seats'][number];
type Marks = z.output<typeof peopleCalls.attend.input>['marks'];

/**
 * Gives these a seat at a meeting, at the end, all or none: under the meeting's mark as far as those whom it names are
 * known (`seatMark`). One that was taken away before is put back. Throws `record.missing`, `record.invalid`,
 * `meeting.seatOfNobody` where nobody is named, `meeting.seatedAlready` (details: the seat).
 */
export function seat(session: Session, meeting: RecordId, wanted: readonly Wanted[]): RecordId[] {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const held = requireMeeting(vault, meeting);
    const seats = seatsOf(vault, meeting);
    const orders = generateNKeysBetween(text(seats.at(-1)?.body.order) || null, null, wanted.length);
    const persons = new Map(seats.map(({ id, body }) => [text(body.person), id]));
    return wanted.map((one, at) => {
      if (one.organisation === undefined && one.person === undefined) throw new AmberdeskError('meeting.seatOfNobody');
      const sits = one.person === undefined ? undefined : persons.get(one.person);
      if (sits !== undefined) throw new AmberdeskError('meeting.seatedAlready', { record: sits });
      const made = take(session, held, { ...one, order: orders[at] ?? '' });
      if (one.person !== undefined) persons.set(one.person, made);
      changed.add(made);
      return made;
    });
  });
}

/** A seat for each body of the board that has none. Throws as `seat` does. */
export function seatBoard(session: Session, meeting: RecordId): RecordId[] {
  const { vault } = session;
  const { organisations } = readCircle(vault);
  const seats = seatsOf(vault, meeting);
  const seated = new Set(seats.map(({ body }) => text(body.person)));
  const wanted = withoutSeat(vault, seats).map((organisation): Wanted => {
    const isSecretariat = organisations.get(organisation)?.membership === 'secretariat';
    const role = isSecretariat ? 'secretariat' : 'primaryRepresentative';
    const [person, ...others] = listRecords(vault, { kind: 'person', where: { organisation, role }, deleted: false });
    const isKnown = person !== undefined && others.length === 0 && !seated.has(person.id);
    return {
      organisation,
      capacity: isSecretariat ? 'secretariat' : 'headOfDelegation',
      ...(isKnown && !isSecretariat ? { person: person.id } : {}),
    };
  });
  return wanted.length === 0 ? [] : seat(session, meeting, wanted);
}

function take(session: Session, meeting: RecordView, wanted: Wanted & { readonly order: string }): RecordId {
  const { vault } = session;
  const body = Body.parse(asJson({ ...wanted, meeting: meeting.id }));
  const key = participant.naturalKey?.(body);
  const id = key === undefined ? undefined : naturalId(participant.name, key);
  if (id !== undefined && hasRecord(vault, id)) {
    if (!readRecord(vault, id).deleted) throw new AmberdeskError('meeting.seatedAlready', { record: id });
    restoreRecord(session, id);
    return editRecord(session, id, body).id;
  }
  const parties = [wanted.organisation, wanted.person].flatMap((party) => {
    const row = party === undefined ? undefined : findRecord(vault, party);
    return row === undefined ? [] : [effectiveHandling(row.handling, row.body)];
  });
  const { mark: _mark, ...rest } = handledLike(meeting);
  const held = effectiveHandling(meeting.handling, meeting.body);
  const mark = seatMark(wanted.capacity, held, parties, readCircle(vault));
  return createRecord(session, participant.name, body, { ...rest, ...(mark === undefined ? {} : { mark }) }).id;
}

/**
 * Puts a seat before another one of its meeting, or at the end; gives the one that it stood before. Throws
 * `record.missing`, `record.invalid`.
 */
export function moveSeat(session: Session, id: RecordId, before: RecordId | null): RecordId | null {
  return inTransaction(session, (changed) => {
    const moved = requireSeat(session.vault, id);
    const meeting = RecordId.safeParse(moved.body.meeting);
    if (!meeting.success) throw new AmberdeskError('record.invalid', { record: id });
    const seats = seatsOf(session.vault, meeting.data);
    const was = seats[seats.findIndex((one) => one.id === id) + 1]?.id ?? null;
    const others = seats.filter((one) => one.id !== id);
    const at = before === null ? others.length : others.findIndex((one) => one.id === before);
    if (at < 0) throw new AmberdeskError('record.missing', { record: before });
    const orders = ordersAround(others, at);
    for (const [seatId, order] of orders(id)) {
      editRecord(session, seatId, { order });
      changed.add(seatId);
    }
    return was;
  });
}

/** The order of a seat between its neighbours'; of all of them anew where there is no room between them. */
function ordersAround(others: readonly RecordView[], at: number): (moved: RecordId) => [RecordId, string][] {
  const orderOf = (seat: RecordView | undefined) => text(seat?.body.order) || null;
  try {
    const order = generateKeyBetween(orderOf(others[at - 1]), orderOf(others[at]));
    return (moved) => [[moved, order]];
  } catch {
    const keys = generateNKeysBetween(null, null, others.length + 1);
    return (moved) =>
      [...others.slice(0, at).map(({ id }) => id), moved, ...others.slice(at).map(({ id }) => id)].map((id, index) => [
        id,
        keys[index] ?? '',
      ]);
  }
}

/**
 * Notes how these took part in a session, or takes the note away; gives what was noted before. Throws `record.missing`,
 * `record.invalid`, `record.conflict`.
 */
export function attend(session: Session, of: RecordId, marks: Marks): Marks {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const held = readRecord(vault, of);
    if (held.kind !== 'session' || held.deleted) throw new AmberdeskError('record.missing', { record: of });
    return marks.map(({ participant: id, how }) => {
      const { body } = requireSeat(vault, id);
      if (body.meeting !== held.body.meeting) throw new AmberdeskError('record.invalid', { record: id });
      const entries: JsonObject[] = objects(body.presence);
      const noted = entries.find((entry) => entry.session === of);
      const others = entries.filter((entry) => entry.session !== of);
      const now = how === null ? others : [...others, { ...(noted ?? firstNote(others, of)), session: of, how }];
      editRecord(session, id, { presence: now.length === 0 ? undefined : asJson(now) });
      changed.add(id);
      return { participant: id, how: howOf(noted) };
    });
  });
}

/** Under the session's own id, so that what two desks note of it is one entry. */
function firstNote(others: readonly JsonObject[], session: RecordId): JsonObject {
  const last = others
    .map(({ order }) => text(order))
    .sort()
    .at(-1);
  return { id: session, order: generateKeyBetween(last ?? null, null) };
}

function howOf(entry: JsonObject | undefined): Marks[number]['how'] {
  return Presence.safeParse(entry?.how).data ?? null;
}

function requireMeeting(vault: Vault, id: RecordId): RecordView {
  const meeting = readRecord(vault, id);
  if (meeting.kind !== 'meeting' || meeting.deleted) throw new AmberdeskError('record.missing', { record: id });
  return meeting;
}

function requireSeat(vault: Vault, id: RecordId): RecordView {
  const found = readRecord(vault, id);
  if (found.kind !== participant.name || found.deleted) throw new AmberdeskError('record.missing', { record: id });
  return found;
}
