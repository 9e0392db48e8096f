import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AmberdeskError } from '../../../domain/errors.ts';
import { type Arrangement, arrange, type Change, type Marked, trayOf } from '../../../domain/meetings/arrange.ts';
import { backwards, MOST_DAYS, type Operation, type Step } from '../../../domain/meetings/operations.ts';
import { regularSessions } from '../../../domain/meetings/regularTemplate.ts';
import { timetableOf } from '../../../domain/meetings/timetable.ts';
import { clockOf, minutesOf } from '../../../domain/meetings/timing.ts';
import { naturalId, type RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { objectOf } from '../../../domain/records/own.ts';
import { text } from '../../../domain/records/text.ts';

/** Everything that was ever made, deleted or not: what a vault keeps. */
interface Kept {
  readonly meeting: Marked;
  readonly records: ReadonlyMap<RecordId, Marked & { readonly kind: string; readonly deleted: boolean }>;
}

const id = (name: string) => naturalId('test', name);

function atFirst(): Kept {
  const meeting: Marked = {
    id: id('meeting'),
    label: 'TLP:GREEN',
    body: { type: 'regular', starts: '2027-03-11', ends: '2027-03-12' },
  };
  const sessions = regularSessions().map((body, index) => ({
    id: id(`session ${index}`),
    kind: 'session',
    label: body.access === 'open' ? ('TLP:GREEN' as const) : ('TLP:AMBER' as const),
    body: { ...body, meeting: meeting.id },
    deleted: false,
  }));
  return { meeting, records: new Map(sessions.map((one) => [one.id, one])) };
}

function planOf({ meeting, records }: Kept): Arrangement {
  const live = [...records.values()].filter(({ deleted }) => !deleted);
  return {
    meeting,
    sessions: live.filter(({ kind }) => kind === 'session'),
    items: live.filter(({ kind }) => kind === 'agendaItem'),
  };
}

/** What the core does with changes, in memory. */
function withChanges(kept: Kept, changes: readonly Change[]): Kept {
  let { meeting } = kept;
  const records = new Map(kept.records);
  for (const change of changes) {
    if (change.does === 'make') {
      const label = change.open ? 'TLP:GREEN' : 'TLP:AMBER';
      records.set(change.record, { id: change.record, kind: change.kind, body: change.body, label, deleted: false });
      continue;
    }
    const record =
      change.record === meeting.id ? { ...meeting, kind: 'meeting', deleted: false } : records.get(change.record);
    if (record === undefined) throw new TypeError('A change of nothing.');
    if (change.does === 'edit') {
      for (const [field, value] of Object.entries(change.before)) expect(record.body[field] ?? null).toEqual(value);
      const values = Object.entries(change.after).map(([field, value]) => [field, value ?? undefined] as const);
      const rest = Object.entries(record.body).filter(([field]) => !Object.hasOwn(change.after, field));
      const body = objectOf([...rest, ...values]);
      if (change.record === meeting.id) meeting = { ...meeting, body };
      else records.set(change.record, { ...record, body });
    } else records.set(change.record, { ...record, deleted: change.does === 'remove' });
  }
  return { meeting, records };
}

/** A person's wish, with numbers for which of the things that are there it is about. */
const wish = fc.record({
  does: fc.constantFrom<Operation['does'] | 'undo' | 'redo'>(
    'addItem',
    'addItem',
    'addItem',
    'move',
    'move',
    'lengthen',
    'split',
    'join',
    'join',
    'remove',
    'addSession',
    'moveSession',
    'removeSession',
    'endLater',
    'buffer',
    'buffer',
    'overrule',
    'number',
    'dates',
    'undo',
    'undo',
    'redo',
  ),
  which: fc.nat(40),
  to: fc.nat(12),
  before: fc.nat(12),
  minutes: fc.integer({ min: -5, max: 1500 }),
  day: fc.integer({ min: 0, max: MOST_DAYS + 2 }),
  starts: fc.integer({ min: 0, max: 1439 }),
  length: fc.integer({ min: -60, max: 400 }),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

function operationOf(plan: Arrangement, asked: Wish): Operation | undefined {
  const { does, which, minutes, day } = asked;
  const [item, session] = [
    plan.items[which % (plan.items.length || 1)],
    plan.sessions[which % (plan.sessions.length || 1)],
  ];
  const to = asked.to === 0 ? null : (plan.sessions[asked.to % (plan.sessions.length || 1)]?.id ?? null);
  const among = to === null ? trayOf(plan) : plan.items.filter(({ body }) => body.session === to);
  const place = { to, before: asked.before === 0 ? null : (among[asked.before % (among.length || 1)]?.id ?? null) };
  const hours = { day, starts: clockOf(asked.starts), ends: clockOf(asked.starts + asked.length) };
  switch (does) {
    case 'addItem':
      return {
        does,
        type: which % 3 === 0 ? 'break' : 'item',
        title: which === 1 ? ' ' : `Item ${which}`,
        minutes,
        ...place,
      };
    case 'move':
      return item && { does, item: item.id, ...place };
    case 'lengthen':
    case 'split':
      return item && { does, item: item.id, minutes };
    case 'join':
    case 'remove':
      return item && { does, item: item.id };
    case 'addSession':
      return { does, access: which % 2 === 0 ? 'open' : 'closed', ...hours };
    case 'moveSession':
      return session && { does, session: session.id, ...hours };
    case 'removeSession':
      return session && { does, session: session.id };
    case 'buffer':
      return session && { does, session: session.id, minutes: asked.length % 90 };
    case 'endLater':
      return session && { does, session: session.id, shift: which % 2 === 0 };
    case 'overrule':
      return {
        does,
        check: 'noOpenMorning',
        reason: which % 3 === 0 ? null : ' '.repeat(which % 2) + 'x'.repeat(which % 5),
      };
    case 'number':
      return { does };
    case 'dates':
      return { does, starts: '2027-03-11', ends: `2027-03-${10 + Math.min(day, 21)}` };
    default:
      return undefined;
  }
}

const REFUSALS = [
  'meeting.minutes',
  'meeting.endBeforeStart',
  'meeting.tooManyDays',
  'meeting.sessionsBeyond',
  'meeting.nameless',
  'meeting.nothingFollows',
  'meeting.marksDiffer',
  'meeting.pastMidnight',
  'meeting.reasonless',
  'meeting.buffer',
];

/** Every item that is not deleted stands once, in a session or in the tray, and the clock runs on through a session. */
function expectWhole(kept: Kept): void {
  const plan = planOf(kept);
  const table = timetableOf(plan.meeting, plan.sessions, plan.items);
  const shown = [
    ...table.flatMap(({ items }) => items.map(({ item }) => item)),
    ...trayOf(plan).map((item) => item.id),
  ];
  expect(shown.toSorted()).toEqual(plan.items.map((item) => item.id).toSorted());
  for (const { starts, items, buffer, over, ends: end } of table) {
    let clock = minutesOf(starts);
    for (const [index, { item, startsAt, minutes, ends, body }] of items.entries()) {
      const before = items[index - 1];
      if (before !== undefined && ![before.body.type, body.type].includes('break')) clock += buffer;
      expect(startsAt, item).toBe(clock);
      expect(minutes).toBeGreaterThanOrEqual(1);
      clock += minutes;
      expect(ends).toBe(clockOf(clock));
    }
    if (minutesOf(end) > minutesOf(starts)) expect(over).toBe(Math.max(0, clock - minutesOf(end)));
  }
  for (const session of plan.sessions) {
    const orders = plan.items.filter(({ body }) => body.session === session.id).map(({ body }) => text(body.order));
    expect(new Set(orders).size).toBe(orders.length);
  }
}

it('whatever is done and taken back, every item stands exactly once, and taking all back gives the first plan', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
      const first = atFirst();
      let kept = first;
      let made = 0;
      const done: Step[][] = [];
      const undone: Step[][] = [];
      const take = (from: Step[][], to: Step[][], turn: (steps: readonly Step[]) => readonly Step[]) => {
        const steps = from.pop();
        if (steps === undefined) return;
        kept = withChanges(kept, turn(steps));
        to.push(steps);
      };
      for (const asked of wishes) {
        if (asked.does === 'undo') take(done, undone, backwards);
        else if (asked.does === 'redo') take(undone, done, (steps) => steps);
        else {
          const operation = operationOf(planOf(kept), asked);
          if (operation === undefined) continue;
          try {
            const changes = arrange(planOf(kept), operation, () => id(`made ${made++}`));
            kept = withChanges(kept, changes);
            done.push(
              changes.map((change) => (change.does === 'make' ? { does: 'restore', record: change.record } : change)),
            );
            undone.length = 0;
          } catch (error) {
            if (!(error instanceof AmberdeskError) || !REFUSALS.includes(error.code)) throw error;
          }
        }
        expectWhole(kept);
      }
      while (done.length > 0) take(done, undone, backwards);
      expect(planOf(kept)).toEqual(planOf(first));
    }),
    { numRuns: 300 },
  );
});

