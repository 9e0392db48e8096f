import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { AmberdeskError } from '../errors.ts';
import type { Label } from '../handling/handling.ts';
import type { RecordId } from '../records/ids.ts';
import { type JsonObject, sameJson } from '../records/json.ts';
import { compareEntries } from '../records/mergeFields.ts';
import { count, objects, text, texts } from '../records/text.ts';
import { notedOf } from './inTheRoom.ts';
import { MOST_BUFFER } from './kinds.ts';
import { ARRANGED, type Fields, MOST_DAYS, MOST_MINUTES, type Operation, type Step } from './operations.ts';
import { bufferOf, byOrder, bySessionTime, lastingOf, type Planned } from './timetable.ts';
import { clockOf, dateOfDay, minutesOf, timeSession } from './timing.ts';

export interface Marked extends Planned {
  /** The label that holds. */
  readonly label: Label;
  /** All of its handling as it holds, to be compared: what has another does not become part of it. */
  readonly handled?: string;
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

/** What may stand in an open session. */
export const OPEN_LABELS: readonly Label[] = ['TLP:GREEN', 'TLP:CLEAR'];

/**
 * What an operation changes in a plan, record by record; nothing when all is as wanted already. Items follow one
 * another from their session's start, so that one that is added or lengthened shifts those after it (¶10–11).
 *
 * Throws `meeting.entryGone` for a session or item that is not in the plan (any more), `meeting.minutes`,
 * `meeting.endBeforeStart`, `meeting.tooManyDays`, `meeting.sessionsBeyond`, `meeting.nameless`, `meeting.nothingFollows`,
 * `meeting.marksDiffer`, `meeting.pastMidnight`, `meeting.reasonless`, `meeting.buffer`.
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
    case 'join':
      return join(plan, operation);
    case 'remove':
      return [{ does: 'remove', record: itemIn(plan, operation.item).id }];
    case 'addSession':
      return addSession(plan, operation, newId());
    case 'moveSession':
      return moveSession(plan, operation);
    case 'buffer':
      return changed(sessionIn(plan, operation.session), { buffer: requireBuffer(operation.minutes) });
    case 'endLater':
      return endLater(plan, operation);
    case 'removeSession':
      return removeSession(plan, operation);
    case 'number':
      return numberItems(plan);
    case 'dates':
      return setDates(plan, operation);
    case 'overrule':
      return overrule(plan, operation, newId());
    case 'begin':
    case 'end':
    case 'outcome':
      return notedOf(plan.items, plan.sessions, operation).flatMap(({ item, fields }) => changed(item, fields));
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
  const { number: _closed, openNumber: _open, began: _began, ended: _ended, outcome: _outcome, ...same } = item.body;
  const body = { ...same, order, minutes: left };
  const open = OPEN_LABELS.includes(item.label);
  return [...rest, ...changed(item, { minutes }), { does: 'make', record, kind: 'agendaItem', body, open }];
}

/** An item with a stricter mark does not become part of one with a looser one, nor the other way round. */
function join(plan: Arrangement, { item: id }: Of<'join'>): Change[] {
  const item = itemIn(plan, id);
  const to = sessionOf(plan, item);
  const among = to === null ? trayOf(plan) : itemsOf(plan, to);
  const next = among[among.findIndex((one) => one.id === id) + 1];
  if (next === undefined || next.body.type !== item.body.type) {
    throw new AmberdeskError('meeting.nothingFollows', { record: id });
  }
  if (next.label !== item.label || next.handled !== item.handled) {
    throw new AmberdeskError('meeting.marksDiffer', { records: [id, next.id] });
  }
  const [one, other] = [item.body, next.body];
  const both = (field: 'leads' | 'papers') => {
    const all = [...new Set([...texts(one[field]), ...texts(other[field])])];
    return all.length === 0 ? null : all.sort();
  };
  const words = (field: 'title' | 'leadNote') => {
    const said = [...new Set([text(one[field]), text(other[field])].filter(Boolean))];
    return said.length === 0 ? null : said.join('; ');
  };
  const speakers = [one, other].flatMap((body) => objects(body.speakers).toSorted(compareEntries));
  return [
    ...changed(item, {
      title: words('title'),
      minutes: requireMinutes(count(one.minutes) + count(other.minutes)),
      leads: both('leads'),
      leadNote: words('leadNote'),
      papers: both('papers'),
      ...(objects(other.speakers).length === 0 ? {} : { speakers: inOneOrder(speakers) }),
    }),
    { does: 'remove', record: next.id },
  ];
}

/** Speakers of two items one after the other; each party once. */
function inOneOrder(speakers: readonly JsonObject[]): JsonObject[] {
  const once = [
    ...new Map(speakers.toReversed().map((speaker) => [text(speaker.party), speaker])).values(),
  ].toReversed();
  const orders = generateNKeysBetween(null, null, once.length);
  return once.map((speaker, index) => ({ ...speaker, order: orders[index] ?? '' }));
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

function endLater(plan: Arrangement, { session: id, shift }: Of<'endLater'>): Change[] {
  const session = sessionIn(plan, id);
  const [starts, ends] = [text(session.body.starts), text(session.body.ends)];
  const items = itemsOf(plan, id).map(({ body }) => lastingOf(body));
  const { over } = timeSession({ starts, ends, buffer: bufferOf(session.body) }, items);
  if (over === 0) return [];
  const moved = (time: string): string => {
    const minutes = minutesOf(time) + over;
    if (minutes >= MOST_MINUTES) throw new AmberdeskError('meeting.pastMidnight', { session: id });
    return clockOf(minutes);
  };
  const later = plan.sessions.filter(
    ({ body }) => body.day === session.body.day && minutesOf(text(body.starts)) >= minutesOf(ends),
  );
  return [
    ...changed(session, { ends: moved(ends) }),
    ...(shift ? later : []).flatMap((one) =>
      changed(one, { starts: moved(text(one.body.starts)), ends: moved(text(one.body.ends)) }),
    ),
  ];
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

function overrule({ meeting }: Arrangement, { check, reason }: Of<'overrule'>, newEntry: string): Change[] {
  if (reason?.trim() === '') throw new AmberdeskError('meeting.reasonless');
  const others = objects(meeting.body.overruled).filter((one) => one.check !== check);
  const last = others
    .map(({ order }) => text(order))
    .sort()
    .at(-1);
  const entry =
    reason === null
      ? []
      : [{ id: newEntry, order: generateKeyBetween(last ?? null, null), check, reason: reason.trim() }];
  const wanted = [...others, ...entry];
  return changed(meeting, { overruled: wanted.length === 0 ? null : wanted });
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

function requireBuffer(minutes: number): number | null {
  if (Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_BUFFER) return minutes === 0 ? null : minutes;
  throw new AmberdeskError('meeting.buffer', { minutes, most: MOST_BUFFER });
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
  const names = ARRANGED.filter((name) => {
    const value = wanted[name];
    return value !== undefined && !sameJson(body[name] ?? null, value);
  });
  if (names.length === 0) return [];
  const before: Fields = {};
  const after: Fields = {};
  for (const name of names) {
    before[name] = body[name] ?? null;
    after[name] = wanted[name] ?? null;
  }
  return [{ does: 'edit', record: id, before, after }];
}

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
