import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { AmberdeskError } from '../errors.ts';
import type { Label } from '../handling/handling.ts';
import type { RecordId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { count, text } from '../records/text.ts';
import { type Fields, MOST_DAYS, MOST_MINUTES, type Operation, type Step } from './operations.ts';
import { byOrder, bySessionTime, type Planned } from './timetable.ts';
import { dateOfDay, minutesOf } from './timing.ts';

export interface Marked extends Planned {
  /** The label that holds. */
  readonly label: Label;
}

/** A meeting with its sessions and items as they are; none of them deleted. */
export interface Arrangement {
  readonly meeting: Planned;
  readonly sessions: readonly Marked[];
  readonly items: readonly Marked[];
}

/** A record that an operation makes. `open`: it is for the invited bodies, and born with the mark of what they get. */
export interface Making {
  readonly does: 'make';
  readonly record: RecordId;
  readonly kind: 'session' | 'agendaItem';
  readonly body: JsonObject;
  readonly open: boolean;
}
export type Change = Making | Step;

type Of<D extends Operation['does']> = Extract<Operation, { does: D }>;

const OPEN_LABELS: readonly Label[] = ['TLP:GREEN', 'TLP:CLEAR'];

/**
 * What an operation changes in a plan, record by record; nothing when all is as wanted already. Items follow one
 * another from their session's start, so that one that is added or lengthened shifts those after it (¶10–11).
 *
 * Throws `meeting.entryGone` for a session or item that is not in the plan (any more), `meeting.minutes`,
 * `meeting.endBeforeStart`, `meeting.tooManyDays`, `meeting.sessionsBeyond`, `meeting.nameless`.
 */
export function arrange(plan: Arrangement, operation: Operation, newId: () => RecordId): Change[] {
  switch (operation.does) {
    case 'move':
      return move(plan, operation);
    case 'lengthen':
      return changed(itemIn(plan, operation.item), { minutes: requireMinutes(operation.minutes) });
    case 'addItem':
      return addItem(plan, operation, newId());
    case 'split':
      return split(plan, operation, newId());
    case 'remove':
      return [{ does: 'remove', record: itemIn(plan, operation.item).id }];
    case 'addSession':
      return addSession(plan, operation, newId());
    case 'moveSession':
      return moveSession(plan, operation);
    case 'removeSession':
      return removeSession(plan, operation);
    case 'number':
      return numberItems(plan);
    case 'dates':
      return setDates(plan, operation);
    case 'steps':
      return [...operation.steps];
  }
}

/** The items that lie in no session: the tray. Also those whose session is gone. */
export function trayOf({ sessions, items }: Pick<Arrangement, 'sessions' | 'items'>): readonly Marked[] {
  const known = new Set(sessions.map(({ id }) => text(id)));
  return items.filter((item) => !known.has(text(item.body.session))).toSorted(byOrder);
}

function move(plan: Arrangement, { item: id, to, before }: Of<'move'>): Change[] {
  const item = itemIn(plan, id);
  if (before === id) return [];
  const { order, rest } = placeFor(plan, to, before, id);
  const among = to === null ? trayOf(plan) : itemsOf(plan, to);
  const at = among.findIndex((one) => one.id === id);
  // Where it stands already.
  if (at >= 0 && (among[at + 1]?.id ?? null) === before) return [];
  return [...rest, ...changed(item, { session: to, order })];
}

function addItem(plan: Arrangement, { type, title, minutes, to, before }: Of<'addItem'>, record: RecordId): Change[] {
  if (title.trim() === '') throw new AmberdeskError('meeting.nameless');
  requireMinutes(minutes);
  const { order, rest } = placeFor(plan, to, before);
  const body = {
    meeting: plan.meeting.id,
    ...(to === null ? {} : { session: to }),
    order,
    type,
    title: title.trim(),
    minutes,
  };
  return [...rest, { does: 'make', record, kind: 'agendaItem', body, open: isOpen(plan, to) }];
}

function split(plan: Arrangement, { item: id, minutes }: Of<'split'>, record: RecordId): Change[] {
  const item = itemIn(plan, id);
  requireMinutes(minutes);
  const left = requireMinutes(count(item.body.minutes) - minutes);
  const to = sessionOf(plan, item);
  const among = to === null ? trayOf(plan) : itemsOf(plan, to);
  const next = among[among.findIndex((one) => one.id === id) + 1]?.id ?? null;
  const { order, rest } = placeFor(plan, to, next, undefined);
  const { number: _closed, openNumber: _open, ...same } = item.body;
  const body = { ...same, order, minutes: left };
  const open = OPEN_LABELS.includes(item.label);
  return [...rest, ...changed(item, { minutes }), { does: 'make', record, kind: 'agendaItem', body, open }];
}

function addSession(plan: Arrangement, { day, starts, ends, access }: Of<'addSession'>, record: RecordId): Change[] {
  requireHours({ day, starts, ends });
  const body = { meeting: plan.meeting.id, day, starts, ends, access };
  return [...reaching(plan, day), { does: 'make', record, kind: 'session', body, open: access === 'open' }];
}

function moveSession(plan: Arrangement, { session, day, starts, ends }: Of<'moveSession'>): Change[] {
  requireHours({ day, starts, ends });
  return [...reaching(plan, day), ...changed(sessionIn(plan, session), { day, starts, ends })];
}

function removeSession(plan: Arrangement, { session }: Of<'removeSession'>): Change[] {
  const { id } = sessionIn(plan, session);
  return [...itemsOf(plan, id).flatMap((item) => changed(item, { session: null })), { does: 'remove', record: id }];
}

function numberItems(plan: Arrangement): Change[] {
  let closed = 0;
  let open = 0;
  const numbered = plan.sessions.toSorted(bySessionTime).flatMap((session) =>
    itemsOf(plan, session.id).map((item) => {
      if (item.body.type === 'break') return { item, number: null, openNumber: null };
      const goesOut = session.body.access === 'open' && OPEN_LABELS.includes(item.label);
      closed += 1;
      if (goesOut) open += 1;
      return { item, number: closed, openNumber: goesOut ? `O${open}` : null };
    }),
  );
  const tray = trayOf(plan).map((item) => ({ item, number: null, openNumber: null }));
  return [...numbered, ...tray].flatMap(({ item, ...numbers }) => changed(item, numbers));
}

function setDates({ meeting, sessions }: Arrangement, { starts, ends }: Of<'dates'>): Change[] {
  const days = daysBetween(starts, ends);
  if (days < 1) throw new AmberdeskError('meeting.endBeforeStart');
  if (days > MOST_DAYS) throw new AmberdeskError('meeting.tooManyDays', { most: MOST_DAYS });
  const last = Math.max(0, ...sessions.map(({ body }) => count(body.day)));
  if (last > days) throw new AmberdeskError('meeting.sessionsBeyond', { day: last });
  return changed(meeting, { starts, ends });
}

/** How many days a meeting has, by its dates; 0 when they are not known or the wrong way round. */
export function daysOf(meeting: Planned): number {
  const { starts, ends } = meeting.body;
  return Math.max(0, daysBetween(text(starts), text(ends) || text(starts)));
}

function daysBetween(starts: string, ends: string): number {
  try {
    return Temporal.PlainDate.from(starts).until(Temporal.PlainDate.from(ends)).days + 1;
  } catch {
    return 0;
  }
}

/** The meeting's last day, moved when a session comes after it. */
function reaching({ meeting }: Arrangement, day: number): Change[] {
  const days = daysOf(meeting);
  return days === 0 || day <= days ? [] : changed(meeting, { ends: dateOfDay(text(meeting.body.starts), day) });
}

function requireHours({ day, starts, ends }: { day: number; starts: string; ends: string }): void {
  if (day < 1 || day > MOST_DAYS) throw new AmberdeskError('meeting.tooManyDays', { most: MOST_DAYS });
  if (minutesOf(ends) <= minutesOf(starts)) throw new AmberdeskError('meeting.endBeforeStart', { starts, ends });
}

function requireMinutes(minutes: number): number {
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  throw new AmberdeskError('meeting.minutes', { minutes, most: MOST_MINUTES });
}

/** The order of an entry before another one, and new orders for its neighbours where there is no room between them. */
function placeFor(
  plan: Arrangement,
  to: RecordId | null,
  before: RecordId | null,
  except?: RecordId,
): { readonly order: string; readonly rest: Change[] } {
  if (to !== null) sessionIn(plan, to);
  const among = (to === null ? trayOf(plan) : itemsOf(plan, to)).filter(({ id }) => id !== except);
  const at = before === null ? among.length : among.findIndex(({ id }) => id === before);
  if (at < 0) throw new AmberdeskError('meeting.entryGone', { record: before });
  const orderAt = (index: number) => text(among[index]?.body.order) || null;
  try {
    return { order: generateKeyBetween(orderAt(at - 1), orderAt(at)), rest: [] };
  } catch {
    const orders = generateNKeysBetween(null, null, among.length + 1);
    const others = orders.toSpliced(at, 1);
    return {
      order: orders[at] ?? '',
      rest: among.flatMap((one, index) => changed(one, { order: others[index] ?? '' })),
    };
  }
}

/** The edit that gives a record these values; none when it has them. */
function changed({ id, body }: Planned, wanted: Fields): Step[] {
  const names = FIELDS.filter((name) => wanted[name] !== undefined && (body[name] ?? null) !== wanted[name]);
  if (names.length === 0) return [];
  const before: Fields = {};
  const after: Fields = {};
  for (const name of names) {
    const value = body[name];
    before[name] = typeof value === 'string' || typeof value === 'number' ? value : null;
    after[name] = wanted[name] ?? null;
  }
  return [{ does: 'edit', record: id, before, after }];
}

const FIELDS = ['session', 'order', 'minutes', 'number', 'openNumber', 'day', 'starts', 'ends'] as const;

const itemsOf = ({ items }: Arrangement, session: RecordId): Marked[] =>
  items.filter(({ body }) => body.session === session).sort(byOrder);

const isOpen = ({ sessions }: Arrangement, session: RecordId | null): boolean =>
  sessions.some(({ id, body, label }) => id === session && body.access === 'open' && OPEN_LABELS.includes(label));

const sessionOf = ({ sessions }: Arrangement, item: Planned): RecordId | null =>
  sessions.find(({ id }) => id === item.body.session)?.id ?? null;

function itemIn({ items }: Arrangement, id: RecordId): Marked {
  return found(items, id);
}

function sessionIn({ sessions }: Arrangement, id: RecordId): Marked {
  return found(sessions, id);
}

function found(among: readonly Marked[], id: RecordId): Marked {
  const record = among.find((one) => one.id === id);
  if (record === undefined) throw new AmberdeskError('meeting.entryGone', { record: id });
  return record;
}
