import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Housed, homesOf, meetingOf } from '../../../domain/library/home.ts';

const RECORDS: readonly Housed[] = [
  { id: 'meeting', kind: 'meeting', fields: { title: 'Eighth meeting' } },
  { id: 'paper', kind: 'paper', fields: { meeting: 'meeting' } },
  { id: 'portion', kind: 'portion', fields: { paper: 'paper' } },
  { id: 'comment', kind: 'comment', fields: { record: 'portion' } },
  { id: 'person', kind: 'person', fields: { organisation: 'elsewhere' } },
];
const find = (records: readonly Housed[]) => (id: string) => records.find((record) => record.id === id);
const named = (id: string): Housed => find(RECORDS)(id) ?? { id, kind: '', fields: {} };

describe('where a record belongs', () => {
  it('is told from the widest to the nearest', () => {
    expect(homesOf(named('comment'), find(RECORDS)).map(({ id }) => id)).toEqual(['meeting', 'paper', 'portion']);
    expect(homesOf(named('meeting'), find(RECORDS))).toEqual([]);
    expect(homesOf(named('person'), find(RECORDS))).toEqual([]);
  });

  it('ends in one meeting, which belongs to itself', () => {
    for (const id of ['comment', 'portion', 'paper', 'meeting']) {
      expect(meetingOf(named(id), find(RECORDS))).toBe('meeting');
    }
    expect(meetingOf(named('person'), find(RECORDS))).toBeUndefined();
  });

  it('is found whatever records point to, circles included', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const field = fc.constantFrom('record', 'paper', 'meeting', 'organisation');
    const fields = fc.dictionary(field, id);
    const record = fc.record({ id, kind: fc.constantFrom('meeting', 'paper'), fields });
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: (one) => one.id, minLength: 1 }), (records) => {
        for (const one of records) {
          const homes = homesOf(one, find(records)).map((home) => home.id);
          expect(new Set(homes).size).toBe(homes.length);
          expect(homes).not.toContain(one.id);
        }
      }),
    );
  });
});
