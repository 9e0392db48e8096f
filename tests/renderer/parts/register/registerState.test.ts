import { describe, expect, it } from 'vitest';
import { moved, sortedBy, withFilter } from '../../../../renderer/parts/register/registerState.ts';

const up = (column: string) => ({ column, descending: false });
const down = (column: string) => ({ column, descending: true });

describe('a list', () => {
  it('is sorted upwards by the first click on a column, downwards by the second, and by another column alone', () => {
    const once = sortedBy([], 'name', false);
    expect(once).toEqual([up('name')]);
    expect(sortedBy(once, 'name', false)).toEqual([down('name')]);
    expect(sortedBy(once, 'role', false)).toEqual([up('role')]);
  });

  it('keeps the order it has and sorts by one column more, or turns that one round', () => {
    const two = sortedBy([up('role')], 'name', true);
    expect(two).toEqual([up('role'), up('name')]);
    expect(sortedBy(two, 'role', true)).toEqual([down('role'), up('name')]);
  });

  it('has one filter a column, the last one', () => {
    const first = withFilter([], { column: 'role', is: 'empty' });
    const both = withFilter(first, { column: 'name', is: 'contains', value: 'quo' });
    expect(withFilter(both, { column: 'role', is: 'notEmpty' })).toEqual([
      { column: 'name', is: 'contains', value: 'quo' },
      { column: 'role', is: 'notEmpty' },
    ]);
  });

  it('moves a column one place, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'gone', 1)).toEqual(['a', 'b', 'c']);
  });
});
