import { describe, expect, it } from 'vitest';
import { meetingsCalls } from '../../../contract/meetings/calls.ts';
import { searchLibrary } from '../../../core/library/searchLibrary.ts';
import { arrangeMeeting } from '../../../core/meetings/arrangeMeeting.ts';
import { giveCues, readCues, withdrawCues } from '../../../core/meetings/cues.ts';
import { planRegularMeeting } from '../../../core/meetings/planMeeting.ts';
import { readTimetable } from '../../../core/meetings/readTimetable.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { backwards } from '../../../domain/meetings/operations.ts';
import { naturalId, type RecordId } from '../../../domain/records/ids.ts';
import { aMember, aSession, deliver, randomId, refusal, type TestSession } from '../../helpers/aSession.ts';

const MEETING = {
  title: '9th meeting',
  number: 9,
  symbol: 'CB/9',
  starts: '2027-09-09',
  venue: 'Assembly House',
  city: 'Avanor',
  zone: 'Europe/Lisbon',
};

/** A meeting with two items in its first session. */
async function aRoom(chair?: RecordId) {
  const here = await aSession('Secretariat', 'secretariat');
  const { meeting, sessions } = planRegularMeeting(here, { ...MEETING, ...(chair === undefined ? {} : { chair }) });
  const [to = null] = sessions;
  const add = (title: string): RecordId => {
    const operation = { does: 'addItem', type: 'item', title, minutes: 30, to, before: null } as const;
    return arrangeMeeting(here, meeting, operation, 'Taken out').created[0] ?? randomId();
  };
  return { here, meeting, first: add('Opening'), second: add('Deep-dive') };
}

const writeCue = (session: TestSession, meeting: RecordId, record: RecordId, said: object) =>
  createRecord(session, 'cue', {
    meeting,
    record,
    moment: 'during',
    organisation: session.vault.installation.organisation,
    ...said,
  }).id;

const notes = ({ vault }: TestSession, item: RecordId) => {
  const { began, ended, outcome } = readRecord(vault, item).body;
  return [began, ended, outcome];
};

describe('in the room', () => {
  it('what begins ends what is under way, and all of it is taken back at once', async () => {
    const { here, meeting, first, second } = await aRoom();
    const note = (operation: Parameters<typeof arrangeMeeting>[2]) =>
      arrangeMeeting(here, meeting, operation, 'Undone');
    note({ does: 'begin', item: first, at: '2027-09-09T08:00:05Z' });
    const { steps } = note({ does: 'begin', item: second, at: '2027-09-09T08:31:00Z' });
    expect(notes(here, first)).toEqual(['2027-09-09T08:00:05Z', '2027-09-09T08:31:00Z', 'concluded']);
    note({ does: 'steps', steps: backwards(steps) });
    expect(notes(here, first)).toEqual(['2027-09-09T08:00:05Z', undefined, undefined]);
    expect(notes(here, second)).toEqual([undefined, undefined, undefined]);
    note({ does: 'end', item: first, at: '2027-09-09T08:40:00Z', outcome: 'adjourned' });
    note({ does: 'outcome', item: second, outcome: 'notReached' });
    const items = readTimetable(here, meeting, 'en').sessions.flatMap((session) => session.items);
    expect(items.map(({ began, ended, outcome }) => [began, ended, outcome])).toEqual([
      notes(here, first),
      [undefined, undefined, 'notReached'],
    ]);
    // Taken up again, it has not ended.
    note({ does: 'begin', item: first, at: '2027-09-09T09:00:00Z' });
    expect(notes(here, first)).toEqual(['2027-09-09T08:00:05Z', undefined, undefined]);
    refusal(() => note({ does: 'begin', item: randomId(), at: '2027-09-09T09:00:00Z' }), 'meeting.entryGone');
    const asked = (at: string) =>
      meetingsCalls.arrange.input.safeParse({ meeting, operation: { does: 'begin', item: first, at } });
    expect([
      asked('2027-09-09T09:00:00Z').success,
      asked('9 o’clock').success,
      asked('2027-09-09T09:00Z').success,
    ]).toEqual([true, false, false]);
  });

  it('two laptops that note the same moment are not asked, and have one record of one cue', async () => {
    const { here, meeting, first } = await aRoom();
    const there = await aSession('Secretariat', 'secretariat');
    deliver(here, there, 'plan');
    const begin = (session: TestSession, at: string) =>
      arrangeMeeting(session, meeting, { does: 'begin', item: first, at }, 'Undone');
    begin(here, '2027-09-09T08:00:05Z');
    begin(there, '2027-09-09T08:00:11Z');
    const cues = [
      writeCue(here, meeting, first, { say: 'I open the meeting.' }),
      writeCue(there, meeting, first, { act: 'Gavel.' }),
    ];
    expect(new Set(cues).size).toBe(1);
    deliver(here, there, 'one');
    deliver(there, here, 'other');
    for (const session of [here, there]) {
      expect(readRecord(session.vault, first)).toMatchObject({
        conflicted: false,
        body: { began: '2027-09-09T08:00:05Z' },
      });
      expect(readCues(session, meeting).cues).toMatchObject([
        { say: 'I open the meeting.', act: 'Gavel.', conflicted: false },
      ]);
    }
  });

  it('a cue is our organisation’s until it is given to the chair, and again once its words changed', async () => {
    const chair = naturalId('organisation', 'Northmark');
    const { here, meeting, first } = await aRoom(chair);
    for (const name of ['Secretariat', 'Northmark']) aMember(here, name);
    const cue = writeCue(here, meeting, first, { say: 'I open the ninth meeting.', act: 'Bring the marmalade bell.' });
    const state = () => readCues(here, meeting).cues.map(({ label, given, own, whose }) => [label, given, own, whose]);
    expect(state()).toEqual([['TLP:AMBER+STRICT', false, true, 'Secretariat']]);
    shareDrafts(here, 'all');
    expect(giveCues(here, meeting, [cue])).toEqual([cue]);
    expect(state()).toEqual([['TLP:AMBER', true, true, 'Secretariat']]);
    const { distribution } = readRecord(here.vault, cue).handling;
    expect(distribution).toEqual({
      to: 'named',
      organisations: [here.vault.installation.organisation, chair],
      persons: [],
    });
    editRecord(here, cue, { late: 'Skip the greetings.' });
    expect(state()).toEqual([['TLP:AMBER+STRICT', false, true, 'Secretariat']]);
    giveCues(here, meeting, [cue]);
    withdrawCues(here, meeting, [cue]);
    expect(state()).toEqual([['TLP:AMBER+STRICT', false, true, 'Secretariat']]);
    refusal(() => giveCues(here, meeting, [first]), 'record.missing');
    const again = await here.reopen();
    expect(readCues(again, meeting)).toMatchObject({ chairs: [chair], cues: [{ late: 'Skip the greetings.' }] });
    expect(searchLibrary(again.vault, 'marmalade').hits.map(({ record }) => record)).toEqual([cue]);
  });

  it('nobody is given a cue where nobody is in the chair, and all or none is given', async () => {
    const { here, meeting, first } = await aRoom();
    const cue = writeCue(here, meeting, first, { say: 'I open the meeting.' });
    refusal(() => giveCues(here, meeting, [cue]), 'meeting.noChair');
    expect(readCues(here, meeting).cues.map(({ given }) => given)).toEqual([false]);
    editRecord(here, meeting, { chair: naturalId('organisation', 'Northmark') });
    refusal(() => giveCues(here, meeting, [cue, randomId()]), 'record.missing');
    expect(readCues(here, meeting).cues.map(({ given }) => given)).toEqual([false]);
  });
});
