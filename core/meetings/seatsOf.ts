import type { z } from 'zod';
import type { peopleCalls, Seat } from '../../contract/meetings/people.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Label } from '../../domain/handling/handling.ts';
import { Capacity, Presence } from '../../domain/meetings/participantKind.ts';
import { capacityRank, plateOf, zoneOfSeat } from '../../domain/meetings/seats.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Json, JsonObject } from '../../domain/records/json.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import { readCircle } from '../records/circle.ts';
import { keptFor } from '../records/kept.ts';
import { listRecords } from '../records/listRecords.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord, type RecordRow } from '../records/rows.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { readTimetable } from './readTimetable.ts';

type Answer = z.input<typeof peopleCalls.people.output>;
type SeatLine = z.input<typeof Seat>;
type Party = NonNullable<SeatLine['person']>;

/** The seats of a meeting that were not taken away, in their order: by place, then by capacity. Throws `record.missing`. */
export function seatsOf(vault: Vault, meeting: RecordId): RecordView[] {
  readRecord(vault, meeting);
  return listRecords(vault, { kind: 'participant', where: { meeting }, deleted: false }).toSorted(
    (one, other) =>
      compare(text(one.body.order), text(other.body.order)) ||
      capacityRank(text(one.body.capacity)) - capacityRank(text(other.body.capacity)) ||
      compare(one.id, other.id),
  );
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** Who takes part in a meeting, its sessions, and which bodies of the board have no seat. Throws `record.missing`. */
export function peopleOf(session: Session, meeting: RecordId, language: 'en' | 'fr'): Answer {
  const { vault } = session;
  const seats = seatsOf(vault, meeting);
  const persons = seats.map(({ body }) => text(body.person)).filter((id) => id !== '');
  const names = new Map(seats.map(({ id, body }) => [String(id), nameOfSeat(vault, body)]));
  const { sessions } = readTimetable(session, meeting, language);
  return {
    seats: seats.map((seat) => lineOf(vault, seat, { persons, names, language })),
    sessions: sessions.map(({ session: id, day, date, starts, ends, access }) => ({
      session: id,
      day,
      date,
      starts,
      ends,
      access,
    })),
    missing: withoutSeat(vault, seats).flatMap((id) => partyOf(vault, id) ?? []),
  };
}

/** The bodies of the board that no seat of these is of, the Secretariat last. */
export function withoutSeat(vault: Vault, seats: readonly RecordView[]): RecordId[] {
  const { board, organisations } = readCircle(vault);
  const seated = new Set(seats.map(({ body }) => rowOf(vault, body.organisation)?.id));
  return [...board]
    .filter((id) => !seated.has(id))
    .flatMap((id) => RecordId.safeParse(id).data ?? [])
    .flatMap((id) => findRecord(vault, id) ?? [])
    .filter(({ kind, deleted }) => kind === 'organisation' && !deleted)
    .toSorted((one, other) => {
      const last = (id: string) => Number(organisations.get(id)?.membership === 'secretariat');
      return last(one.id) - last(other.id) || compare(one.title, other.title);
    })
    .map(({ id }) => RecordId.parse(id));
}

interface Around {
  readonly persons: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly language: 'en' | 'fr';
}

function lineOf(vault: Vault, { id, body, handling, conflicted }: RecordView, around: Around): SeatLine {
  const [organisation, person] = [partyOf(vault, body.organisation), partyOf(vault, body.person)];
  const rows = [body.organisation, body.person].map((party) => rowOf(vault, party));
  const [ofOrganisation, ofPerson] = rows;
  const { label, distribution } = effectiveHandling(handling, body);
  const capacity = Capacity.safeParse(body.capacity);
  const instead = RecordId.safeParse(body.alternateFor);
  return {
    participant: id,
    ...(organisation === undefined ? {} : { organisation }),
    ...(person === undefined ? {} : { person }),
    ...(capacity.success ? { capacity: capacity.data } : {}),
    ...(instead.success
      ? { alternateFor: { participant: instead.data, name: around.names.get(instead.data) ?? '' } }
      : {}),
    byLink: body.byLink === true,
    zone: zoneOfSeat(body, text(ofPerson?.body.zone), text(ofOrganisation?.body.zone)),
    items: texts(body.items).flatMap((item) => {
      const known = RecordId.safeParse(item);
      return known.success ? [{ item: known.data, title: findRecord(vault, known.data)?.title ?? '' }] : [];
    }),
    reason: text(body.reason),
    plate: plateOf(body, { organisation: organisation?.name ?? '', person: person?.name ?? '' }, around.language),
    label,
    isOpen: isForCommunity(label) && (distribution.to === 'community' || distribution.to === 'everyone'),
    doNotName: rows.some((row) => row?.body.doNotName === true || row?.body.anonymity !== undefined),
    conflicted,
    twice: around.persons.filter((one) => one === text(body.person)).length > 1,
    presence: objects(body.presence).flatMap((entry) => {
      const [session, how] = [RecordId.safeParse(entry.session), Presence.safeParse(entry.how)];
      return session.success && how.success ? [{ session: session.data, how: how.data }] : [];
    }),
  };
}

const isForCommunity = (label: Label): boolean => label === 'TLP:GREEN' || label === 'TLP:CLEAR';

/** What a seat is called: the person's name, else the organisation's. */
export function nameOfSeat(vault: Vault, body: JsonObject): string {
  return rowOf(vault, body.person)?.title || rowOf(vault, body.organisation)?.title || '';
}

function partyOf(vault: Vault, id: Json | undefined): Party | undefined {
  const named = RecordId.safeParse(id);
  if (!named.success) return undefined;
  const row = rowOf(vault, named.data);
  return { record: named.data, name: row?.title ?? '', kind: row?.kind ?? '', deleted: row?.deleted ?? false };
}

function rowOf(vault: Vault, id: Json | undefined): RecordRow | undefined {
  const named = RecordId.safeParse(id);
  if (!named.success) return undefined;
  const row = findRecord(vault, named.data);
  // What was joined with another is called what that is called.
  const kept = row === undefined || row.deleted ? keptFor(vault, named.data) : undefined;
  return kept === undefined ? row : findRecord(vault, kept);
}
