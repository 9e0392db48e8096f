import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode } from '../../../domain/errors.ts';
import {
  clockElsewhere,
  clockOf,
  dateOfDay,
  gapBetween,
  isZone,
  minutesOf,
  offsetFromUtc,
  offsetInWords,
  signedHours,
  timeSession,
} from '../../../domain/meetings/timing.ts';

const someMinutes = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 180 }) }), { maxLength: 20 });
const someTime = fc.integer({ min: 0, max: 1439 }).map(clockOf);
const someZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');
const someDate = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the times of a session', () => {
  it('runs items one after another from the start of the session', () => {
    const timing = timeSession({ starts: '09:00', ends: '12:45' }, [{ minutes: 15 }, { minutes: 60 }, { minutes: 15 }]);
    expect(timing.entries.map(({ starts, ends }) => `${clockOf(starts)}-${clockOf(ends)}`)).toEqual([
      '09:00-09:15',
      '09:15-10:15',
      '10:15-10:30',
    ]);
    expect(timing).toMatchObject({ over: 0, spare: 135 });
  });

  it('says by how many minutes the items run over', () => {
    expect(timeSession({ starts: '14:00', ends: '15:00' }, [{ minutes: 45 }, { minutes: 30 }])).toMatchObject({
      over: 15,
      spare: 0,
    });
  });

  it('takes a session that ends before it starts to end on the next day', () => {
    const timing = timeSession({ starts: '23:00', ends: '01:00' }, [{ minutes: 90 }]);
    expect(timing).toMatchObject({ over: 0, spare: 30 });
    expect(clockOf(timing.ends)).toBe('00:30');
  });

  it('knows the time between two sessions of a day', () => {
    expect(gapBetween({ starts: '09:00', ends: '12:45' }, { starts: '14:00', ends: '17:00' })).toBe(75);
    expect(gapBetween({ starts: '09:00', ends: '12:45' }, { starts: '12:00', ends: '17:00' })).toBe(-45);
  });

  it('leaves no gap and no overlap between entries, and accounts for every minute', () => {
    fc.assert(
      fc.property(someTime, someTime, someMinutes, (starts, ends, entries) => {
        const timing = timeSession({ starts, ends }, entries);
        let clock = minutesOf(starts);
        for (const timed of timing.entries) {
          expect(timed.starts).toBe(clock);
          clock = timed.ends;
        }
        const total = entries.reduce((sum, entry) => sum + entry.minutes, 0);
        expect(timing.ends - minutesOf(starts)).toBe(total);
        expect(timing.over === 0 || timing.spare === 0).toBe(true);
        const length = ((minutesOf(ends) - minutesOf(starts) + 1440 - 1) % 1440) + 1;
        expect(timing.over - timing.spare).toBe(total - length);
      }),
    );
  });

  it('reads every time that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        expect(minutesOf(clockOf(minutes))).toBe(minutes);
      }),
    );
  });

  it('refuses what is no time of day', () => {
    for (const time of ['24:00', '9:00', '09:60', '', 'noon']) {
      expect(() => minutesOf(time)).toThrow(expect.toSatisfy((error) => hasCode(error, 'input.invalid')));
    }
  });
});

