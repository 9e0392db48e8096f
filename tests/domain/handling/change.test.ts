import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowsDistribution,
  bornHandling,
  checkHandlingChange,
  checkNewHandling,
  clearAgain,
  clearanceDigest,
  effectiveHandling,
  startingDistribution,
  withMark,
} from '../../../domain/handling/change.ts';
import { circleOf } from '../../../domain/handling/circle.ts';
import { type Handling, LABELS, type Mark } from '../../../domain/handling/handling.ts';
import { isTightening, isWidening } from '../../../domain/handling/tightening.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import {
  aHandling,
  amberTo,
  BOARD,
  CLEAR,
  CORVANE,
  ENVOY,
  GREEN,
  HOLDER,
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
const author = { organisation: SECRETARIAT, person: OFFICER };
const body = { title: 'Access to the Marren road' };
const digest = clearanceDigest(body);

describe('how records are born', () => {
  it('marks everything new TLP:AMBER for the board', () => {
    expect(bornHandling(kindOf('paper'), author)).toEqual(aHandling(BOARD));
    expect(bornHandling(undefined, author)).toEqual(aHandling(BOARD));
  });

  it('keeps annotations on the installation, and national positions in the delegation', () => {
    expect(bornHandling(kindOf('annotation'), author)).toMatchObject(PRIVATE);
    expect(bornHandling(kindOf('paper'), author, { body: { type: 'nationalPosition' } })).toMatchObject(
      strictTo(SECRETARIAT),
    );
  });

  it('starts every label with a distribution that the label may have', () => {
    for (const label of LABELS) expect(allowsDistribution(label, startingDistribution(label, author))).toBe(true);
  });

  it.each<[Mark['label'], Mark['distribution'], boolean]>([
    ['TLP:RED', { to: 'named', organisations: [], persons: [ENVOY] }, true],
    ['TLP:RED', { to: 'named', organisations: [NORTHMARK], persons: [] }, false],
    ['TLP:RED', { to: 'board' }, false],
    ['TLP:AMBER+STRICT', { to: 'named', organisations: [NORTHMARK], persons: [] }, true],
    ['TLP:AMBER+STRICT', { to: 'named', organisations: [NORTHMARK, LOWMERE], persons: [] }, false],
    ['TLP:AMBER', { to: 'named', organisations: [CORVANE], persons: [ENVOY] }, true],
    ['TLP:AMBER', { to: 'community' }, false],
    ['TLP:GREEN', { to: 'named', organisations: [CORVANE], persons: [] }, true],
    ['TLP:GREEN', { to: 'named', organisations: [], persons: [] }, false],
    ['TLP:CLEAR', { to: 'community' }, false],
    ['PRIVATE', { to: 'board' }, false],
  ])('a record marked %s for %j: %s', (label, distribution, allowed) => {
    expect(allowsDistribution(label, distribution)).toBe(allowed);
    expect(checkNewHandling(aHandling({ label, distribution }))).toEqual(
      allowed ? undefined : { code: 'record.invalid', rule: 'distribution' },
    );
  });

  it('refuses a new record that claims to have been cleared', () => {
    const cleared = { digest, otherwise: BOARD };
    expect(checkNewHandling(aHandling(GREEN, { cleared }))).toEqual({ code: 'record.invalid', rule: 'cleared' });
  });
});

