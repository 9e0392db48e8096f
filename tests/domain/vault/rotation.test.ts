import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retainedBackups } from '../../../domain/vault/rotation.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const NOON = Date.parse('2027-03-03T12:00Z');
const times = fc.array(fc.integer({ min: NOON - 30 * DAY, max: NOON + HOUR }), { maxLength: 60 });
const dayOf = (time: number) => Math.floor(time / DAY);

describe('which backups stay', () => {
  it('are the newest three of today and the newest of each earlier day', () => {
    const today = [0, 1, 2, 3, 4].map((hours) => NOON - hours * HOUR);
    const yesterday = today.map((time) => time - DAY);
    expect(retainedBackups([...today, ...yesterday], NOON)).toEqual([...today.slice(0, 3), yesterday[0]]);
  });

  it('are at most ten, three a day at most, of every day the newest, and the newest of all among them', () => {
    fc.assert(
      fc.property(times, (all) => {
        const kept = retainedBackups(all, NOON);
        expect(kept.length).toBeLessThanOrEqual(10);
        expect(kept).toEqual(kept.toSorted((one, other) => other - one));
        expect(all).toEqual(expect.arrayContaining(kept));
        if (all.length > 0) expect(kept[0]).toBe(Math.max(...all));
        for (const day of new Set(kept.map(dayOf))) {
          const ofDay = all.filter((time) => dayOf(time) === day);
          const keptOfDay = kept.filter((time) => dayOf(time) === day);
          expect(keptOfDay.length).toBeLessThanOrEqual(day === dayOf(NOON) ? 3 : 1);
          expect(keptOfDay).toContain(Math.max(...ofDay));
        }
      }),
    );
  });

  it('stay when it is asked again, and lose nothing newer to something older', () => {
    fc.assert(
      fc.property(times, (all) => {
        const kept = retainedBackups(all, NOON);
        expect(retainedBackups(kept, NOON)).toEqual(kept);
        const days = new Set(all.map(dayOf));
        const oldestKept = Math.min(...kept.map(dayOf));
        for (const day of days) if (day > oldestKept) expect(kept.map(dayOf)).toContain(day);
      }),
    );
  });

  it('cover eight days when one is made every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 40 }), (count) => {
        let all: number[] = [];
        let now = NOON;
        for (let day = 0; day < count; day += 1, now += DAY) {
          for (let turn = 0; turn < 5; turn += 1) all = retainedBackups([...all, now + turn * HOUR], now + turn * HOUR);
        }
        expect(new Set(all.map(dayOf)).size).toBe(8);
      }),
    );
  });
});
