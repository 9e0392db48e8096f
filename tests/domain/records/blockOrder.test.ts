import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeOrder } from '../../../domain/records/blockOrder.ts';
import { HISTORY_RUNS } from '../../helpers/histories.ts';

const order = (base: string, sides: readonly string[], kept = [...new Set([...base, ...sides.join('')])].join('')) =>
  mergeOrder(
    sides.map((side) => [...side]),
    [...base],
    new Set(kept),
  ).join('');

describe('the order of blocks', () => {
  it.each([
    ['nothing moved', 'abc', ['abc', 'abc'], 'abc'],
    ['one side moved a block', 'abcd', ['dabc', 'abcd'], 'dabc'],
    ['the second side moved a block', 'abcd', ['abcd', 'dabc'], 'dabc'],
    ['both moved the same block: the first side decides', 'abcd', ['dabc', 'abdc'], 'dabc'],
    ['both moved different blocks', 'abcd', ['bacd', 'abdc'], 'badc'],
    ['both wrote at the beginning', 'ab', ['xab', 'yab'], 'xyab'],
    ['both wrote at the end', 'ab', ['abxy', 'abz'], 'abxyz'],
    ['one wrote where the other removed', 'abc', ['abxc', 'ac'], 'abxc'],
    ['nobody knows what was before', '', ['abc', 'axc'], 'abxc'],
    ['three sides wrote at one place', 'ab', ['axb', 'ayb', 'azb'], 'axyzb'],
  ])('is kept when %s', (_, base, sides, expected) => {
    expect(order(base, sides)).toBe(expected);
  });

  it('leaves out what does not stay', () => {
    expect(order('abc', ['abc', 'ac'], 'ac')).toBe('ac');
  });

  const ids = fc.shuffledSubarray([...'abcdefghij']);

  it('gives every kept block exactly once', () => {
    fc.assert(
      fc.property(ids, fc.array(ids, { minLength: 1, maxLength: 4 }), (base, sides) => {
        const kept = new Set(sides.flat());
        const result = mergeOrder(sides, base, kept);
        expect(result).toHaveLength(kept.size);
        expect(new Set(result)).toEqual(kept);
      }),
      { numRuns: HISTORY_RUNS },
    );
  });

  it('takes a side whole when the others kept the order that was before', () => {
    fc.assert(
      fc.property(ids, ids, fc.boolean(), (base, side, first) => {
        const sides = first ? [side, base] : [base, side];
        expect(mergeOrder(sides, base, new Set(side))).toEqual(side);
      }),
      { numRuns: HISTORY_RUNS },
    );
  });
});
