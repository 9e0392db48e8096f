import { describe, expect, it } from 'vitest';
import { checkPlan, type Plan, type PlannedPaper } from '../../../domain/meetings/checks.ts';
import { checkInWords } from '../../../domain/meetings/checkWords.ts';
import { regularSessions } from '../../../domain/meetings/regularTemplate.ts';
import { type Planned, timetableOf } from '../../../domain/meetings/timetable.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';

const planned = (name: string, body: JsonObject): Planned => ({ id: naturalId('test', name), body });

const meeting = planned('meeting', {
  type: 'regular',
  starts: '2027-03-11',
  ends: '2027-03-12',
  zone: 'Europe/Lisbon',
});

const sessionsOf = (bodies: JsonObject[]): Planned[] =>
  bodies.map((body, index) => planned(`session ${index}`, { meeting: meeting.id, ...body }));

function plan(
  options: { sessions?: JsonObject[]; items?: Planned[]; papers?: PlannedPaper[]; today?: string } = {},
): Plan {
  const sessions = timetableOf(meeting, sessionsOf(options.sessions ?? regularSessions()), options.items ?? []);
  return { meeting, sessions, papers: options.papers ?? [], today: options.today ?? '2027-03-01' };
}

const itemIn = (session: number, name: string, body: JsonObject): Planned =>
  planned(name, {
    session: naturalId('test', `session ${session}`),
    type: 'item',
    title: name,
    minutes: 30,
    order: 'a0',
    ...body,
  });

const codes = (found: Plan) => checkPlan(found).map((check) => check.code);

describe('the timetable', () => {
  it('puts items one after another from the start of their session, in their order', () => {
    const { sessions } = plan({
      items: [itemIn(0, 'second', { order: 'a1', minutes: 45 }), itemIn(0, 'first', { order: 'a0', minutes: 15 })],
    });
    expect(sessions[0]?.items.map(({ body, starts, ends }) => [body.title, starts, ends])).toEqual([
      ['first', '09:00', '09:15'],
      ['second', '09:15', '10:00'],
    ]);
    expect(sessions.map((session) => session.date)).toEqual(['2027-03-11', '2027-03-11', '2027-03-12', '2027-03-12']);
  });
});