it('an item goes before the one named, wherever that stands now', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 2, maxLength: 9 }), fc.nat(20), fc.nat(20), (sessions, one, other) => {
      let kept = atFirst();
      for (const [index, to] of sessions.entries()) {
        const session = to === 4 ? null : id(`session ${to}`);
        const operation = {
          does: 'addItem',
          type: 'item',
          title: `${index}`,
          minutes: 10,
          to: session,
          before: null,
        } as const;
        kept = withChanges(
          kept,
          arrange(planOf(kept), operation, () => id(`item ${index}`)),
        );
      }
      const [item, before] = [id(`item ${one % sessions.length}`), id(`item ${other % sessions.length}`)];
      fc.pre(item !== before);
      const there = kept.records.get(before)?.body.session;
      const to = there === undefined ? null : id(`session ${sessions[other % sessions.length]}`);
      kept = withChanges(
        kept,
        arrange(planOf(kept), { does: 'move', item, to, before }, () => id('none')),
      );
      const plan = planOf(kept);
      const among =
        to === null
          ? trayOf(plan)
          : plan.items
              .filter(({ body }) => body.session === to)
              .sort((a, b) => (text(a.body.order) < text(b.body.order) ? -1 : 1));
      const at = among.findIndex((entry) => entry.id === item);
      expect(among[at + 1]?.id).toBe(before);
    }),
  );
});

