import { describe, expect, it } from 'vitest';
import { arrangeMeeting } from '../../../core/meetings/arrangeMeeting.ts';
import { planOtherMeeting, planRegularMeeting } from '../../../core/meetings/planMeeting.ts';
import { readTimetable } from '../../../core/meetings/readTimetable.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { Session } from '../../../core/session.ts';
import { backwards, type Operation } from '../../../domain/meetings/operations.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { aPaper, aSession, computed, deliver, randomId, refusal, type TestSession } from '../../helpers/aSession.ts';

const PLACE = {
  title: '9th meeting',
  symbol: 'CB/9',
  starts: '2027-09-09',
  venue: 'Assembly House',
  city: 'Avanor',
  zone: 'Europe/Lisbon',
};
const REGULAR = { ...PLACE, number: 9 };

async function aPlan(): Promise<{ here: TestSession; meeting: RecordId; sessions: RecordId[] }> {
  const here = await aSession('Secretariat', 'secretariat');
  return { here, ...planRegularMeeting(here, REGULAR) };
}

const does = (session: Session, meeting: RecordId, operation: Operation) =>
  arrangeMeeting(session, meeting, operation, 'Taken out');

function add(session: Session, meeting: RecordId, title: string, to: RecordId | undefined, minutes = 30): RecordId {
  const place = { to: to ?? null, before: null };
  const { created } = does(session, meeting, { does: 'addItem', type: 'item', title, minutes, ...place });
  return created[0] ?? randomId();
}

const shown = (session: Session, meeting: RecordId) => {
  const { sessions, tray } = readTimetable(session, meeting, 'en');
  return [
    ...sessions.map(({ items }) => items.map(({ title, starts, minutes }) => `${title} ${starts} ${minutes}`)),
    tray.map(({ title }) => title),
  ];
};