describe('clocks elsewhere', () => {
  it('counts days from the first', () => {
    expect(dateOfDay('2026-12-31', 1)).toBe('2026-12-31');
    expect(dateOfDay('2026-12-31', 2)).toBe('2027-01-01');
    expect([2, 3].map((day) => dateOfDay('2028-02-28', day))).toEqual(['2028-02-29', '2028-03-01']);
    expect(dateOfDay('2027-02-28', 2)).toBe('2027-03-01');
  });

  it('shows each day of a meeting by its own summer time, as Temporal does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('2027-03-26', '2027-10-29', '2028-02-28', '2027-12-31', '2027-11-05'),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 0, max: 2 * 1440 - 1 }),
        fc.constantFrom('Europe/Lisbon', 'America/Toronto', 'Asia/Tashkent', 'Pacific/Auckland'),
        fc.constantFrom('America/Halifax', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Kiritimati'),
        (first, day, minutes, place, zone) => {
          const date = dateOfDay(first, day);
          const wall = Temporal.PlainDateTime.from(`${date}T00:00`).add({ minutes });
          const there = wall.toZonedDateTime(place).withTimeZone(zone);
          const shown = clockElsewhere(date, minutes, place, zone);
          expect(shown.time).toBe(there.toPlainTime().toString({ smallestUnit: 'minute' }));
          expect(shown.dayShift).toBe(wall.toPlainDate().until(there.toPlainDate()).days);
        },
      ),
    );
  });

  it('shows the time in a capital, and that it is another day there', () => {
    expect(clockElsewhere('2026-10-14', minutesOf('09:15'), 'Europe/Zurich', 'Australia/Brisbane')).toEqual({
      time: '17:15',
      dayShift: 0,
    });
    expect(clockElsewhere('2026-10-14', minutesOf('20:00'), 'Europe/Zurich', 'Australia/Brisbane')).toEqual({
      time: '04:00',
      dayShift: 1,
    });
    expect(clockElsewhere('2026-10-14', minutesOf('03:00'), 'Europe/Zurich', 'America/Toronto')).toEqual({
      time: '21:00',
      dayShift: -1,
    });
  });

  it('follows summer time on both sides on the day itself', () => {
    // Europe leaves summer time on 25 October 2026, North America on 1 November: for a week they are an hour closer.
    const at = (date: string) => clockElsewhere(date, minutesOf('15:00'), 'Europe/Zurich', 'America/Toronto').time;
    expect(at('2026-10-24')).toBe('09:00');
    expect(at('2026-10-26')).toBe('10:00');
    expect(at('2026-11-02')).toBe('09:00');
  });

  it('goes on with the next day after midnight', () => {
    expect(clockElsewhere('2026-10-14', 1440 + 30, 'Europe/Zurich', 'UTC')).toEqual({ time: '22:30', dayShift: -1 });
  });

  it('moves a time that the place skips past the gap', () => {
    // 02:30 does not exist in Zurich on 28 March 2027.
    expect(clockElsewhere('2027-03-28', minutesOf('02:30'), 'Europe/Zurich', 'UTC').time).toBe('01:30');
  });

  it('says offsets as people write them', () => {
    const offset = (zone: string) => offsetInWords(offsetFromUtc('2026-10-14', 600, 'Europe/Zurich', zone));
    expect([offset('Europe/Zurich'), offset('America/Sao_Paulo'), offset('Asia/Kathmandu'), offset('UTC')]).toEqual([
      'UTC+2',
      'UTC\u22123',
      'UTC+5:45',
      'UTC',
    ]);
    expect([signedHours(480), signedHours(-300), signedHours(0), signedHours(-210)]).toEqual([
      '+8',
      '\u22125',
      '0',
      '\u22123:30',
    ]);
  });

  it('agrees with itself in both directions, in every zone, on every day', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 300, max: 1200 }), someZone, someZone, (date, minutes, place, zone) => {
        // Noon-ish moments that exist once in both places.
        const there = clockElsewhere(date, minutes, place, zone);
        const apart = offsetFromUtc(date, minutes, place, zone) - offsetFromUtc(date, minutes, place, place);
        expect(minutesOf(there.time) + there.dayShift * 1440).toBeCloseTo(Math.floor(minutes + apart), 6);
        expect(Math.abs(there.dayShift)).toBeLessThanOrEqual(1);
        expect(clockElsewhere(date, minutes, place, place)).toEqual({ time: clockOf(minutes), dayShift: 0 });
      }),
      { numRuns: 200 },
    );
  });

  it('refuses a zone that nobody knows', () => {
    expect(isZone('Europe/Zurich')).toBe(true);
    expect(isZone('Karsenia/Dour')).toBe(false);
    expect(() => clockElsewhere('2026-10-14', 600, 'Europe/Zurich', 'Karsenia/Dour')).toThrow(
      expect.toSatisfy((error) => hasCode(error, 'input.invalid')),
    );
  });
});