it('numbers are given in the order of the agenda, and to what invited bodies get a second time without a gap', () => {
  let kept = atFirst();
  const add = (name: string, session: number, type: 'item' | 'break' = 'item') => {
    const operation = {
      does: 'addItem',
      type,
      title: name,
      minutes: 10,
      to: id(`session ${session}`),
      before: null,
    } as const;
    kept = withChanges(
      kept,
      arrange(planOf(kept), operation, () => id(name)),
    );
  };
  for (const [name, session] of [
    ['d', 3],
    ['a', 0],
    ['c', 2],
    ['b', 2],
  ] as const)
    add(name, session);
  add('pause', 0, 'break');
  const withheld = kept.records.get(id('c'));
  if (withheld === undefined) throw new TypeError('There is no such item.');
  kept = { ...kept, records: new Map(kept.records).set(withheld.id, { ...withheld, label: 'TLP:AMBER' }) };
  kept = withChanges(
    kept,
    arrange(planOf(kept), { does: 'number' }, () => id('none')),
  );
  const numbers = Object.fromEntries(
    planOf(kept).items.map(({ body }) => [text(body.title), [body.number, body.openNumber]]),
  );
  expect(numbers).toEqual({
    a: [1, undefined],
    pause: [undefined, undefined],
    c: [2, undefined],
    b: [3, 'O1'],
    d: [4, undefined],
  });
  expect(arrange(planOf(kept), { does: 'number' }, () => id('none'))).toEqual([]);
});

