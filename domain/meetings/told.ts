import { z } from 'zod';
import { RecordId } from '../records/ids.ts';
import { type JsonObject, sameJson } from '../records/json.ts';
import { objects, text, texts } from '../records/text.ts';
import type { Arrangement } from './arrange.ts';
import { timetableOf } from './timetable.ts';
import { dateOfDay, minutesOf } from './timing.ts';

const Access = z.enum(['closed', 'open']);

const ToldSession = z.object({
  session: RecordId,
  day: z.number(),
  starts: z.number(),
  ends: z.number(),
  room: z.string(),
  access: Access,
});
const ToldItem = z.object({
  item: RecordId,
  day: z.number(),
  /** Minutes since midnight, which items before it have a part in: whoever is not told of those knows its time all the same. */
  starts: z.number(),
  ends: z.number(),
  room: z.string(),
  access: Access,
  leads: z.array(RecordId),
  speakers: z.array(z.object({ party: RecordId, zone: z.string() })),
});
export type ToldItem = z.infer<typeof ToldItem>;

/** When and where everything is, as somebody was told of it: no titles. */
export const ToldPlan = z.object({
  meeting: RecordId,
  starts: z.string(),
  ends: z.string(),
  place: z.string(),
  zone: z.string(),
  sessions: z.array(ToldSession),
  items: z.array(ToldItem),
});
export type ToldPlan = z.infer<typeof ToldPlan>;

/** A plan as it is, of what somebody may know of it. Undefined while the meeting has no first day. */
export function toldPlan(
  { meeting, sessions, items }: Arrangement,
  isKnown: (record: RecordId) => boolean,
): ToldPlan | undefined {
  const { starts, ends, venue, city, zone } = meeting.body;
  const timed = sessions.filter(({ body }) => text(body.starts) !== '' && text(body.ends) !== '');
  if (text(starts) === '') return undefined;
  const table = timetableOf(meeting, timed, items);
  return {
    meeting: meeting.id,
    starts: text(starts),
    ends: text(ends) || text(starts),
    place: [text(venue), text(city)].filter(Boolean).join(', '),
    zone: text(zone),
    sessions: table
      .filter(({ session }) => isKnown(session))
      .map(({ session, day, starts: from, ends: to, body, access }) => ({
        session,
        day,
        starts: minutesOf(from),
        ends: minutesOf(to),
        room: text(body.room),
        access,
      })),
    items: table.flatMap(({ session, day, access, body: { room }, items: inside }) =>
      inside
        .filter(({ item, body }) => body.type !== 'break' && isKnown(item))
        .map(({ item, body, startsAt, minutes }) => ({
          item,
          day,
          starts: startsAt,
          ends: startsAt + minutes,
          room: isKnown(session) ? text(room) : '',
          access,
          ...peopleOf(body),
        })),
    ),
  };
}

function peopleOf({ leads, speakers }: JsonObject): Pick<ToldItem, 'leads' | 'speakers'> {
  const id = (value: string) => RecordId.safeParse(value).data ?? [];
  return {
    leads: texts(leads).flatMap(id).sort(),
    speakers: objects(speakers)
      .flatMap(({ party, zone }) => [id(text(party))].flat().map((one) => ({ party: one, zone: text(zone) })))
      .sort((one, other) => (one.party < other.party ? -1 : 1)),
  };
}

/** Where something stands: on which date, from when to when, in which room. */
export interface Slot {
  readonly date: string;
  readonly starts: number;
  readonly ends: number;
  readonly room: string;
}

interface Of {
  readonly record: RecordId;
  /** It stands, or stood, in an open session. */
  readonly open: boolean;
  readonly was?: Slot;
  readonly is?: Slot;
}
/** What is another than somebody was told. Without `was` it is new, without `is` it is gone. */
export type PlanChange =
  | { readonly of: 'days'; readonly record: RecordId; readonly was: readonly string[]; readonly is: readonly string[] }
  | { readonly of: 'place'; readonly record: RecordId; readonly is: string }
  | ({ readonly of: 'session' } & Of)
  | ({
      readonly of: 'item';
      /** Who led or spoke, or does now. */
      readonly parties: readonly RecordId[];
      /** Others speak, or lead, than before. */
      readonly speakers: boolean;
      readonly leads: boolean;
    } & Of);

/**
 * What is another in a plan than it was told, in the order of the plan: an item that moved because one before it was
 * lengthened among it. Where the dates of the meeting moved, what kept its day and hour is not named one by one.
 */
export function planChanges(was: ToldPlan, is: ToldPlan): PlanChange[] {
  const changes: PlanChange[] = [];
  const record = is.meeting;
  if (was.starts !== is.starts || was.ends !== is.ends) {
    changes.push({ of: 'days', record, was: [was.starts, was.ends], is: [is.starts, is.ends] });
  }
  if (was.place !== is.place || was.zone !== is.zone) changes.push({ of: 'place', record, is: is.place });
  for (const [before, after] of pairs(was.sessions, is.sessions, ({ session }) => session)) {
    const one = after ?? before;
    if (one === undefined || isSame(before, after)) continue;
    const open = before?.access === 'open' || after?.access === 'open';
    changes.push({ of: 'session', record: one.session, open, ...slots(was, before, is, after) });
  }
  for (const [before, after] of pairs(was.items, is.items, ({ item }) => item)) {
    const one = after ?? before;
    const speakers = !sameJson(partiesAt(before), partiesAt(after));
    const leads = !sameJson(before?.leads ?? [], after?.leads ?? []);
    if (one === undefined || (isSame(before, after) && !speakers && !leads)) continue;
    changes.push({
      of: 'item',
      record: one.item,
      open: before?.access === 'open' || after?.access === 'open',
      parties: [...new Set([before, after].flatMap((at) => [...(at?.leads ?? []), ...partiesAt(at)]))],
      speakers,
      leads,
      ...slots(was, before, is, after),
    });
  }
  return changes;
}

const partiesAt = (item: ToldItem | undefined): RecordId[] => item?.speakers.map(({ party }) => party) ?? [];

interface Standing {
  readonly day: number;
  readonly starts: number;
  readonly ends: number;
  readonly room: string;
}

function isSame(one: Standing | undefined, other: Standing | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (['day', 'starts', 'ends', 'room'] as const).every((field) => one[field] === other[field]);
}

function slots(was: ToldPlan, before: Standing | undefined, is: ToldPlan, after: Standing | undefined) {
  return {
    ...(before === undefined ? {} : { was: slotOf(was, before) }),
    ...(after === undefined ? {} : { is: slotOf(is, after) }),
  };
}

/** Where something of a plan stands. */
export function slotOf(plan: ToldPlan, { day, starts, ends, room }: Standing): Slot {
  return { date: dateOfDay(plan.starts, day), starts, ends, room };
}

/** What is in either list, together: in the order of the new one, what is gone last. */
function pairs<T>(was: readonly T[], is: readonly T[], idOf: (one: T) => string): [T | undefined, T | undefined][] {
  const before = new Map(was.map((one) => [idOf(one), one]));
  const after = new Set(is.map(idOf));
  return [
    ...is.map((one): [T | undefined, T] => [before.get(idOf(one)), one]),
    ...was.filter((one) => !after.has(idOf(one))).map((one): [T, undefined] => [one, undefined]),
  ];
}
