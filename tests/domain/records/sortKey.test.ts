import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeys, type SortKey, textKey } from '../../../domain/records/sortKey.ts';

const sorted = (texts: string[]) => texts.toSorted((one, other) => compareKeys(textKey(one), textKey(other)));

describe('the order of texts in lists', () => {
  it('puts accented letters by their plain ones, numbers by size, and leaves quotation marks out', () => {
    expect(sorted(['Zeta', 'Åland', 'B', 'alpha'])).toEqual(['Åland', 'alpha', 'B', 'Zeta']);
    expect(sorted(['CB/8/10', 'CB/8/9', 'CB/8/9a', 'CB/10/1'])).toEqual(['CB/8/9', 'CB/8/9a', 'CB/8/10', 'CB/10/1']);
    expect(sorted(['“Zeal”', 'Year', '1 day', '007'])).toEqual(['1 day', '007', 'Year', '“Zeal”']);
    expect(sorted(['Elan, Zeta', 'Elan, “Quoted”', 'Elan, «Avant»'])).toEqual([
      'Elan, «Avant»',
      'Elan, “Quoted”',
      'Elan, Zeta',
    ]);
    expect(sorted(['x2', 'x', 'x 2', 'xa'])).toEqual(['x', 'x 2', 'x2', 'xa']);
  });

  it('puts what is empty last in both directions, and numbers before texts', () => {
    const keys: SortKey[] = [undefined, 'a', 2, 'b', 10];
    expect(keys.toSorted((one, other) => compareKeys(one, other))).toEqual([2, 10, 'a', 'b', undefined]);
    expect(keys.toSorted((one, other) => compareKeys(one, other, true))).toEqual(['b', 'a', 10, 2, undefined]);
    expect(textKey(' \u200b ')).toBeUndefined();
    expect(textKey('…')).toBeDefined();
  });

  it('is an order for any texts', () => {
    const key = fc.oneof(fc.integer(), fc.string({ unit: 'binary', maxLength: 4 }).map(textKey));
    fc.assert(
      fc.property(key, key, key, fc.boolean(), (a, b, c, descending) => {
        expect(Math.sign(compareKeys(a, b, descending))).toBe(-Math.sign(compareKeys(b, a, descending)) + 0);
        if (compareKeys(a, b, descending) <= 0 && compareKeys(b, c, descending) <= 0) {
          expect(compareKeys(a, c, descending)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
