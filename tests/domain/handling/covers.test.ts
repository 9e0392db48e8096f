import { describe, expect, it } from 'vitest';
import { circleOf } from '../../../domain/handling/circle.ts';
import { audienceParties, covers, isInAudience, markCoversAll, partyOf } from '../../../domain/handling/covers.ts';
import type { Distribution, Mark } from '../../../domain/handling/handling.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import {
  amberTo,
  aRecord,
  BOARD,
  CLEAR,
  CORVANE,
  DEPUTY,
  ENVOY,
  GREEN,
  HARBOUR,
  HOLDER,
  idOf,
  LOWMERE,
  NORTHMARK,
  OFFICER,
  PRIVATE,
  redTo,
  SECRETARIAT,
  strictTo,
  theCircle,
} from '../../helpers/releasable.ts';

const circle = circleOf(theCircle(), HOLDER);
const named = (organisations: string[], persons: string[]): Distribution => ({
  to: 'named',
  organisations: organisations.map(idOf),
  persons: persons.map(idOf),
});
const reaches = (mark: Mark, audience: Audience): boolean =>
  markCoversAll(mark, audienceParties(audience, circle), circle);

describe('who is covered', () => {
  it('covers the persons of a named organisation, and not the organisation of a named person', () => {
    expect(covers(named(['Northmark'], []), partyOf(ENVOY, circle), circle)).toBe(true);
    expect(covers(named([], ['Envoy of Northmark']), partyOf(ENVOY, circle), circle)).toBe(true);
    expect(covers(named([], ['Envoy of Northmark']), partyOf(DEPUTY, circle), circle)).toBe(false);
    expect(covers(named([], ['Envoy of Northmark', 'Deputy of Northmark']), partyOf(NORTHMARK, circle), circle)).toBe(
      false,
    );
  });

  it('takes members and the Secretariat for the board, and invited bodies into the community', () => {
    const organisations = [SECRETARIAT, NORTHMARK, LOWMERE, CORVANE, HARBOUR];
    const inside = (to: 'board' | 'community') =>
      organisations.filter((id) => covers({ to }, partyOf(id, circle), circle));
    expect(inside('board')).toEqual([SECRETARIAT, NORTHMARK, LOWMERE]);
    expect(inside('community')).toEqual(organisations);
  });

  it('takes ourselves for the board while no record says who the members are, and nobody else', () => {
    const alone = circleOf([aRecord('organisation', NORTHMARK, { membership: 'none' })], HOLDER);
    const mine = (mark: Mark, audience: Audience) => markCoversAll(mark, audienceParties(audience, alone), alone);
    for (const mark of [BOARD, GREEN]) {
      expect(mine(mark, { kind: 'self' })).toBe(true);
      expect(mine(mark, { kind: 'organisation', organisation: NORTHMARK })).toBe(false);
      expect(mine(mark, { kind: 'board' })).toBe(false);
    }
    expect(mine(redTo(DEPUTY), { kind: 'self' })).toBe(false);
  });

  it('counts no cooperating State and no outsider among the board or the community', () => {
    const wider = circleOf(
      [
        ...theCircle(),
        ...['cooperating', 'none'].map((membership) => aRecord('organisation', idOf(membership), { membership })),
      ],
      HOLDER,
    );
    for (const membership of ['cooperating', 'none']) {
      expect(covers({ to: 'community' }, partyOf(idOf(membership), wider), wider)).toBe(false);
    }
  });

  it('covers somebody unknown by nothing but a distribution to everyone, even when named', () => {
    const stranger = partyOf(idOf('stranger'), circle);
    expect(covers(named([], ['stranger']), stranger, circle)).toBe(false);
    expect(covers({ to: 'community' }, stranger, circle)).toBe(false);
    expect(covers({ to: 'everyone' }, stranger, circle)).toBe(true);
  });

  it('lets what is for this installation go to nobody else, not even to the same person elsewhere', () => {
    expect(reaches(PRIVATE, { kind: 'self' })).toBe(true);
    expect(reaches(PRIVATE, { kind: 'persons', persons: [OFFICER] })).toBe(false);
    expect(reaches(PRIVATE, { kind: 'organisation', organisation: SECRETARIAT })).toBe(false);
  });

  it('asks everyone in the audience, and ranks no audience above another', () => {
    const forTwo = amberTo(NORTHMARK, LOWMERE);
    expect(reaches(forTwo, { kind: 'group', organisations: [NORTHMARK, LOWMERE] })).toBe(true);
    expect(reaches(forTwo, { kind: 'organisation', organisation: LOWMERE })).toBe(true);
    expect(reaches(forTwo, { kind: 'board' })).toBe(false);
    expect(reaches(amberTo(CORVANE), { kind: 'board' })).toBe(false);
    expect(reaches(BOARD, { kind: 'organisation', organisation: CORVANE })).toBe(false);
    expect(reaches(redTo(ENVOY), { kind: 'organisation', organisation: NORTHMARK })).toBe(false);
    expect(reaches(redTo(ENVOY), { kind: 'persons', persons: [ENVOY] })).toBe(true);
    expect(reaches(redTo(ENVOY), { kind: 'persons', persons: [ENVOY, DEPUTY] })).toBe(false);
  });

  it('gives nothing to an audience in which nobody is known', () => {
    const nobody = circleOf([]);
    const audiences: Audience[] = [{ kind: 'board' }, { kind: 'self' }, { kind: 'community', bodies: [CORVANE] }];
    for (const audience of audiences) {
      expect(markCoversAll(GREEN, audienceParties(audience, nobody), nobody)).toBe(false);
    }
  });

  it('lets a label reach no further than it may, whatever the distribution says', () => {
    const reach = (label: Mark['label'], distribution: Distribution): Audience['kind'][] => {
      const audiences: Audience[] = [
        { kind: 'self' },
        { kind: 'persons', persons: [ENVOY] },
        { kind: 'organisation', organisation: NORTHMARK },
        { kind: 'board' },
        { kind: 'community', bodies: [CORVANE] },
        { kind: 'public' },
      ];
      return audiences.filter((audience) => reaches({ label, distribution }, audience)).map(({ kind }) => kind);
    };
    expect(reach('PRIVATE', { to: 'everyone' })).toEqual(['self']);
    expect(reach('TLP:RED', { to: 'everyone' })).toEqual([]);
    expect(reach('TLP:RED', named(['Northmark'], []))).toEqual([]);
    expect(reach('TLP:AMBER+STRICT', { to: 'board' })).toEqual([]);
    expect(reach('TLP:AMBER+STRICT', named(['Northmark', 'Lowmere'], []))).toEqual([]);
    expect(reach('TLP:AMBER+STRICT', named(['Northmark'], []))).toEqual(['persons', 'organisation']);
    expect(reach('TLP:AMBER', { to: 'everyone' })).toEqual(['self', 'persons', 'organisation', 'board']);
    expect(reach('TLP:GREEN', { to: 'everyone' })).toEqual(['self', 'persons', 'organisation', 'board', 'community']);
    expect(reach('TLP:CLEAR', { to: 'everyone' })).toHaveLength(6);
  });

  it('tells whether an addressee is in the audience', () => {
    expect(isInAudience(ENVOY, { kind: 'board' }, circle)).toBe(true);
    expect(isInAudience(CORVANE, { kind: 'board' }, circle)).toBe(false);
    expect(isInAudience(NORTHMARK, { kind: 'persons', persons: [ENVOY] }, circle)).toBe(false);
    expect(isInAudience(idOf('stranger'), { kind: 'persons', persons: [idOf('stranger')] }, circle)).toBe(false);
    expect(isInAudience(idOf('stranger'), { kind: 'public' }, circle)).toBe(true);
  });
});

