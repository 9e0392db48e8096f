import { describe, expect, it } from 'vitest';
import { nextNumber, seriesOf, shortNumber } from '../../../domain/outcomes/numbers.ts';
import { byUrgency, isOpenAction, isOverdue } from '../../../domain/outcomes/openActions.ts';
import { unattributed } from '../../../domain/outcomes/unattributed.ts';
import { blockText, makeAnchor } from '../../../domain/papers/placeAnchor.ts';
import { RichText } from '../../../domain/papers/richText.ts';

describe('the number of a decision, an action or a recommendation', () => {
  it('follows the highest that was given in its series, each kind for itself', () => {
    const taken = ['CB/8/D1', 'CB/8/D3', 'CB/7/D9', 'CB/8/D3a'];
    expect(nextNumber('decision', 'CB/8', taken)).toBe('CB/8/D4');
    expect(nextNumber('recommendation', 'CB/8', taken)).toBe('CB/8/R1');
    expect(nextNumber('action', '', [])).toBe('A1');
    expect(shortNumber('CB/8/D4')).toBe('D4');
  });

  it('has the first day of its meeting in it where that has no symbol', () => {
    expect(seriesOf({ symbol: ' CB/8 ', starts: '2027-03-11' })).toBe('CB/8');
    expect(seriesOf({ starts: '2027-03-11' })).toBe('2027-03-11');
    expect(seriesOf({})).toBe('');
  });
});

describe('an action', () => {
  it('is open until somebody closes it, and late after its day', () => {
    expect(isOpenAction({})).toBe(true);
    expect([isOpenAction({ state: 'done' }), isOpenAction({ state: 'dropped' })]).toEqual([false, false]);
    expect(isOverdue({ due: '2027-03-01', state: 'open' }, '2027-03-02')).toBe(true);
    expect(isOverdue({ due: '2027-03-02' }, '2027-03-02')).toBe(false);
    expect(isOverdue({ due: '2027-03-01', state: 'done' }, '2027-03-02')).toBe(false);
  });

  it('is listed mine first, then by its day, those without one last', () => {
    const entry = (action: string, mine: boolean, due: string) => ({ action, mine, due, number: '' });
    const all = [
      entry('d', false, ''),
      entry('c', false, '2027-01-01'),
      entry('a', true, ''),
      entry('b', false, '2026-01-01'),
    ];
    expect(all.toSorted(byUrgency).map(({ action }) => action)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a passage of minutes where nobody may be told who said what', () => {
  const link = { type: 'recordLink', attrs: { record: 'quillen' } };
  const document = RichText.parse({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { id: 'p1' },
        content: [
          { type: 'text', text: 'Mx Quillen', marks: [link] },
          { type: 'text', text: ' sends the list by Friday.' },
        ],
      },
      { type: 'paragraph', attrs: { id: 'p2' }, content: [{ type: 'text', text: 'The Board takes note.' }] },
    ],
  });
  const [first, second] = document.content;
  const isQuillen = (record: string) => record === 'quillen';
  const marked = (block: typeof first) => {
    if (block === undefined) throw new Error('no block');
    const text = blockText(block);
    return { text, anchor: makeAnchor(block, 0, text.length) };
  };

  it('is marked without the name that it links, and its place without any words', () => {
    expect(unattributed(document, marked(first), isQuillen, 'a participant')).toEqual({
      text: 'a participant sends the list by Friday.',
      anchor: { block: 'p1', quote: '', before: '', after: '' },
    });
  });

  it('keeps its words where it names nobody, and loses every name where it cannot be found', () => {
    expect(unattributed(document, marked(second), isQuillen, 'a participant')).toEqual(marked(second));
    const gone = {
      text: 'Mx Quillen agrees.',
      anchor: { block: 'p9', quote: 'Mx Quillen agrees.', before: '', after: '' },
    };
    expect(unattributed(document, gone, isQuillen, 'a participant').text).toBe('a participant agrees.');
  });
});
