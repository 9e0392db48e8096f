import { describe, expect, it } from 'vitest';
import { type ClockedItem, readRoomClock } from '../../../domain/meetings/roomClock.ts';
import { runningOrder } from '../../../domain/meetings/runningOrder.ts';
import { clockAt, dateOf, instantAt } from '../../../domain/meetings/timing.ts';

const [DATE, PLACE] = ['2027-03-12', 'Europe/Lisbon'];
const at = (time: string, date = DATE): number => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return instantAt(date, hours * 60 + minutes, PLACE) + seconds * 1000;
};

/** The open morning of the exercise: three items of 40, 65 and 90 minutes with a break of 15, until 12:30. */
function theMorning(noted: Readonly<Record<string, [began?: string, ended?: string]>> = {}): ClockedItem[] {
  const plan = [
    ['7', '09:00', '09:40'],
    ['8', '09:40', '10:45'],
    ['break', '10:45', '11:00'],
    ['9', '11:00', '12:30'],
  ] as const;
  return plan.map(([item, starts, ends]) => {
    const [began, ended] = noted[item] ?? [];
    return {
      item,
      session: 'open',
      starts: at(starts),
      ends: at(ends),
      ...(began === undefined ? {} : { began: at(began) }),
      ...(ended === undefined ? {} : { ended: at(ended) }),
    };
  });
}
const ENDS = new Map([['open', at('12:30')]]);
const minutes = (count: number) => count * 60;

describe('the clock in the room', () => {
  it('says what is under way, what it has left, and what comes next', () => {
    const clock = readRoomClock(theMorning({ 7: ['09:00', '09:40'], 8: ['09:40'] }), ENDS, at('10:00:30'));
    expect(clock).toEqual({
      underWay: { item: '8', elapsed: minutes(20) + 30, left: minutes(44) + 30 },
      next: { item: 'break', starts: at('10:45') },
      behind: 0,
      giveBack: 0,
      sessionEnds: at('12:30'),
    });
  });

  it('says how far behind it is once an item began late or runs over, and what must be given back', () => {
    const late = readRoomClock(theMorning({ 7: ['09:12'] }), ENDS, at('09:30'));
    expect(late).toMatchObject({ behind: minutes(12), giveBack: minutes(12), sessionEnds: at('12:42') });
    const over = readRoomClock(theMorning({ 7: ['09:00'] }), ENDS, at('09:55'));
    expect(over).toMatchObject({ underWay: { left: -minutes(15) }, behind: minutes(15), giveBack: minutes(15) });
  });

  it('is ahead where an item ended early, and gives nothing back', () => {
    const early = readRoomClock(theMorning({ 7: ['09:00', '09:25'], 8: ['09:25'] }), ENDS, at('09:30'));
    expect(early).toMatchObject({ behind: -minutes(15), giveBack: 0 });
    const between = readRoomClock(theMorning({ 7: ['09:00', '09:25'] }), ENDS, at('09:30'));
    expect(between).toMatchObject({ behind: -minutes(10), giveBack: 0, next: { item: '8' } });
    expect(between.underWay).toBeUndefined();
  });

  it('waits for the first item, and is late when that has not begun', () => {
    expect(readRoomClock(theMorning(), ENDS, at('08:50'))).toEqual({
      next: { item: '7', starts: at('09:00') },
      giveBack: 0,
      sessionEnds: at('12:30'),
    });
    expect(readRoomClock(theMorning(), ENDS, at('09:10'))).toMatchObject({
      behind: minutes(10),
      giveBack: minutes(10),
    });
  });

  it('takes what was passed over as not held, and is over after the last', () => {
    const skipped = readRoomClock(theMorning({ 7: ['09:00', '09:40'], 9: ['10:00'] }), ENDS, at('10:30'));
    expect(skipped).toMatchObject({ underWay: { item: '9', left: minutes(60) }, behind: -minutes(60), giveBack: 0 });
    expect(readRoomClock(theMorning({ 9: ['11:00', '12:20'] }), ENDS, at('12:25'))).toEqual({ giveBack: 0 });
    expect(readRoomClock([], ENDS, at('12:25'))).toEqual({ giveBack: 0 });
  });

  it('follows the wall clock of the place over its changes', () => {
    // Lisbon skips from 01:00 to 02:00 on 28 March 2027.
    expect(at('03:00', '2027-03-28') - at('00:30', '2027-03-28')).toBe(90 * 60_000);
    expect(clockAt(at('09:30', '2027-03-28'), 'Asia/Tashkent')).toBe('13:30');
    expect(clockAt(at('09:30'), 'Asia/Tashkent')).toBe('14:30');
    expect(dateOf(at('23:30'), 'Asia/Tashkent')).toBe('2027-03-13');
    expect(() => clockAt(0, 'Nowhere/Town')).toThrow(expect.objectContaining({ code: 'input.invalid' }));
  });
});

describe('the running order of a day', () => {
  const sessions = [
    {
      session: 'open',
      starts: '09:00',
      ends: '12:30',
      afterwards: '',
      items: [
        { item: '7', starts: '09:00', minutes: 40 },
        { item: '8', starts: '09:45', minutes: 65 },
      ],
    },
    {
      session: 'night',
      starts: '22:30',
      ends: '01:00',
      afterwards: '',
      items: [{ item: '9', starts: '00:15', minutes: 45 }],
    },
  ];
  const lines = (cues: Parameters<typeof runningOrder>[1]) =>
    runningOrder(sessions, cues).map((line) => [
      line.of,
      line.item?.item ?? line.session.session,
      line.startsAt,
      line.endsAt,
    ]);

  it('has a line for each session and item, past midnight too', () => {
    expect(lines([])).toEqual([
      ['session', 'open', 540, 750],
      ['item', '7', 540, 580],
      ['item', '8', 585, 650],
      ['session', 'night', 1350, 1500],
      ['item', '9', 1455, 1500],
    ]);
  });

  it('has a line before and after a session where there is a cue for it', () => {
    const cues = [
      { record: 'open', moment: 'before', minutes: 10 },
      { record: 'open', moment: 'after' },
      { record: '7', moment: 'during' },
    ] as const;
    const [before, band, first] = runningOrder(sessions, cues);
    expect([before?.of, before?.startsAt, band?.of, first?.cues.length]).toEqual(['before', 530, 'session', 1]);
    // Without a length of its own it lasts until the next session.
    expect(lines(cues)[4]).toEqual(['after', 'open', 750, 1350]);
  });
});