describe('a plan', () => {
  it('is arranged, taken back and done again, one step of each record’s history at a time', async () => {
    const { here, meeting, sessions } = await aPlan();
    const [opening, dive] = [
      add(here, meeting, 'Opening', sessions[0], 20),
      add(here, meeting, 'Dive', sessions[0], 100),
    ];
    const [to = null] = sessions.slice(2);
    const moved = does(here, meeting, { does: 'move', item: dive, to, before: null });
    does(here, meeting, { does: 'addItem', type: 'break', title: 'Break', minutes: 15, to, before: dive });
    expect(shown(here, meeting)).toEqual([['Opening 09:00 20'], [], ['Break 09:30 15', 'Dive 09:45 100'], [], []]);
    does(here, meeting, { does: 'steps', steps: backwards(moved.steps) });
    expect(shown(here, meeting)).toEqual([['Opening 09:00 20', 'Dive 09:20 100'], [], ['Break 09:30 15'], [], []]);
    does(here, meeting, { does: 'steps', steps: moved.steps });

    const gone = does(here, meeting, { does: 'removeSession', session: to ?? meeting });
    expect(shown(here, meeting)).toEqual([['Opening 09:00 20'], [], [], ['Break', 'Dive']]);
    does(here, meeting, { does: 'steps', steps: backwards(gone.steps) });
    expect(shown(here, meeting)[2]).toEqual(['Break 09:30 15', 'Dive 09:45 100']);
    expect(readRecord(here.vault, opening).deleted).toBe(false);

    const again = await here.reopen();
    expect(shown(again, meeting)[2]).toEqual(['Break 09:30 15', 'Dive 09:45 100']);
    expect(here.announced.at(-1)).toMatchObject({ event: 'recordsChanged' });
  });

  it('shows invited bodies what is added to the open session, and marks nothing else so', async () => {
    const { here, meeting, sessions } = await aPlan();
    const [open, closed] = [add(here, meeting, 'Inputs', sessions[2]), add(here, meeting, 'Dive', sessions[0])];
    expect(readRecord(here.vault, open).handling).toMatchObject({
      label: 'TLP:GREEN',
      distribution: { to: 'community' },
    });
    expect(readRecord(here.vault, closed).handling.label).toBe('TLP:AMBER');
    does(here, meeting, { does: 'move', item: closed, to: sessions[2] ?? null, before: open });
    const { checks } = readTimetable(here, meeting, 'fr');
    expect(checks).toMatchObject([
      { code: 'noInputs', severity: 'refusal' },
      { code: 'closedMark', severity: 'warning', records: [closed] },
    ]);
    does(here, meeting, { does: 'number' });
    expect([open, closed].map((id) => readRecord(here.vault, id).body.openNumber)).toEqual(['O1', undefined]);
  });

  it('refuses what makes no sense, and changes nothing', async () => {
    const { here, meeting, sessions } = await aPlan();
    const [session = meeting] = sessions;
    const item = add(here, meeting, 'Opening', session);
    const elsewhere = planOtherMeeting(here, { ...PLACE, type: 'special', title: 'Special', symbol: 'CB/S/1' });
    const before = computed(here);
    const place = { to: session, before: null };
    const hours = { starts: '09:00', ends: '10:00' };
    const refused: readonly (readonly [Operation, string])[] = [
      [{ does: 'lengthen', item, minutes: 0 }, 'meeting.minutes'],
      [{ does: 'lengthen', item, minutes: 1441 }, 'meeting.minutes'],
      [{ does: 'lengthen', item, minutes: 2.5 }, 'meeting.minutes'],
      [{ does: 'split', item, minutes: 30 }, 'meeting.minutes'],
      [{ does: 'addItem', type: 'item', title: ' ', minutes: 5, ...place }, 'meeting.nameless'],
      [{ does: 'addItem', type: 'item', title: 'x', minutes: 5, ...place, before: randomId() }, 'meeting.entryGone'],
      [{ does: 'move', item: randomId(), ...place }, 'meeting.entryGone'],
      [{ does: 'move', item, to: elsewhere.sessions[0] ?? null, before: null }, 'meeting.entryGone'],
      [{ does: 'moveSession', session, day: 1, starts: '10:00', ends: '10:00' }, 'meeting.endBeforeStart'],
      [{ does: 'moveSession', session, day: 32, ...hours }, 'meeting.tooManyDays'],
      [{ does: 'addSession', access: 'closed', day: 0, ...hours }, 'meeting.tooManyDays'],
      [{ does: 'dates', starts: '2027-09-09', ends: '2027-09-08' }, 'meeting.endBeforeStart'],
      [{ does: 'dates', starts: '2027-09-09', ends: '2027-10-10' }, 'meeting.tooManyDays'],
      [{ does: 'dates', starts: '2027-09-09', ends: '2027-09-09' }, 'meeting.sessionsBeyond'],
      [{ does: 'steps', steps: [{ does: 'remove', record: elsewhere.meeting }] }, 'meeting.entryGone'],
      [
        { does: 'steps', steps: [{ does: 'edit', record: item, before: { minutes: 31 }, after: { minutes: 32 } }] },
        'meeting.changedMeanwhile',
      ],
    ];
    for (const [operation, code] of refused) refusal(() => does(here, meeting, operation), code);
    refusal(() => does(here, item, { does: 'number' }), 'record.missing');
    refusal(() => planRegularMeeting(here, { ...REGULAR, zone: 'Europe/Atlantis' }), 'meeting.zoneUnknown');
    expect(computed(here)).toEqual(before);
  });

  it('all of an operation or nothing: one record in conflict keeps the others as they are', async () => {
    const { here, meeting, sessions } = await aPlan();
    const there = await aSession('Tavania');
    const item = add(here, meeting, 'Opening', sessions[0]);
    const free = add(here, meeting, 'Dive', sessions[0]);
    deliver(here, there, 'b1');
    does(here, meeting, { does: 'move', item, to: sessions[1] ?? null, before: null });
    shareDrafts(here, 'all');
    does(there, meeting, { does: 'move', item, to: sessions[3] ?? null, before: null });
    deliver(there, here, 'b2');
    const { sessions: planned, tray } = readTimetable(here, meeting, 'en');
    const all = [...planned.flatMap(({ items }) => items), ...tray];
    expect(all.filter((one) => one.item === item)).toMatchObject([{ conflicted: true }]);
    refusal(() => does(here, meeting, { does: 'number' }), 'record.conflict');
    expect(readRecord(here.vault, free).body.number).toBeUndefined();
  });

  it('leaves numbers to the Secretariat', async () => {
    const { here, meeting, sessions } = await aPlan();
    const there = await aSession('Tavania');
    add(here, meeting, 'Opening', sessions[0]);
    deliver(here, there, 'b1');
    refusal(() => does(there, meeting, { does: 'number' }), 'record.numbersBySecretariat');
    refusal(() => planRegularMeeting(there, REGULAR), 'record.numbersBySecretariat');
    const special = planOtherMeeting(there, { ...PLACE, type: 'workingGroup', symbol: 'CB/WG/1' });
    expect(readTimetable(there, special.meeting, 'en')).toMatchObject({
      days: [{ day: 1 }],
      sessions: [{ items: [] }],
    });
  });

  it('shows a deleted paper as such, and a meeting without a first day with all that is in it', async () => {
    const { here, meeting, sessions } = await aPlan();
    const item = add(here, meeting, 'Dive', sessions[0]);
    const paper = aPaper(here, { meeting, title: 'Update', status: 'drafting' }).id;
    editRecord(here, item, { papers: [paper, randomId()] });
    deleteRecord(here, paper, 'Twice');
    const [shownItem] = readTimetable(here, meeting, 'en').sessions[0]?.items ?? [];
    expect(shownItem?.papers).toMatchObject([{ title: 'Update', deleted: true, here: true }, { here: false }]);

    const bare = createRecord(here, 'meeting', { title: 'Some day' }).id;
    const loose = createRecord(here, 'session', { meeting: bare, day: 1, starts: '09:00', ends: '10:00' }).id;
    createRecord(here, 'agendaItem', { meeting: bare, session: loose, title: 'Something', order: 'a0', minutes: 10 });
    expect(readTimetable(here, bare, 'en')).toMatchObject({
      days: [],
      sessions: [],
      untimed: [loose],
      tray: [{ title: 'Something' }],
    });
  });
});
