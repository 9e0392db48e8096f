import { expect, it } from 'vitest';
import { nextMeeting } from '../../../domain/meetings/nextMeeting.ts';

const NETWORK = { symbol: 'CB', zone: 'Europe/Oslo' };
const EIGHTH = {
  type: 'regular',
  number: 8,
  symbol: 'CB/8',
  starts: '2027-03-11',
  venue: 'Assembly House',
  city: 'Avanor',
  zone: 'Europe/Lisbon',
};

it('the next regular meeting has the next number, half a year later on the same weekday and at the same place', () => {
  const seventh = { ...EIGHTH, number: 7, starts: '2026-09-10', city: 'Norhaven' };
  expect(nextMeeting('regular', [seventh, EIGHTH], NETWORK, '2027-03-20')).toEqual({
    number: 9,
    symbol: 'CB/9',
    starts: '2027-09-09',
    venue: 'Assembly House',
    city: 'Avanor',
    zone: 'Europe/Lisbon',
    chair: '',
  });
});

it('no meeting is proposed in the past, and the first one for a Thursday in half a year', () => {
  const { starts } = nextMeeting('regular', [EIGHTH], NETWORK, '2030-01-01');
  expect(starts > '2030-01-01').toBe(true);
  expect(Temporal.PlainDate.from(starts).dayOfWeek).toBe(4);
  expect(nextMeeting('regular', [], NETWORK, '2027-01-01')).toMatchObject({
    number: 1,
    symbol: 'CB/1',
    starts: '2027-07-08',
    zone: 'Europe/Oslo',
  });
});

it('special meetings and working groups have series of their own and come soon', () => {
  const special = { type: 'special', starts: '2027-02-02', symbol: 'CB/S/1' };
  expect(nextMeeting('special', [EIGHTH, special], NETWORK, '2027-03-20')).toMatchObject({
    symbol: 'CB/S/2',
    starts: '2027-04-06',
    zone: 'Europe/Lisbon',
  });
  expect(nextMeeting('workingGroup', [EIGHTH, special], { ...NETWORK, symbol: '' }, '2027-03-20').symbol).toBe(
    'CB/WG/1',
  );
});
