import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Distribution, LABELS } from '../../../domain/handling/handling.ts';
import {
  commonDistribution,
  isWithin,
  labelRank,
  sameDistribution,
  stricterLabel,
} from '../../../domain/handling/order.ts';
import { naturalId } from '../../../domain/records/ids.ts';

const ids = ['XA', 'XB', 'XC'].map((code) => naturalId('organisation', code));
const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ to: fc.constantFrom('installation' as const) }),
  fc.record({ to: fc.constantFrom('board' as const) }),
  fc.record({ to: fc.constantFrom('community' as const) }),
  fc.record({ to: fc.constantFrom('everyone' as const) }),
  fc.record({
    to: fc.constant('named' as const),
    organisations: fc.shuffledSubarray(ids),
    persons: fc.shuffledSubarray([naturalId('person', 'one'), naturalId('person', 'two')]),
  }),
);

describe('labels', () => {
  it('have the order of TLP, the strictest first', () => {
    expect(LABELS.map(labelRank)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(stricterLabel('TLP:AMBER', 'TLP:AMBER+STRICT')).toBe('TLP:AMBER+STRICT');
    expect(stricterLabel('TLP:CLEAR', 'TLP:GREEN')).toBe('TLP:GREEN');
  });
});

describe('distributions', () => {
  const named = (organisations: number[], persons: string[] = []): Distribution => ({
    to: 'named',
    organisations: organisations.flatMap((i) => ids[i] ?? []),
    persons: persons.map((name) => naturalId('person', name)),
  });

  it.each<[string, Distribution, Distribution, boolean | undefined]>([
    ['the board within the community', { to: 'board' }, { to: 'community' }, true],
    ['the community not within the board', { to: 'community' }, { to: 'board' }, false],
    ['one named within two', named([0]), named([0, 1]), true],
    ['two named not within one', named([0, 1]), named([0]), false],
    ['names within everyone', named([0]), { to: 'everyone' }, true],
    ['nothing but itself within an installation', named([0]), { to: 'installation' }, false],
    ['names beside the board: nobody can tell', named([0]), { to: 'board' }, undefined],
    ['the board not within names', { to: 'board' }, named([0]), false],
    ['a person beside organisations: nobody can tell', named([], ['one']), named([0]), undefined],
    ['a person not within other persons', named([], ['one']), named([], ['two']), false],
  ])('have %s', (_, inner, outer, expected) => {
    expect(isWithin(inner, outer)).toBe(expected);
  });

  it('are the same whatever the order of names', () => {
    expect(sameDistribution(named([0, 1]), named([1, 0]))).toBe(true);
    expect(sameDistribution(named([0]), named([1]))).toBe(false);
    expect(sameDistribution({ to: 'board' }, named([1]))).toBe(false);
  });

  it('have nothing in common that is known not to lie within both', () => {
    fc.assert(
      fc.property(distribution, distribution, (one, other) => {
        const common = commonDistribution(one, other);
        if (common === undefined) return;
        expect(isWithin(common, one)).not.toBe(false);
        expect(isWithin(common, other)).not.toBe(false);
        const turned = commonDistribution(other, one);
        expect(turned !== undefined && sameDistribution(common, turned)).toBe(true);
      }),
    );
  });
});
