import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meetingsCalls } from '../../../contract/meetings/calls.ts';
import { arrangeMeeting } from '../../../core/meetings/arrangeMeeting.ts';
import { planRegularMeeting } from '../../../core/meetings/planMeeting.ts';
import { readTimetable } from '../../../core/meetings/readTimetable.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import { Operation } from '../../../domain/meetings/operations.ts';
import { clockOf } from '../../../domain/meetings/timing.ts';
import { foreseen } from '../../../renderer/meetings/plan/foreseen.ts';
import type { Plan } from '../../../renderer/meetings/plan/planTypes.ts';
import type { Wish } from '../../../renderer/meetings/plan/wishes.ts';
import { aSession } from '../../helpers/aSession.ts';

const wish = fc.record({
  does: fc.constantFrom('move', 'move', 'move', 'lengthen', 'buffer', 'moveSession', 'remove'),
  which: fc.nat(40),
  to: fc.nat(5),
  before: fc.nat(6),
  minutes: fc.integer({ min: 1, max: 200 }),
});

function wishOf(
  plan: Plan,
  { does, which, to, before, minutes }: typeof wish extends fc.Arbitrary<infer T> ? T : never,
) {
  const items = [...plan.sessions.flatMap((session) => session.items), ...plan.tray];
  const item = items[which % (items.length || 1)]?.item;
  const session = plan.sessions[which % plan.sessions.length];
  const target = to === 0 ? undefined : plan.sessions[to % plan.sessions.length];
  const among = target === undefined ? plan.tray : target.items;
  const place = { to: target?.session ?? null, before: among[before]?.item ?? null };
  const hours = { day: 1 + (which % 2), starts: clockOf(480 + minutes), ends: clockOf(600 + minutes) };
  const wishes: Record<string, Wish | undefined> = {
    move: item && { does: 'move', item, ...place },
    lengthen: item && { does: 'lengthen', item, minutes },
    remove: item && { does: 'remove', item },
    buffer: session && { does: 'buffer', session: session.session, minutes: minutes % 61 },
    moveSession: session && { does: 'moveSession', session: session.session, ...hours },
  };
  return wishes[does];
}

/** All but the checks, and the clocks of speakers. */
const placesIn = ({ checks: _checks, sessions, tray, ...plan }: Plan) => ({
  ...plan,
  sessions: sessions.map((session) => ({
    ...session,
    items: session.items.map((item) => ({ ...item, speakers: [] })),
  })),
  tray: tray.map((item) => ({ ...item, speakers: [] })),
});

/** What the clock shows with the speaker of each item; of one that comes from the tray only the vault knows it. */
const clocksIn = ({ sessions }: Plan) =>
  new Map(
    sessions
      .flatMap(({ items }) => items)
      .flatMap(({ item, speakers: [speaker] }) =>
        speaker?.time === undefined ? [] : [[item, `${speaker.time} ${speaker.dayShift}`] as const],
      ),
  );

it('what is shown at once of an operation is what the vault says of it afterwards', async () => {
  const here = await aSession('Secretariat', 'secretariat');
  const place = { venue: 'Assembly House', city: 'Avanor', zone: 'Europe/Lisbon' };
  const regular = { title: '9th meeting', symbol: 'CB/9', number: 9, starts: '2027-09-09', ...place };
  const { meeting, sessions } = planRegularMeeting(here, regular);
  const speaker = createRecord(here, 'person', { name: 'Bakhtar Selimund' }).id;
  const add = (at: number) => {
    const speakers = at % 3 > 0 ? {} : { speakers: [{ id: 's', order: 'a0', party: speaker, zone: 'Asia/Tashkent' }] };
    const where = { session: sessions[at % 5], order: `a${at}`, type: at % 4 === 0 ? 'break' : 'item' };
    const body = { meeting, ...where, title: `Item ${at}`, minutes: 15 + at, ...speakers };
    createRecord(here, 'agendaItem', JSON.parse(JSON.stringify(body)));
  };
  for (let at = 0; at < 10; at += 1) add(at);
  const read = (): Plan => meetingsCalls.timetable.output.parse(readTimetable(here, meeting, 'en'));
  let seen = 0;
  fc.assert(
    fc.property(wish, (asked) => {
      const before = read();
      const wanted = wishOf(before, asked);
      if (wanted === undefined) return;
      const shown = foreseen(before, wanted);
      try {
        arrangeMeeting(here, meeting, Operation.parse(wanted), 'Taken out');
      } catch (error) {
        if (error instanceof AmberdeskError) return;
        throw error;
      }
      if (shown === undefined) return;
      seen += 1;
      const written = read();
      expect(placesIn(shown)).toEqual(placesIn(written));
      const clocks = clocksIn(written);
      for (const [item, clock] of clocksIn(shown)) expect(clocks.get(item), item).toBe(clock);
    }),
    { numRuns: 120 },
  );
  expect(seen).toBeGreaterThan(60);
});
