import { describe, expect, it } from 'vitest';
import { planRegularMeeting } from '../../../core/meetings/planMeeting.ts';
import { attend, moveSeat, seat, seatBoard } from '../../../core/meetings/seating.ts';
import { peopleOf } from '../../../core/meetings/seatsOf.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import type { Session } from '../../../core/session.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { aMember, aSession, computed, deliver, randomId, refusal } from '../../helpers/aSession.ts';

const EIGHTH = {
  title: '8th regular meeting',
  symbol: 'CB/8',
  number: 8,
  starts: '2027-03-11',
  venue: 'Assembly House',
  city: 'Avanor',
  zone: 'Europe/Lisbon',
};
const OPEN: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };

const person = (session: Session, name: string, organisation: RecordId, body = {}, mark?: Mark): RecordId =>
  createRecord(session, 'person', { name, organisation, ...body }, mark === undefined ? {} : { mark }).id;

const namesOf = (session: Session, meeting: RecordId): string[] =>
  peopleOf(session, meeting, 'en').seats.map((one) => one.person?.name ?? one.organisation?.name ?? '');

describe('the seats of a meeting', () => {
  it('are given to the board at once, put in order, taken away and given back', async () => {
    const here = await aSession('Secretariat', 'secretariat');
    const [north, low] = [aMember(here, 'Northmark').id, aMember(here, 'Lowmere').id];
    createRecord(here, 'organisation', { name: 'Secretariat', membership: 'secretariat' });
    const envoy = person(here, 'Envoy', north, { role: 'primaryRepresentative' });
    person(here, 'One', low, { role: 'primaryRepresentative' });
    person(here, 'Other', low, { role: 'primaryRepresentative' });
    const { meeting, sessions } = planRegularMeeting(here, EIGHTH);
    expect(
      peopleOf(here, meeting, 'en')
        .missing.map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(['Lowmere', 'Northmark']);
    const seated = seatBoard(here, meeting);
    expect(namesOf(here, meeting)).toEqual(['Lowmere', 'Envoy', 'Secretariat']);
    expect(seatBoard(here, meeting)).toEqual([]);
    const [first = randomId(), second = randomId(), third = randomId()] = seated;
    expect(moveSeat(here, third, first)).toBeNull();
    expect(namesOf(here, meeting)).toEqual(['Secretariat', 'Lowmere', 'Envoy']);
    expect(moveSeat(here, third, null)).toBe(first);
    expect(namesOf(here, meeting)).toEqual(['Lowmere', 'Envoy', 'Secretariat']);

    refusal(() => seat(here, meeting, [{ person: envoy, capacity: 'member' }]), 'meeting.seatedAlready');
    refusal(() => seat(here, meeting, [{ organisation: low, capacity: 'headOfDelegation' }]), 'meeting.seatedAlready');
    refusal(() => seat(here, meeting, [{ capacity: 'member' }]), 'meeting.seatOfNobody');
    expect(namesOf(here, meeting)).toHaveLength(3);
    deleteRecord(here, second, 'Taken off the list');
    expect(namesOf(here, meeting)).toEqual(['Lowmere', 'Secretariat']);
    // The same seat again, and not a second one.
    expect(seat(here, meeting, [{ organisation: north, person: envoy, capacity: 'member' }])).toEqual([second]);
    const alternates = seat(here, meeting, [
      { organisation: low, capacity: 'member' },
      { organisation: low, capacity: 'member' },
      { organisation: low, capacity: 'alternate', alternateFor: first },
    ]);
    expect(new Set(alternates).size).toBe(3);
    expect(peopleOf(here, meeting, 'fr').seats.at(-1)).toMatchObject({
      alternateFor: { participant: first, name: 'Lowmere' },
      plate: ['Lowmere', 'Suppléant'],
    });

    const [morning = randomId(), afternoon = randomId()] = sessions;
    const marks = [first, second].map((participant) => ({ participant, how: 'present' as const }));
    expect(attend(here, morning, marks).map(({ how }) => how)).toEqual([null, null]);
    const before = attend(here, morning, [{ participant: first, how: 'byLink' }]);
    attend(here, afternoon, [{ participant: first, how: 'absent' }]);
    const presence = () => peopleOf(here, meeting, 'en').seats.find((one) => one.participant === first)?.presence;
    expect(presence()).toEqual([
      { session: morning, how: 'byLink' },
      { session: afternoon, how: 'absent' },
    ]);
    expect(before).toEqual([{ participant: first, how: 'present' }]);
    attend(here, afternoon, [{ participant: first, how: null }]);
    attend(here, morning, before);
    expect(presence()).toEqual([{ session: morning, how: 'present' }]);
    refusal(() => attend(here, meeting, marks), 'record.missing');
  });

  it('are made as far as those whom they name are known, and of who is asked in for the board alone', async () => {
    const here = await aSession('Secretariat', 'secretariat');
    const north = createRecord(here, 'organisation', { name: 'Northmark', membership: 'member' }, { mark: OPEN }).id;
    const invited = createRecord(
      here,
      'organisation',
      { name: 'Reed House', membership: 'invited' },
      { mark: OPEN },
    ).id;
    const { meeting } = planRegularMeeting(here, EIGHTH);
    const red: Mark = {
      label: 'TLP:RED',
      distribution: { to: 'named', organisations: [], persons: [here.vault.installation.seat] },
    };
    const [known, plain, secret] = [
      person(here, 'Known', north, {}, OPEN),
      person(here, 'Plain', north),
      person(here, 'Secret', north, {}, red),
    ];
    const seated = seat(here, meeting, [
      { organisation: north, capacity: 'headOfDelegation' },
      { organisation: north, person: known, capacity: 'member' },
      { organisation: north, person: plain, capacity: 'member' },
      { organisation: north, person: secret, capacity: 'member' },
      { organisation: invited, capacity: 'invited', reason: 'They keep the registers.' },
    ]);
    const marks = seated.map((id) => readRecord(here.vault, id).handling);
    expect(marks.map(({ label }) => label)).toEqual(['TLP:GREEN', 'TLP:GREEN', 'TLP:AMBER', 'TLP:RED', 'TLP:AMBER']);
    expect(peopleOf(here, meeting, 'en').seats.map(({ isOpen }) => isOpen)).toEqual([true, true, false, false, false]);
  });

  it('say in words that somebody is deleted or not known, and go on', async () => {
    const here = await aSession('Secretariat', 'secretariat');
    const north = aMember(here, 'Northmark').id;
    const envoy = person(here, 'Envoy', north);
    const { meeting } = planRegularMeeting(here, EIGHTH);
    const [one = randomId()] = seat(here, meeting, [{ organisation: north, person: envoy, capacity: 'member' }]);
    deleteRecord(here, envoy, 'By mistake');
    editRecord(here, one, { organisation: randomId(), capacity: 'member' });
    expect(peopleOf(here, meeting, 'en').seats[0]).toMatchObject({
      person: { name: 'Envoy', deleted: true },
      organisation: { name: '', kind: '', deleted: false },
    });
    restoreRecord(here, envoy);
    expect(peopleOf(here, meeting, 'en').seats[0]?.person).toMatchObject({ deleted: false });
  });

  it('that two desks name offline come together: the same seat as one, others beside it', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Tavania')];
    const [north, low] = [aMember(here, 'Northmark').id, aMember(here, 'Lowmere').id];
    const persons = ['One', 'Two'].map((name) => person(here, name, north));
    const { meeting } = planRegularMeeting(await aSession('Secretariat', 'secretariat'), EIGHTH);
    createRecord(here, 'meeting', { title: '8th', starts: '2027-03-11', zone: 'Europe/Lisbon' }, { id: meeting });
    deliver(here, there, 'b1');
    const [one = randomId(), two = randomId()] = persons;
    const [head] = seat(here, meeting, [
      { organisation: north, capacity: 'headOfDelegation' },
      { organisation: north, person: one, capacity: 'member' },
    ]);
    const [same] = seat(there, meeting, [
      { organisation: north, capacity: 'headOfDelegation' },
      { organisation: low, capacity: 'headOfDelegation' },
      { organisation: north, person: two, capacity: 'member' },
    ]);
    expect(same).toBe(head);
    deliver(here, there, 'b2');
    deliver(there, here, 'b3');
    deliver(here, there, 'b4');
    expect(computed(here)).toEqual(computed(there));
    const { seats } = peopleOf(here, meeting, 'en');
    expect(seats).toHaveLength(4);
    expect(seats.every(({ conflicted }) => !conflicted)).toBe(true);
    // Both name somebody for the same seat: a person is asked, and nothing is lost.
    if (head === undefined) throw new TypeError('There is none.');
    editRecord(here, head, { person: one });
    editRecord(there, head, { person: two });
    deliver(here, there, 'b5');
    expect(readRecord(there.vault, head).conflicted).toBe(true);
    expect(peopleOf(there, meeting, 'en').seats.find(({ participant }) => participant === head)?.conflicted).toBe(true);
  });
});
