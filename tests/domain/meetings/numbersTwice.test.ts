import { describe, expect, it } from 'vitest';
import { numbersTwice } from '../../../domain/meetings/numbersTwice.ts';

const paper = (id: string, number: string) => ({ id, kind: 'paper', body: { number } });
const item = (id: string, session: string, number: number) => ({ id, kind: 'agendaItem', body: { session, number } });

describe('a number used twice', () => {
  it('is found among papers of the whole network, with the next of its series that is free', () => {
    const papers = [paper('a', 'CB/8/4'), paper('b', 'CB/8/4'), paper('c', 'CB/8/11'), paper('d', 'CB/9/20')];
    expect(numbersTwice(papers, () => '')).toEqual([
      { kind: 'paper', field: 'number', number: 'CB/8/4', records: ['a', 'b'], next: 'CB/8/12' },
    ]);
  });

  it('is found among items of one meeting, not of two', () => {
    const items = [item('a', 's1', 3), item('b', 's2', 3), item('c', 's1', 7), item('d', 's3', 3)];
    expect(numbersTwice(items, (session) => (session === 's3' ? 'ninth' : 'eighth'))).toEqual([
      { kind: 'agendaItem', field: 'number', number: 3, records: ['a', 'b'], next: 8 },
    ]);
  });
});