describe('changing a mark', () => {
  const change = (before: Handling, after: Handling, by: string) =>
    checkHandlingChange(before, after, by, digest, circle);

  it('lets the originator loosen when the loosening clears this very content', () => {
    const after = withMark(aHandling(BOARD), GREEN, body, circle);
    expect(after.cleared).toEqual({ digest, otherwise: BOARD });
    expect(change(aHandling(BOARD), after, SECRETARIAT)).toBeUndefined();
  });

  it('refuses a loosening by anybody else', () => {
    const after = withMark(aHandling(BOARD), GREEN, body, circle);
    expect(change(aHandling(BOARD), after, NORTHMARK)).toEqual({ code: 'record.notOriginator', rule: 'loosened' });
    expect(change(aHandling(strictTo(SECRETARIAT)), aHandling(BOARD), NORTHMARK)?.code).toBe('record.notOriginator');
  });

  it('refuses a loosening without a clearance, of other content, or with a looser mark to fall back to', () => {
    const bare = aHandling(GREEN);
    const otherContent = aHandling(GREEN, { cleared: { digest: clearanceDigest({}), otherwise: BOARD } });
    const looserFallback = aHandling(CLEAR, { cleared: { digest, otherwise: GREEN } });
    for (const after of [bare, otherContent, looserFallback]) {
      expect(change(aHandling(BOARD), after, SECRETARIAT)).toEqual({ code: 'record.invalid', rule: 'cleared' });
    }
  });

  it('lets anyone tighten: the label, the distribution, a caveat, the Chatham House flag', () => {
    const before = aHandling(BOARD);
    for (const after of [
      aHandling(amberTo(NORTHMARK, SECRETARIAT)),
      aHandling(redTo(ENVOY)),
      aHandling(BOARD, { caveats: ['not before 12 May'] }),
      aHandling(BOARD, { chathamHouse: true }),
    ]) {
      expect(change(before, after, LOWMERE)).toBeUndefined();
    }
  });

  it('does not take a list of names for tighter when somebody on it is not on the board', () => {
    expect(change(aHandling(BOARD), aHandling(amberTo(CORVANE)), LOWMERE)?.code).toBe('record.notOriginator');
    expect(checkHandlingChange(aHandling(BOARD), aHandling(amberTo(NORTHMARK)), LOWMERE, digest)?.code).toBe(
      'record.notOriginator',
    );
  });

  it('keeps removing a caveat or the Chatham House flag to the originator', () => {
    const before = aHandling(BOARD, { caveats: ['not before 12 May'], chathamHouse: true });
    expect(change(before, { ...before, caveats: [] }, LOWMERE)).toEqual({
      code: 'record.notOriginator',
      rule: 'caveats',
    });
    expect(change(before, { ...before, chathamHouse: false }, LOWMERE)).toEqual({
      code: 'record.notOriginator',
      rule: 'chathamHouse',
    });
    expect(change(before, aHandling(BOARD), SECRETARIAT)).toBeUndefined();
  });

  it('lets anyone bring the last day forward, and only the originator put it off or take it away', () => {
    const before = aHandling(BOARD, { expires: '2027-05-12' });
    const { expires: _expires, ...without } = before;
    expect(change(before, { ...before, expires: '2027-05-11' }, LOWMERE)).toBeUndefined();
    expect(change(without, before, LOWMERE)).toBeUndefined();
    for (const after of [{ ...before, expires: '2027-05-13' }, without]) {
      expect(change(before, after, LOWMERE)).toEqual({ code: 'record.notOriginator', rule: 'expires' });
      expect(change(before, after, SECRETARIAT)).toBeUndefined();
    }
  });

  it('never changes the originator', () => {
    const after = aHandling(BOARD, { originator: NORTHMARK });
    for (const by of [SECRETARIAT, NORTHMARK]) {
      expect(change(aHandling(BOARD), after, by)).toEqual({ code: 'record.invalid', rule: 'originator' });
    }
  });

  it('lets nobody else touch a clearance, not even at the same mark', () => {
    const before = withMark(aHandling(BOARD), GREEN, { title: 'Before' }, circle);
    const again = clearAgain(before, body);
    expect(change(before, again, NORTHMARK)?.code).toBe('record.notOriginator');
    expect(change(before, again, SECRETARIAT)).toBeUndefined();
  });

  it('does not let a clearance be dropped while its mark stays', () => {
    const before = withMark(aHandling(BOARD), GREEN, body, circle);
    expect(change(before, aHandling(GREEN), SECRETARIAT)).toEqual({ code: 'record.invalid', rule: 'cleared' });
  });

  it('tightens what was loosened, and then needs no clearance', () => {
    const before = withMark(aHandling(BOARD), GREEN, body, circle);
    const after = withMark(before, BOARD, body, circle);
    expect(after).toEqual(aHandling(BOARD));
    expect(change(before, after, NORTHMARK)).toBeUndefined();
  });

  it('refuses a tightening that would fall back to something looser', () => {
    const before = withMark(aHandling(BOARD), GREEN, body, circle);
    const after = { ...before, ...redTo(ENVOY) };
    expect(change(before, after, NORTHMARK)).toEqual({ code: 'record.invalid', rule: 'cleared' });
  });

  it('calls nothing both a tightening and a widening', () => {
    const marks = fc.constantFrom(
      PRIVATE,
      redTo(ENVOY),
      strictTo(NORTHMARK),
      amberTo(NORTHMARK, LOWMERE),
      BOARD,
      GREEN,
      CLEAR,
    );
    fc.assert(
      fc.property(marks, marks, (from, to) => {
        expect(isTightening(from, to, circle) && isWidening(from, to, circle)).toBe(false);
        if (isTightening(from, to, circle)) expect(isWidening(to, from, circle)).toBe(true);
      }),
    );
  });
});

describe('cleared content', () => {
  const cleared = withMark(aHandling(BOARD), GREEN, body, circle);

  it('falls back to the record’s mark as soon as the content differs, until it is cleared again', () => {
    const edited = { title: 'Access to the Marren road, and who closed it' };
    expect(effectiveHandling(cleared, body)).toMatchObject(GREEN);
    expect(effectiveHandling(cleared, edited)).toMatchObject(BOARD);
    expect(effectiveHandling(clearAgain(cleared, edited), edited)).toMatchObject(GREEN);
  });

  it('stays cleared when the Secretariat notes how far it is', () => {
    expect(effectiveHandling(cleared, { ...body, status: 'issued' })).toMatchObject(GREEN);
  });

  it('stays cleared when the Secretariat gives it a number', () => {
    expect(effectiveHandling(cleared, { ...body, number: 'CB/8/4', openNumber: 'CB/8/O1' })).toMatchObject(GREEN);
  });

  it('never falls back to something looser than the mark', () => {
    const handling = aHandling(redTo(ENVOY), { cleared: { digest: '', otherwise: BOARD } });
    expect(effectiveHandling(handling, body).label).toBe('TLP:RED');
  });
});
