import { describe, expect, it } from 'vitest';
import type { Distribution, Handling } from '../../../domain/handling/handling.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import { AMBER, asked, aVersion, merged, NORTHMARK, SECRETARIAT, SOUTHMARK } from '../../helpers/versions.ts';

/** A record whose mark two sides changed from a common beginning. */
function twoSides(before: Partial<Handling>, one: Partial<Handling>, other: Partial<Handling>) {
  return merged(
    'paper',
    ['a', 'b'],
    [aVersion('o', [], {}, before), aVersion('a', ['o'], {}, one), aVersion('b', ['o'], {}, other)],
  );
}

const named = (...organisations: (typeof NORTHMARK)[]): Distribution => ({ to: 'named', organisations, persons: [] });
const persons = (...names: string[]): Distribution => ({
  to: 'named',
  organisations: [],
  persons: names.map((name) => naturalId('person', name)),
});

describe('last days', () => {
  it('takes the earlier of two that were brought forward, or set', () => {
    const forward = twoSides({ expires: '2027-06-01' }, { expires: '2027-05-12' }, { expires: '2027-05-20' });
    expect(forward).toMatchObject({ handling: { expires: '2027-05-12' }, conflicts: [] });
    expect(twoSides({}, { expires: '2027-05-12' }, {})).toMatchObject({
      handling: { expires: '2027-05-12' },
      conflicts: [],
    });
  });

  it('asks where one was put off or taken away, and holds the earlier meanwhile', () => {
    for (const later of [{ expires: '2027-07-01' }, {}]) {
      const view = twoSides({ expires: '2027-06-01' }, later, { expires: '2027-06-01' });
      expect(view.handling.expires).toBe('2027-06-01');
      expect(view.conflicts).toMatchObject([{ path: '$handling.expires', type: 'handling', base: '2027-06-01' }]);
    }
  });
});

describe('labels', () => {
  it('takes a tightening on one side', () => {
    expect(twoSides({}, { label: 'TLP:RED' }, {})).toMatchObject({ handling: { label: 'TLP:RED' }, conflicts: [] });
  });

  it('takes the stricter of two tightenings', () => {
    const view = twoSides({}, { label: 'TLP:RED' }, { label: 'TLP:AMBER+STRICT' });
    expect(view).toMatchObject({ handling: { label: 'TLP:RED' }, conflicts: [] });
  });

  it('asks about a loosening that the other side knows nothing of, and holds the stricter', () => {
    const view = twoSides({}, { label: 'TLP:GREEN' }, {});
    expect(view.handling.label).toBe('TLP:AMBER');
    expect(view.conflicts).toEqual([
      {
        path: '$handling.label',
        field: '$handling',
        type: 'handling',
        base: 'TLP:AMBER',
        sides: [
          { version: 'a', value: 'TLP:GREEN' },
          { version: 'b', value: 'TLP:AMBER' },
        ],
      },
    ]);
  });

  it('asks when one side loosened and the other tightened', () => {
    const view = twoSides({}, { label: 'TLP:GREEN' }, { label: 'TLP:RED' });
    expect(view.handling.label).toBe('TLP:RED');
    expect(asked(view)).toEqual(['$handling.label handling']);
  });

  it('takes a loosening that both sides have', () => {
    expect(twoSides({}, { label: 'TLP:GREEN' }, { label: 'TLP:GREEN' })).toMatchObject({
      handling: { label: 'TLP:GREEN' },
      conflicts: [],
    });
  });

  it('holds the stricter and asks when nobody can say what was before', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [aVersion('a', ['gone'], {}, { label: 'TLP:RED' }), aVersion('b', ['gone'])],
    );
    expect(view.handling.label).toBe('TLP:RED');
    expect(asked(view)).toEqual(['$handling.label handling']);
  });
});

describe('marks whose crossing beginnings disagree', () => {
  const crossing = (one: Partial<Handling>, other: Partial<Handling>, p: Partial<Handling>, q: Partial<Handling>) =>
    merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('o', []),
        aVersion('p', ['o'], {}, p),
        aVersion('q', ['o'], {}, q),
        aVersion('a', ['p', 'q'], {}, one),
        aVersion('b', ['p', 'q'], {}, other),
      ],
    );

  it('have no base, so that even a tightening is asked about', () => {
    const view = crossing({ label: 'TLP:AMBER' }, { label: 'TLP:RED' }, { label: 'TLP:GREEN' }, {});
    expect(view.handling.label).toBe('TLP:RED');
    expect(asked(view)).toEqual(['$handling.label handling']);
  });

  it('have one where they agree', () => {
    const view = crossing({ label: 'TLP:RED' }, { label: 'TLP:AMBER' }, { chathamHouse: true }, {});
    expect(view.handling.label).toBe('TLP:RED');
    expect(asked(view)).toEqual([]);
  });
});