it('an item joined with the next has the length, leads, papers and speakers of both, and the next is gone', () => {
  const [first, second] = [id('first'), id('second')];
  const session = id('session 0');
  const plan = planOf(atFirst());
  const inSession = (record: RecordId, body: JsonObject, handled = 'same'): Marked => ({
    id: record,
    label: 'TLP:AMBER',
    handled,
    body: { meeting: plan.meeting.id, session, type: 'item', ...body },
  });
  const one = { order: 'a0', title: 'Update', minutes: 20, leads: ['b'], papers: ['p1'], leadNote: 'Chair' };
  const speaker = (party: string, order: string) => ({ id: party, order, party, zone: 'Asia/Tokyo' });
  const other = { order: 'a1', title: 'Update', minutes: 40, leads: ['a', 'b'], speakers: [speaker('x', 'a0')] };
  const items = [inSession(first, one), inSession(second, other)];
  const changes = arrange({ ...plan, items }, { does: 'join', item: first }, () => id('new'));
  expect(changes).toEqual([
    {
      does: 'edit',
      record: first,
      before: { minutes: 20, leads: ['b'], speakers: null },
      after: { minutes: 60, leads: ['a', 'b'], speakers: [speaker('x', 'a0')] },
    },
    { does: 'remove', record: second },
  ]);
  const refused = (others: readonly Marked[], code: string) =>
    expect(() => arrange({ ...plan, items: others }, { does: 'join', item: first }, () => id('new'))).toThrow(
      expect.objectContaining({ code }),
    );
  refused([inSession(first, one)], 'meeting.nothingFollows');
  refused([inSession(first, one), inSession(second, { ...other, type: 'break' })], 'meeting.nothingFollows');
  // What is handled otherwise, be it stricter or another's to loosen, does not become part of it.
  refused([inSession(first, one), inSession(second, other, 'otherwise')], 'meeting.marksDiffer');
});

it('a session ends with its last item, and the later ones of its day move by as much, or not at all', () => {
  const plan = planOf(atFirst());
  const [morning] = plan.sessions;
  const item: Marked = {
    id: id('long'),
    label: 'TLP:AMBER',
    body: {
      meeting: plan.meeting.id,
      session: morning?.id ?? '',
      order: 'a0',
      type: 'item',
      title: 'Long',
      minutes: 245,
    },
  };
  const ending = (minutes: number, shift: boolean) => {
    const items = [{ ...item, body: { ...item.body, minutes } }];
    const operation = { does: 'endLater', session: morning?.id ?? id('none'), shift } as const;
    return arrange({ ...plan, items }, operation, () => id('new')).map(
      (change) => change.does === 'edit' && change.after,
    );
  };
  expect(ending(200, true)).toEqual([]);
  expect(ending(245, false)).toEqual([{ ends: '13:05' }]);
  expect(ending(245, true)).toEqual([{ ends: '13:05' }, { starts: '14:20', ends: '17:20' }]);
  expect(() => ending(225 + 421, true)).toThrow(expect.objectContaining({ code: 'meeting.pastMidnight' }));
});

it('minutes between items shift what follows, none lie around a break, and a session ends later by them too', () => {
  const plan = planOf(atFirst());
  const session = plan.sessions[0]?.id ?? id('none');
  const lasting = (name: string, minutes: number, type = 'item'): Marked => ({
    id: id(name),
    label: 'TLP:AMBER',
    body: { meeting: plan.meeting.id, session, order: name, type, title: name, minutes },
  });
  const items = [
    lasting('a0', 60),
    lasting('a1', 60),
    lasting('a2', 15, 'break'),
    lasting('a3', 60),
    lasting('a4', 30),
  ];
  const set = (minutes: number) =>
    arrange({ ...plan, items }, { does: 'buffer', session, minutes }, () => id('none')).map(
      (change) => change.does === 'edit' && change.after,
    );
  expect(set(10)).toEqual([{ buffer: 10 }]);
  expect(set(0)).toEqual([]);
  for (const wrong of [-5, 2.5, 61, Number.NaN])
    expect(() => set(wrong)).toThrow(expect.objectContaining({ code: 'meeting.buffer' }));
  const buffered = plan.sessions.map((one) =>
    one.id === session ? { ...one, body: { ...one.body, buffer: 10 } } : one,
  );
  const [morning] = timetableOf(plan.meeting, buffered, items);
  expect(morning?.items.map(({ starts }) => starts)).toEqual(['09:00', '10:10', '11:10', '11:25', '12:35']);
  expect(morning?.over).toBe(20);
  const later = arrange({ ...plan, sessions: buffered, items }, { does: 'endLater', session, shift: false }, () =>
    id('none'),
  );
  expect(later).toMatchObject([{ after: { ends: '13:05' } }]);
});
