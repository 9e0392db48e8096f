import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naturalId } from '../../../domain/records/ids.ts';
import { type Asked, askedIn, paramsOf, periodsAt, questionOf } from '../../../renderer/library/asked.ts';

const ZONE = 'Europe/Lisbon';
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const asked: fc.Arbitrary<Asked> = fc.record({
  words: fc.string(),
  kinds: fc.uniqueArray(fc.constantFrom('paper', 'meeting', 'comment')),
  labels: fc.uniqueArray(fc.constantFrom('TLP:AMBER', 'TLP:AMBER+STRICT', 'PRIVATE')),
  meetings: fc.uniqueArray(fc.constantFrom(naturalId('meeting', 'CB/7'), naturalId('meeting', 'CB/8'))),
  when: fc.constantFrom('any', 'week', 'month', 'year', 'range'),
  from: fc.oneof(fc.constant(''), day),
  to: fc.oneof(fc.constant(''), day),
  sort: fc.constantFrom('relevance', 'newest'),
});

it('what is asked of the library is its address, and the address what is asked', () => {
  fc.assert(
    fc.property(asked, (one) => {
      const days = one.when === 'range' ? {} : { from: '', to: '' };
      expect(askedIn(new URLSearchParams(paramsOf(one).toString()))).toEqual({ ...one, ...days });
    }),
  );
});

it('an address with what the library does not know is read as far as it goes', () => {
  const params = new URLSearchParams('q=bridge&when=soon&from=yesterday&meeting=eighth&sort=best&kind=paper');
  expect(askedIn(params)).toEqual({
    words: 'bridge',
    kinds: ['paper'],
    labels: [],
    meetings: [],
    when: 'any',
    from: '',
    to: '',
    sort: 'relevance',
  });
});

it('weeks begin on Monday, and a day lasts from midnight to midnight at the reader’s place', () => {
  const periods = periodsAt(Temporal.PlainDate.from('2027-06-06'), ZONE);
  expect(periods).toEqual({ week: '2027-05-30T23:00Z', month: '2027-05-31T23:00Z', year: '2027-01-01T00:00Z' });
  const range = askedIn(new URLSearchParams('when=range&from=2027-03-27&to=2027-03-28'));
  expect(questionOf(range, periods, ZONE)).toMatchObject({ since: '2027-03-27T00:00Z', before: '2027-03-28T23:00Z' });
  const open = askedIn(new URLSearchParams('when=range'));
  expect(questionOf(open, periods, ZONE)).not.toHaveProperty('since');
  expect(questionOf(open, periods, ZONE)).not.toHaveProperty('before');
});
