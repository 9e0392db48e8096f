import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../renderer/parts/dates/parseDate.ts';
import { parseTime } from '../../../renderer/parts/dates/parseTime.ts';
import { inTwoZones } from '../../../renderer/parts/dates/twoZones.ts';
import { findZones, isZone, zoneChoices } from '../../../renderer/parts/dates/zones.ts';

const NEAR = '2027-01-15';

describe('a typed date', () => {
  it('is read in every way that people write it, in both languages', () => {
    for (const typed of [
      '2027-03-11',
      '2027/3/11',
      '11/3/2027',
      '11.03.2027',
      '11-3-27',
      '11/3',
      '11 March 2027',
      '11 march',
      '11th of March 2027',
      'Thursday 11 March 2027',
      'Thu, 11 Mar 27',
      'March 11, 2027',
      'mar 11',
      '11 mars 2027',
      'jeudi 11 mars 2027',
      'le 11 mars',
      ' 11  MARS  2027 ',
    ]) {
      expect([typed, parseDate(typed, NEAR)]).toEqual([typed, { date: '2027-03-11' }]);
    }
    expect(parseDate('1er août 2027', NEAR)).toEqual({ date: '2027-08-01' });
    expect(parseDate('29 février 2028', NEAR)).toEqual({ date: '2028-02-29' });
    expect(parseDate('mar 2 mars 2027', NEAR)).toEqual({ date: '2027-03-02' });
  });

  it('is refused when there is no such day, when its weekday is another, and when it says two things', () => {
    expect(parseDate('31/2/2027', NEAR)).toEqual({ fault: 'noSuchDay' });
    expect(parseDate('29 February 2027', NEAR)).toEqual({ fault: 'noSuchDay' });
    expect(parseDate('3/13/2027', NEAR)).toEqual({ fault: 'noSuchDay' });
    expect(parseDate('Friday 11 March 2027', NEAR)).toEqual({ fault: 'weekday', date: '2027-03-11' });
    expect(parseDate('11 jui 2027', NEAR)).toEqual({ fault: 'unreadable' });
    expect(parseDate('soon', NEAR)).toEqual({ fault: 'unreadable' });
    expect(parseDate('', NEAR)).toEqual({ fault: 'unreadable' });
  });
});

describe('a typed time', () => {
  it('is read in every way that people write it', () => {
    for (const typed of ['9:30', '09.30', '9h30', '9 h 30', '0930', '930', '9:30 am', '9.30 a.m.']) {
      expect([typed, parseTime(typed)]).toEqual([typed, '09:30']);
    }
    expect(['14', '14h', '2 pm', '12 am', 'noon'].map(parseTime)).toEqual([
      '14:00',
      '14:00',
      '14:00',
      '00:00',
      '12:00',
    ]);
  });

  it('is refused when no clock shows it', () => {
    expect(['24:00', '9:60', '13 pm', '9:3', 'later', ''].map(parseTime)).toEqual(Array(6).fill(undefined));
  });
});

describe('time zones', () => {
  const march = zoneChoices(Temporal.Instant.from('2027-03-11T12:00Z'), 'en');

  it('stand from west to east with the offset of the day', () => {
    const offsetOf = (zone: string) => march.find((choice) => choice.zone === zone)?.offset;
    expect(march.length).toBeGreaterThan(400);
    expect(offsetOf('Europe/Madrid')).toBe('UTC+01:00');
    expect(offsetOf('UTC')).toBe('UTC');
    expect(offsetOf('America/St_Johns')).toBe('UTC-03:30');
    const july = zoneChoices(Temporal.Instant.from('2027-07-11T12:00Z'), 'en');
    expect(july.find(({ zone }) => zone === 'Europe/Madrid')?.offset).toBe('UTC+02:00');
    const at = (zone: string) => march.findIndex((choice) => choice.zone === zone);
    expect(at('America/Toronto')).toBeLessThan(at('Europe/Madrid'));
  });

  it('are found by their city, their name in either language, and their offset', () => {
    const found = (typed: string, choices = march) => findZones(choices, typed).map(({ zone }) => zone);
    expect(found('sao paulo')).toEqual(['America/Sao_Paulo']);
    expect(found('central european')).toContain('Europe/Madrid');
    expect(found('+05:45').map((zone) => zone.replace('Kath', 'Kat'))).toEqual(['Asia/Katmandu']);
    expect(found('europe centrale', zoneChoices(Temporal.Now.instant(), 'fr'))).toContain('Europe/Paris');
    expect(found('nowhere')).toEqual([]);
    expect([isZone('Europe/Madrid'), isZone('Europe/Nowhere'), isZone('')]).toEqual([true, false, false]);
  });
});

describe('a time in two zones', () => {
  it('tells when the day differs', () => {
    const evening = inTwoZones({ date: '2027-03-11', time: '09:30' }, 'Asia/Tokyo', 'America/Toronto');
    expect(evening?.there.toPlainDateTime().toString()).toBe('2027-03-10T19:30:00');
    expect(evening?.otherDay).toBe(true);
    const morning = inTwoZones('2027-03-11T08:30Z', 'Europe/Madrid', 'America/Toronto');
    expect(morning?.here.toPlainTime().toString()).toBe('09:30:00');
    expect(morning?.otherDay).toBe(false);
    expect(inTwoZones('2027-03-11T08:30Z', 'Europe/Madrid', 'Europe/Paris')?.same).toBe(true);
  });

  it('tells of a time that a clock skips or shows twice', () => {
    const at = (date: string, time: string) => inTwoZones({ date, time }, 'Europe/Madrid', 'UTC')?.shift;
    expect(at('2027-03-28', '02:30')).toBe('skipped');
    expect(at('2027-10-31', '02:30')).toBe('repeated');
    expect(at('2027-03-11', '09:30')).toBeUndefined();
    expect(inTwoZones('no moment', 'Europe/Madrid', 'UTC')).toBeUndefined();
    expect(inTwoZones('2027-03-11T08:30Z', 'Europe/Nowhere', 'UTC')).toBeUndefined();
  });
});
