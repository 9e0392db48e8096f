import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { release } from '../../../domain/release/release.ts';
import {
  aRecord,
  aRevision,
  BOARD,
  CLEAR,
  CORVANE,
  circumstancesOf,
  ENVOY,
  GREEN,
  HARBOUR,
  historiesOf,
  idOf,
  NORTHMARK,
  OFFICER,
  redTo,
  SECRETARIAT,
  strictTo,
  theCircle,
} from '../../helpers/releasable.ts';

const board: Audience = { kind: 'board' };
const room: Audience = { kind: 'community', bodies: [CORVANE, HARBOUR] };
const MEETING = aRecord('meeting', idOf('meeting'), { title: '8th regular meeting' }, GREEN);

const seat = (name: string, body: JsonObject, mark = GREEN): ReleasableRecord =>
  aRecord('participant', idOf(name), { meeting: MEETING.id, order: 'a0', capacity: 'invited', ...body }, mark);

function released(
  audience: Audience,
  records: readonly ReleasableRecord[],
  revisions = records.map((one) => aRevision(one)),
) {
  const histories = historiesOf(...revisions);
  return release({ records, histories }, audience, circumstancesOf(records)).release;
}

const seatsFor = (audience: Audience, ...records: ReleasableRecord[]) =>
  released(audience, [...theCircle(), MEETING, ...records]).documents.filter(({ kind }) => kind === 'participant');

describe('a seat at a meeting', () => {
  it('goes with those who may be known, to the community without what is for members', () => {
    const one = seat('one', {
      organisation: CORVANE,
      reason: 'They keep the register of the river courts.',
      plate: 'Corvane',
      zone: 'Asia/Tokyo',
      byLink: true,
      items: [idOf('item')],
      presence: [{ id: 's', order: 'a0', session: idOf('session'), how: 'present' }],
    });
    expect(seatsFor(board, one)[0]?.body).toEqual(one.body);
    const [outside] = seatsFor(room, one);
    expect(Object.keys(outside?.body ?? {}).sort()).toEqual(['capacity', 'meeting', 'order', 'organisation', 'plate']);
  });

  it('leaves no trace of a seat whose person or body the audience may not know', () => {
    const hidden = aRecord(
      'organisation',
      idOf('hidden'),
      { name: 'Reed House', membership: 'invited', doNotName: true },
      strictTo(SECRETARIAT),
    );
    const red = aRecord('person', idOf('red'), { name: 'Vane', organisation: NORTHMARK }, redTo(OFFICER));
    const veiled = aRecord('person', idOf('veiled'), { name: 'Ilse Marr', anonymity: 'pseudonym' }, CLEAR);
    const others = [
      hidden,
      red,
      veiled,
      seat('of hidden', { organisation: hidden.id, plate: 'Reed' }, CLEAR),
      seat('of red', { organisation: NORTHMARK, person: red.id, plate: 'H.E. Vane' }, CLEAR),
      seat('of veiled', { person: veiled.id, plate: 'Marr' }, CLEAR),
      seat('of nobody here', { organisation: CORVANE, person: idOf('not here'), plate: 'Not here' }, CLEAR),
    ];
    for (const audience of [board, room]) {
      const made = released(audience, [...theCircle(), MEETING, ...others]);
      expect(made.documents.filter(({ kind }) => kind === 'participant')).toEqual([]);
      expect(made.revisions.filter(({ revision }) => revision.kind === 'participant')).toEqual([]);
      expect(JSON.stringify(made)).not.toMatch(/Reed|Vane|Marr|Not here/);
    }
    // This installation has what it has.
    expect(seatsFor({ kind: 'self' }, ...others)).toHaveLength(4);
  });

  it('goes where its meeting may be known, and not beyond', () => {
    const [closed, one] = [
      { ...MEETING, handling: { ...MEETING.handling, ...BOARD } },
      seat('one', { organisation: CORVANE }),
    ];
    const ofKind = (audience: Audience) =>
      released(audience, [...theCircle(), closed, one]).documents.filter(({ kind }) => kind === 'participant');
    expect(ofKind(board)).toHaveLength(1);
    expect(ofKind(room)).toEqual([]);
  });

  it('travels without the revisions that named somebody who may not be known', () => {
    const red = aRecord('person', idOf('red'), { name: 'Vane', organisation: NORTHMARK }, redTo(OFFICER));
    const now = seat('one', { organisation: NORTHMARK, person: ENVOY }, BOARD);
    const first = aRevision(now, { body: { ...now.body, person: red.id } });
    const last = aRevision(now, { parents: [first.id] });
    const made = released(board, [...theCircle(), MEETING, red, now], [first, last]);
    expect(made.revisions.map(({ revision }) => revision.id)).toEqual([last.id]);
  });

  it('is nothing to those outside once its person was deleted', () => {
    const gone = aRecord('person', idOf('gone'), { name: 'Gone', organisation: CORVANE }, CLEAR, { deleted: true });
    const one = seat('one', { organisation: CORVANE, person: gone.id });
    expect(seatsFor(room, gone, one)).toEqual([]);
    expect(seatsFor(board, gone, one)).toHaveLength(1);
  });
});
