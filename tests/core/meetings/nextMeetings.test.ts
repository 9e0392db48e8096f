import { describe, expect, it } from 'vitest';
import { arrangeMeeting } from '../../../core/meetings/arrangeMeeting.ts';
import { carryOver, unfinishedBefore } from '../../../core/meetings/carryOver.ts';
import { planAsBefore, planOtherMeeting, planRegularMeeting } from '../../../core/meetings/planMeeting.ts';
import { readTimetable } from '../../../core/meetings/readTimetable.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import type { Session } from '../../../core/session.ts';
import { startingDistribution } from '../../../domain/handling/change.ts';
import type { Label } from '../../../domain/handling/handling.ts';
import { MeetingType } from '../../../domain/meetings/kinds.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { aMember, aPaper, aSession, computed, deliver, randomId, refusal } from '../../helpers/aSession.ts';

const PLACE = {
  title: '9th meeting',
  starts: '2027-09-09',
  venue: 'Assembly House',
  city: 'Avanor',
  zone: 'Europe/Lisbon',
};
const NINTH = { ...PLACE, symbol: 'CB/9', number: 9 };
const TENTH = { ...PLACE, title: '10th meeting', symbol: 'CB/10', number: 10, starts: '2028-03-09' };

function add(session: Session, meeting: RecordId, title: string, to: RecordId | null): RecordId {
  const operation = { does: 'addItem', type: 'item', title, minutes: 30, to, before: null } as const;
  return arrangeMeeting(session, meeting, operation, 'Taken out').created[0] ?? randomId();
}

const markFor = (label: Label, { vault }: Session) => ({
  label,
  distribution: startingDistribution(label, {
    organisation: vault.installation.organisation,
    person: vault.installation.seat,
  }),
});

const titles = (session: Session, meeting: RecordId) => {
  const { sessions, tray } = readTimetable(session, meeting, 'en');
  return [...sessions.map(({ items }) => items.map(({ title }) => title)), tray.map(({ title }) => title)];
};

describe('a meeting planned as an earlier one', () => {
  it('has its sessions, items and leads, under their marks, and nothing of what was done', async () => {
    const here = await aSession('Secretariat', 'secretariat');
    const ninth = planRegularMeeting(here, NINTH);
    const [first = null, , open = null] = ninth.sessions;
    const dive = add(here, ninth.meeting, 'Deep-dive', first);
    add(here, ninth.meeting, 'Inputs', open);
    const paper = aPaper(here, { meeting: ninth.meeting }).id;
    editRecord(
      here,
      dive,
      { papers: [paper], number: 3, outcome: 'adjourned', leadNote: 'Chair' },
      { mark: markFor('TLP:RED', here) },
    );
    const tenth = planAsBefore(here, { ...TENTH, from: ninth.meeting, type: 'regular' });
    expect(titles(here, tenth.meeting)).toEqual([['Deep-dive'], [], ['Inputs'], [], []]);
    expect(readRecord(here.vault, tenth.meeting).body).toMatchObject({
      number: 10,
      starts: '2028-03-09',
      ends: '2028-03-10',
    });
    const [copy = dive, input = dive] = tenth.items;
    expect(readRecord(here.vault, copy).body).toEqual({
      ...{ meeting: tenth.meeting, session: tenth.sessions[0], order: 'a0', type: 'item' },
      ...{ title: 'Deep-dive', minutes: 30, leadNote: 'Chair', approves: ninth.meeting },
    });
    expect(readRecord(here.vault, copy).handling.label).toBe('TLP:RED');
    expect(readRecord(here.vault, input).handling.label).toBe('TLP:GREEN');
  });

  it('leaves out what another organisation wrote, whose mark would be ours to loosen', async () => {
    const [here, there] = [await aSession('Secretariat', 'secretariat'), await aSession('Tavania')];
    for (const name of ['Secretariat', 'Tavania']) aMember(here, name);
    const ninth = planRegularMeeting(here, NINTH);
    add(here, ninth.meeting, 'Deep-dive', ninth.sessions[0] ?? null);
    deliver(here, there, 'b1');
    add(there, ninth.meeting, 'Our own', ninth.sessions[0] ?? null);
    const plan = { ...PLACE, symbol: 'CB/S/1', type: 'special', from: ninth.meeting } as const;
    expect(titles(there, planAsBefore(there, plan).meeting)[0]).toEqual(['Our own']);
    refusal(() => planAsBefore(there, { ...plan, from: randomId() }), 'record.missing');
    refusal(() => planAsBefore(there, { ...plan, type: 'regular', number: 3 }), 'record.numbersBySecretariat');
  });
});

describe('what an earlier meeting did not conclude', () => {
  it('is carried into the tray once, with its papers and its mark, and goes on with the item it comes from', async () => {
    const here = await aSession('Secretariat', 'secretariat');
    const [ninth, tenth] = [planRegularMeeting(here, NINTH), planRegularMeeting(here, TENTH)];
    const [first = null] = ninth.sessions;
    const [done, dive, late] = ['Done', 'Deep-dive', 'Late'].map((title) => add(here, ninth.meeting, title, first));
    if (done === undefined || dive === undefined || late === undefined) throw new TypeError('No items.');
    const paper = aPaper(here, { meeting: ninth.meeting }).id;
    editRecord(here, done, { outcome: 'concluded' });
    editRecord(
      here,
      dive,
      { outcome: 'adjourned', papers: [paper], number: 2 },
      { mark: markFor('TLP:AMBER+STRICT', here), expires: '2099-12-31' },
    );
    editRecord(here, late, { outcome: 'notReached' });
    const offered = unfinishedBefore(here, tenth.meeting);
    expect(offered.map(({ title, outcome, mayCarry }) => [title, outcome, mayCarry])).toEqual([
      ['2 Deep-dive', 'adjourned', true],
      ['Late', 'notReached', true],
    ]);
    // Not to the meeting itself, nor to one before it.
    expect(unfinishedBefore(here, ninth.meeting)).toEqual([]);
    const [carried = dive] = carryOver(here, tenth.meeting, [dive]);
    expect(readRecord(here.vault, carried)).toMatchObject({
      body: { title: 'Deep-dive', papers: [paper], continues: dive },
      handling: { label: 'TLP:AMBER+STRICT', expires: '2099-12-31' },
    });
    expect(readRecord(here.vault, carried).body).not.toHaveProperty('number');
    expect(titles(here, tenth.meeting).at(-1)).toEqual(['Deep-dive']);
    expect(unfinishedBefore(here, tenth.meeting).map(({ item }) => item)).toEqual([late]);
    const before = computed(here);
    refusal(() => carryOver(here, tenth.meeting, [late, dive]), 'record.missing');
    refusal(() => carryOver(here, tenth.meeting, [late, late]), 'record.missing');
    expect(computed(here)).toEqual(before);
    deleteRecord(here, carried, 'Not now');
    expect(unfinishedBefore(here, tenth.meeting)).toHaveLength(2);
  });
});

it('meetings of every other type begin with one closed session', async () => {
  const here = await aSession();
  for (const type of MeetingType.exclude(['regular']).options) {
    const { meeting } = planOtherMeeting(here, { ...PLACE, symbol: `CB/${type}`, type, theme: 'Marrow valley' });
    const { sessions, checks } = readTimetable(here, meeting, 'en');
    expect([sessions.map(({ access }) => access), checks]).toEqual([['closed'], []]);
    expect(readRecord(here.vault, meeting).body).toMatchObject({ type, theme: 'Marrow valley' });
  }
});