describe('the checks beside the plan', () => {
  it('find nothing wrong with the template of a regular meeting', () => {
    expect(codes(plan())).toEqual([]);
  });

  it('refuse a regular meeting of one day without an open morning', () => {
    expect(codes(plan({ sessions: regularSessions().filter((session) => session.day === 1) }))).toEqual([
      'fewerThanTwoDays',
      'noOpenMorning',
    ]);
  });

  it('warn of items that run over, with the minutes', () => {
    const found = checkPlan(plan({ items: [itemIn(3, 'long', { minutes: 150 })] }));
    expect(found.map((check) => [check.code, check.words])).toEqual([['overTime', ['30', '16:00']]]);
  });

  it('refuse sessions that overlap', () => {
    const sessions = regularSessions().map((session) =>
      session.starts === '09:00' ? { ...session, ends: '14:30' } : session,
    );
    expect(codes(plan({ sessions }))).toEqual(['sessionsOverlap']);
  });

  it('let working groups meet beside one another, each in its room, and say who would be in two places', () => {
    const [person, body] = [naturalId('test', 'person'), naturalId('test', 'body')];
    const inRooms = (...rooms: string[]) => [
      ...regularSessions(),
      ...rooms.map((room) => ({ day: 1, starts: '18:00', ends: '19:00', access: 'closed', room })),
    ];
    expect(codes(plan({ sessions: inRooms('Blue', ' blue ') }))).toEqual(['sessionsOverlap']);
    expect(codes(plan({ sessions: inRooms('Blue', '') }))).toEqual(['sessionsOverlap']);
    const items = [itemIn(4, 'one', { leads: [body, person] }), itemIn(5, 'other', { leads: [body, person] })];
    const beside = plan({ sessions: inRooms('Blue', 'Green'), items });
    expect(codes(beside)).toEqual([]);
    expect(checkPlan({ ...beside, persons: new Set([person]) }).map((check) => checkInWords(check, 'en'))).toEqual([
      expect.stringMatching(/^Somebody is at “(one|other)” and at “(one|other)” at the same time\.$/),
    ]);
    const after = [items[0], itemIn(5, 'wait', { order: 'a0' }), itemIn(5, 'other', { order: 'a1', leads: [person] })];
    const apart = plan({ sessions: inRooms('Blue', 'Green'), items: after.filter((item) => item !== undefined) });
    expect(codes({ ...apart, persons: new Set([person]) })).toEqual([]);
  });

  it('ask for the briefing of the Board and for inputs in the open morning, until somebody says why there are none', () => {
    const body = naturalId('test', 'invited body');
    const outside = new Set<string>([body]);
    const of = (items: Planned[], overruled: JsonObject[] = []) => {
      const regular = { ...meeting, body: { ...meeting.body, overruled } };
      return checkPlan({ ...plan({ items }), meeting: regular, outside }).map((one) => `${one.code} ${one.severity}`);
    };
    const [briefing, inputs] = [itemIn(2, 'briefing', {}), itemIn(2, 'inputs', { order: 'a1', leads: [body] })];
    expect(of([])).toEqual([]);
    expect(of([itemIn(0, 'closed', {})])).toEqual(['noBriefing refusal', 'noInputs refusal']);
    expect(of([briefing])).toEqual(['noInputs refusal']);
    expect(of([inputs])).toEqual(['noBriefing refusal']);
    expect(of([briefing, inputs])).toEqual([]);
    const speaks = { order: 'a1', speakers: [{ id: 's', order: 'a0', party: body, zone: 'Europe/Lisbon' }] };
    expect(of([briefing, itemIn(2, 'by link', speaks)])).toEqual([]);
    // Of a break, and of what invited bodies do in the afternoon, nobody in the morning hears anything.
    const elsewhere = [itemIn(2, 'coffee', { type: 'break' }), itemIn(3, 'later', { leads: [body] })];
    expect(of([briefing, ...elsewhere])).toEqual(['noInputs refusal']);
    const because = { id: 'o', order: 'a0', check: 'noInputs', reason: 'The bodies are heard at the next meeting.' };
    expect(of([briefing], [because])).toEqual(['noInputs warning']);
  });

  it('say that the clocks change during a session, on the day of the place and no other', () => {
    const night = [...regularSessions(), { day: 1, starts: '00:30', ends: '04:00', access: 'closed', room: 'Night' }];
    const on = (starts: string, zone = 'Europe/Lisbon') => {
      const held = { ...meeting, body: { ...meeting.body, starts, zone } };
      const found = checkPlan({ ...plan(), meeting: held, sessions: timetableOf(held, sessionsOf(night), []) });
      return found.filter(({ code }) => code === 'clockChange').map((check) => checkInWords(check, 'en'));
    };
    expect(on('2027-03-28')).toEqual([expect.stringContaining('The clocks change during the session at 00:30')]);
    expect(on('2027-10-31')).toHaveLength(1);
    expect(on('2027-03-27')).toEqual([]);
    expect(on('2028-02-29')).toEqual([]);
    expect(on('2027-03-28', 'Asia/Tashkent')).toEqual([]);
    expect(on('2027-03-28', 'Nowhere/Known')).toEqual([]);
  });

  it('name who was deleted and still leads', () => {
    const [lead, other] = [naturalId('test', 'lead'), naturalId('test', 'other')];
    const items = [itemIn(0, 'briefing', { leads: [lead, other] })];
    const gone = new Map<string, string>([[lead, 'Piet Overlaak']]);
    expect(checkPlan({ ...plan({ items }), gone }).map((check) => checkInWords(check, 'en'))).toEqual([
      'Piet Overlaak was deleted and still stands at “briefing”.',
    ]);
  });

  it('say how much of what runs over lies between the items', () => {
    const sessions = regularSessions().map((session) => ({ ...session, buffer: 10 }));
    const items = [itemIn(3, 'one', { minutes: 70 }), itemIn(3, 'other', { minutes: 50, order: 'a1' })];
    expect(checkPlan(plan({ sessions, items })).map((check) => checkInWords(check, 'en'))).toEqual([
      'The items run 10 minutes over the end of the session at 16:00. 10 minutes lie between them.',
    ]);
  });

  it('keep saying a rule that was overruled, with the reason, and not against issuing the agenda', () => {
    const sessions = sessionsOf(regularSessions().filter((session) => session.day === 1));
    const overruled = [{ id: 'o', order: 'a0', check: 'noOpenMorning', reason: 'No body could be invited in time.' }];
    const held = { ...meeting, body: { ...meeting.body, overruled } };
    const found = checkPlan({ ...plan(), meeting: held, sessions: timetableOf(held, sessions, []) });
    expect(found).toMatchObject([
      { code: 'fewerThanTwoDays', severity: 'refusal' },
      { code: 'noOpenMorning', severity: 'warning', overruled: 'No body could be invited in time.' },
    ]);
    expect(found[0]).not.toHaveProperty('overruled');
  });

  it('refuse a closed paper on an open item, and not on a closed one', () => {
    const paper: PlannedPaper = { ...planned('paper', { number: 'CB/8/9' }), label: 'TLP:AMBER' };
    const on = (session: number) =>
      codes(plan({ items: [itemIn(session, 'briefing', { papers: [paper.id] })], papers: [paper] }));
    expect([on(2), on(0)]).toEqual([['closedPaper'], []]);
    expect(
      codes(
        plan({ items: [itemIn(2, 'briefing', { papers: [paper.id] })], papers: [{ ...paper, label: 'TLP:GREEN' }] }),
      ),
    ).toEqual([]);
  });

  it('warn of a video link in the night of the speaker', () => {
    const speaker = (zone: string) => [{ id: 's', order: 'a0', party: naturalId('test', 'party'), zone }];
    const found = checkPlan(plan({ items: [itemIn(0, 'by link', { speakers: speaker('America/Sao_Paulo') })] }));
    expect(found).toEqual([]);
    const night = checkPlan(plan({ items: [itemIn(0, 'by link', { speakers: speaker('America/Los_Angeles') })] }));
    expect(night.map((check) => checkInWords(check, 'en'))).toEqual([
      'Video link at 01:00 for the speaker on “by link”.',
    ]);
  });

  it('say which papers are late, until they are in', () => {
    const paper = (status: string): PlannedPaper => ({
      ...planned(status, { number: status === 'drafting' ? 'CB/8/4' : 'CB/8/5', due: '2027-02-18', status }),
      label: 'TLP:AMBER',
    });
    const late = checkPlan(plan({ papers: [paper('drafting'), paper('submitted')] }));
    expect(late.map((check) => checkInWords(check, 'fr'))).toEqual([
      'CB/8/4 était attendu le 2027-02-18 et n’est pas arrivé.',
    ]);
  });

  it('refuse a number that is used twice', () => {
    const items = [itemIn(0, 'one', { number: 3 }), itemIn(1, 'other', { number: 3 })];
    expect(checkPlan(plan({ items })).map((check) => [check.code, check.records.length])).toEqual([['numberTwice', 2]]);
  });
});