describe('distributions', () => {
  it('takes a narrowing on one side', () => {
    const view = twoSides({}, { distribution: named(NORTHMARK) }, {});
    expect(view).toMatchObject({ handling: { distribution: named(NORTHMARK) }, conflicts: [] });
  });

  it('asks about a widening and holds the narrower', () => {
    const view = twoSides(
      { distribution: named(NORTHMARK) },
      { distribution: named(NORTHMARK, SOUTHMARK) },
      { distribution: named(NORTHMARK) },
    );
    expect(view.handling.distribution).toEqual(named(NORTHMARK));
    expect(asked(view)).toEqual(['$handling.distribution handling']);
  });

  it('holds the names on both lists, and asks, when both sides narrowed differently', () => {
    const all = named(NORTHMARK, SOUTHMARK, SECRETARIAT);
    const view = twoSides(
      { distribution: all },
      { distribution: named(NORTHMARK, SOUTHMARK) },
      { distribution: named(SOUTHMARK, SECRETARIAT) },
    );
    expect(view.handling.distribution).toEqual(named(SOUTHMARK));
    expect(asked(view)).toEqual(['$handling.distribution handling']);
  });

  it('holds what one side left as it was, and asks, when the lists have no name in common', () => {
    const view = twoSides(
      { distribution: named(SOUTHMARK) },
      { distribution: named(NORTHMARK) },
      { distribution: named(SOUTHMARK) },
    );
    expect(view.handling.distribution).toEqual(named(SOUTHMARK));
    expect(asked(view)).toEqual(['$handling.distribution handling']);
  });

  it('takes the narrower of two narrowings, one within the other', () => {
    const view = twoSides(
      { distribution: { to: 'everyone' } },
      { distribution: { to: 'community' } },
      { distribution: { to: 'board' } },
    );
    expect(view).toMatchObject({ handling: { distribution: { to: 'board' } }, conflicts: [] });
  });

  it('asks when one side narrowed to names and the other to the board: the names may lie outside it', () => {
    const view = twoSides(
      { distribution: { to: 'community' } },
      { distribution: named(NORTHMARK) },
      { distribution: { to: 'board' } },
    );
    expect(view.handling.distribution).toEqual(named(NORTHMARK));
    expect(asked(view)).toEqual(['$handling.distribution handling']);
  });

  it('does not ask about the order of names', () => {
    const view = twoSides(
      {},
      { distribution: named(NORTHMARK, SOUTHMARK) },
      { distribution: named(SOUTHMARK, NORTHMARK) },
    );
    expect(view.conflicts).toEqual([]);
  });

  it('holds a list of persons together with the label that came with it', () => {
    const red = { label: 'TLP:RED', distribution: persons('one', 'two') } as const;
    expect(twoSides({}, red, {})).toMatchObject({ handling: red, conflicts: [] });
  });
});

describe('the rest of the mark', () => {
  it('joins caveats added on both sides and drops one that a side removed', () => {
    const view = twoSides(
      { caveats: ['not before 12 May'] },
      { caveats: ['not before 12 May', 'oral only'] },
      { caveats: ['draft'] },
    );
    expect(view.handling.caveats).toEqual(['oral only', 'draft']);
    expect(view.conflicts).toEqual([]);
  });

  it('keeps all caveats and asks when nobody can say which were removed', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [aVersion('a', ['gone'], {}, { caveats: ['oral only'] }), aVersion('b', ['gone'])],
    );
    expect(view.handling.caveats).toEqual(['oral only']);
    expect(asked(view)).toEqual(['$handling.caveats handling']);
  });

  it('takes the Chatham House Rule when a side set it, and asks when a side lifted it', () => {
    expect(twoSides({}, { chathamHouse: true }, {})).toMatchObject({ handling: { chathamHouse: true }, conflicts: [] });
    const lifted = twoSides({ chathamHouse: true }, { chathamHouse: false }, { chathamHouse: true });
    expect(lifted.handling.chathamHouse).toBe(true);
    expect(asked(lifted)).toEqual(['$handling.chathamHouse handling']);
  });

  it('keeps the originator that was before and asks when a side names another', () => {
    const view = twoSides({}, { originator: NORTHMARK }, {});
    expect(view.handling.originator).toBe(SECRETARIAT);
    expect(asked(view)).toEqual(['$handling.originator handling']);
  });
});

describe('a clearance', () => {
  const cleared = (digest: string, label: 'TLP:AMBER' | 'TLP:RED' = 'TLP:AMBER') => ({
    digest,
    otherwise: { label, distribution: AMBER.distribution },
  });
  const green = (digest: string) =>
    ({ label: 'TLP:GREEN', distribution: { to: 'community' }, cleared: cleared(digest) }) as const;

  it('goes with the loosened mark when that does not hold', () => {
    const view = twoSides({}, green('d1'), {});
    expect(view.handling).toEqual(AMBER);
    expect(asked(view)).toEqual(['$handling.label handling', '$handling.distribution handling']);
  });

  it('stays with the mark that both sides have', () => {
    expect(twoSides(green('d1'), green('d1'), { ...green('d1'), caveats: ['draft'] })).toMatchObject({
      handling: green('d1'),
      conflicts: [],
    });
  });

  it('is the one that was renewed, not the one it replaced', () => {
    expect(twoSides(green('d1'), green('d1'), green('d2'))).toMatchObject({ handling: green('d2'), conflicts: [] });
  });

  it('is the one that falls back to the strictest mark when both sides gave one', () => {
    const strict = { ...green('d9'), cleared: cleared('d9', 'TLP:RED') };
    expect(twoSides({}, green('d1'), strict).handling.cleared).toEqual(cleared('d9', 'TLP:RED'));
  });

  it('stays, and is asked about, when one side has the same mark without any', () => {
    const view = twoSides(green('d1'), green('d1'), { label: 'TLP:GREEN', distribution: { to: 'community' } });
    expect(view.handling.cleared).toEqual(cleared('d1'));
    expect(asked(view)).toEqual(['$handling.cleared handling']);
  });

  it('goes when a side tightened the mark again', () => {
    expect(twoSides(green('d1'), green('d1'), {})).toMatchObject({ handling: AMBER, conflicts: [] });
  });
});