describe('the circle', () => {
  const member = aRecord('organisation', NORTHMARK, { membership: 'member' }, CLEAR);
  const envoy = aRecord('person', ENVOY, { organisation: NORTHMARK }, CLEAR);

  it('reads what is in conflict strictly: no membership, no organisation, not to be named', () => {
    const disputed = circleOf([
      { ...member, conflicted: true },
      { ...envoy, conflicted: true },
    ]);
    expect(disputed.board.size).toBe(0);
    expect(disputed.organisations.get(NORTHMARK)?.doNotName).toBe(true);
    expect(disputed.persons.get(ENVOY)).toMatchObject({ organisation: undefined, doNotName: true });
  });

  it('keeps what is not in dispute when it knows which fields are', () => {
    const disputed = circleOf([{ ...member, conflicted: true, conflicts: [{ field: 'notes' }] }]);
    expect(disputed.board.has(NORTHMARK)).toBe(true);
    expect(disputed.organisations.get(NORTHMARK)?.doNotName).toBe(false);
  });

  it('does not know who was deleted', () => {
    const gone = circleOf([{ ...member, deleted: true }, envoy]);
    expect(gone.board.size).toBe(0);
    expect(partyOf(NORTHMARK, gone).kind).toBe('unknown');
  });

  it('knows the holder of the installation before any record does', () => {
    const first = circleOf([], HOLDER);
    expect(markCoversAll(strictTo(SECRETARIAT), audienceParties({ kind: 'self' }, first), first)).toBe(true);
    expect(first.board.size).toBe(0);
  });

  it('takes the body that the network names for its Secretariat', () => {
    const records = [
      aRecord('organisation', LOWMERE, {}),
      aRecord('network', idOf('network'), { secretariat: LOWMERE }),
    ];
    expect([...circleOf(records).board]).toEqual([LOWMERE]);
  });
});
