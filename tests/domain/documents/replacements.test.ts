import { describe, expect, it } from 'vitest';
import { type LaidPaper, pageNumbers, pageRange, replacementsFor } from '../../../domain/documents/replacements.ts';

/** A paper whose pages hold these blocks; `+` before a word: it goes on from the page before. */
function aPaper(...pages: string[][]): LaidPaper {
  const blocks = pages.flatMap((words, page) => {
    const begin = words.filter((word) => !word.startsWith('+'));
    const goesOn = words.length > begin.length ? 1 : 0;
    return begin.map((word, at) => ({ words: word, page: page + 31, y: 87.9 + 40 * (at + goesOn) }));
  });
  return { first: 31, last: 30 + pages.length, head: 'Head', blocks };
}

const OLD = aPaper(['a', 'b'], ['c'], ['d'], ['e'], ['f'], ['g']);

describe('the sheets of a paper that are replaced', () => {
  it('are none where nothing differs', () => {
    expect(replacementsFor(OLD, OLD)).toEqual([]);
  });

  it('are the one on which something differs, where both its sides begin with a block', () => {
    const now = aPaper(['a', 'b'], ['c'], ['d'], ['E'], ['f'], ['g']);
    expect(replacementsFor(OLD, now)).toEqual([{ from: 2, outTo: 4, putTo: 4, blocks: [3, 5] }]);
  });

  it('are more where a block goes on from one sheet to the next', () => {
    const was = aPaper(['a', 'b'], ['c'], ['d'], ['e'], ['+e', 'f'], ['g']);
    const now = aPaper(['a', 'b'], ['c'], ['D'], ['e'], ['+e', 'f'], ['g']);
    expect(replacementsFor(was, now)).toEqual([{ from: 2, outTo: 6, putTo: 6, blocks: [3, 7] }]);
  });

  it('are all from the first that differs where there are more or fewer than before', () => {
    const longer = aPaper(['a', 'b'], ['c'], ['d'], ['e'], ['x'], ['y'], ['f'], ['g']);
    expect(replacementsFor(OLD, longer)).toEqual([{ from: 4, outTo: 6, putTo: 8, blocks: [5, 9] }]);
    const shorter = aPaper(['a', 'b'], ['c'], ['d'], ['e']);
    expect(replacementsFor(OLD, shorter)).toEqual([{ from: 2, outTo: 6, putTo: 4, blocks: [3, 5] }]);
  });

  it('have the numbers that stood there, and beyond them the last one with letters', () => {
    const numbers = pageNumbers(31, 4, 7);
    expect(numbers).toEqual(['31', '32', '33', '34', '34a', '34b', '34c']);
    expect(pageRange(numbers.slice(2))).toBe('33–34, 34a–34c');
    expect(pageNumbers(15, 0, 28).at(-1)).toBe('14ab');
  });
});
