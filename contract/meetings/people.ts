import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { CalendarDate, WallTime } from '../../domain/meetings/kinds.ts';
import { Capacity, Presence } from '../../domain/meetings/participantKind.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

/** A body or person of a seat; without a name when it is not here. */
const SeatParty = z.object({ record: RecordId, name: z.string(), kind: z.string(), deleted: z.boolean() });

/** A seat at a meeting, as the list of its people has it. */
export const Seat = z.object({
  participant: RecordId,
  organisation: SeatParty.optional(),
  person: SeatParty.optional(),
  /** Undefined for one that a newer version knows. */
  capacity: Capacity.optional(),
  alternateFor: z.object({ participant: RecordId, name: z.string() }).optional(),
  byLink: z.boolean(),
  /** From where, by video link. */
  zone: z.string(),
  items: z.array(z.object({ item: RecordId, title: z.string() })),
  reason: z.string(),
  /** The two lines of the name plate as they will be printed. */
  plate: z.array(z.string()),
  label: Label,
  /** It sits there under a mark that the bodies of the open session may have. */
  isOpen: z.boolean(),
  /** The body or the person is not to be named beyond its own distribution. */
  doNotName: z.boolean(),
  conflicted: z.boolean(),
  /** Another seat of the meeting has the same person. */
  twice: z.boolean(),
  presence: z.array(z.object({ session: RecordId, how: Presence })),
});

/** Who is to have a seat. */
const NewSeat = z.object({
  organisation: RecordId.optional(),
  person: RecordId.optional(),
  capacity: Capacity,
  alternateFor: RecordId.optional(),
  items: z.array(RecordId).max(500).optional(),
  reason: z.string().max(4000).optional(),
});

const Marked = z.object({ participant: RecordId, how: Presence.nullable() });

export const peopleCalls = {
  /** The seats of a meeting in their order, its sessions, and which bodies of the board have no seat. */
  people: call(
    z.object({ meeting: RecordId, language: z.enum(['en', 'fr']).optional() }),
    z.object({
      seats: z.array(Seat),
      sessions: z.array(
        z.object({
          session: RecordId,
          day: z.number(),
          date: CalendarDate,
          starts: WallTime,
          ends: WallTime,
          access: z.enum(['closed', 'open']),
        }),
      ),
      missing: z.array(SeatParty),
    }),
    ['record.missing'],
  ),
  /** Gives these a seat, all or none; one that was taken away before is put back. */
  seat: call(
    z.object({ meeting: RecordId, seats: z.array(NewSeat).min(1).max(500) }),
    z.object({ seated: z.array(RecordId) }),
    ['record.missing', 'record.invalid', 'record.conflict', 'meeting.seatedAlready', 'meeting.seatOfNobody'],
  ),
  /**
   * A head of delegation for each body of the board that has no seat, with the primary representative where there is one
   * alone; for the Secretariat its own seat.
   */
  seatBoard: call(z.object({ meeting: RecordId }), z.object({ seated: z.array(RecordId) }), [
    'record.missing',
    'record.invalid',
    'record.conflict',
  ]),
  /** Puts a seat before another one, or at the end. Gives what it stood before until now. */
  moveSeat: call(
    z.object({ participant: RecordId, before: RecordId.nullable() }),
    z.object({ before: RecordId.nullable() }),
    ['record.missing', 'record.invalid', 'record.conflict'],
  ),
  /** Notes who was at a session; gives what was noted before, to be taken back by the same call. */
  attend: call(
    z.object({ session: RecordId, marks: z.array(Marked).min(1).max(500) }),
    z.object({ before: z.array(Marked) }),
    ['record.missing', 'record.invalid', 'record.conflict'],
  ),
};
