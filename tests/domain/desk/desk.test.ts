import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOf } from '../../../domain/desk/asked.ts';
import { meetingInView } from '../../../domain/desk/meetingInView.ts';
import { readinessOf } from '../../../domain/desk/readiness.ts';
import type { Planned } from '../../../domain/meetings/timetable.ts';
import { PaperStatus } from '../../../domain/papers/kinds.ts';
import { isLate } from '../../../domain/papers/status.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';

const aRecord = (name: string, body: JsonObject): Planned => ({ id: naturalId('paper', name), body });
const aMeeting = (name: string, starts?: string, ends?: string) =>
  aRecord(name, { title: name, ...(starts === undefined ? {} : { starts }), ...(ends === undefined ? {} : { ends }) });
const dates = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the meeting that a desk is about', () => {
  const seventh = aMeeting('Seventh', '2026-09-10', '2026-09-11');
  const eighth = aMeeting('Eighth', '2027-03-11', '2027-03-12');
  const ninth = aMeeting('Ninth', '2027-09-09', '2027-09-10');
  const seen = (today: string, meetings = [ninth, seventh, eighth]) => {
    const inView = meetingInView(meetings, today);
    return inView && [inView.meeting.body.title, inView.standing, inView.days];
  };

  it('is the next, the one under way, or when none is to come the last', () => {
    expect(seen('2027-03-02')).toEqual(['Eighth', 'ahead', 9]);
    expect(seen('2027-03-10')).toEqual(['Eighth', 'ahead', 1]);
    expect(seen('2027-03-11')).toEqual(['Eighth', 'underWay', 0]);
    expect(seen('2027-03-12')).toEqual(['Eighth', 'underWay', 0]);
    expect(seen('2027-03-13')).toEqual(['Ninth', 'ahead', 180]);
    expect(seen('2027-09-11')).toEqual(['Ninth', 'over', 1]);
  });

  it('is one without dates only where there is no other, and none where there is none', () => {
    const undated = aMeeting('Undated');
    expect(seen('2027-03-02', [undated, seventh])).toEqual(['Seventh', 'over', 172]);
    expect(seen('2027-03-02', [undated])).toEqual(['Undated', 'undated', 0]);
    expect(seen('2027-03-02', [])).toBeUndefined();
    expect(seen('2027-03-11', [aMeeting('One day', '2027-03-11')])).toEqual(['One day', 'underWay', 0]);
  });

  it('never passes over one that is under way or nearer, on any day', () => {
    const meeting = fc.tuple(fc.uuid(), dates, fc.integer({ min: 0, max: 4 })).map(([name, starts, length]) => {
      return aMeeting(name, starts, Temporal.PlainDate.from(starts).add({ days: length }).toString());
    });
    fc.assert(
      fc.property(fc.array(meeting, { minLength: 1, maxLength: 8 }), dates, (meetings, today) => {
        const inView = meetingInView(meetings, today);
        const starts = meetings.map(({ body }) => String(body.starts));
        const isNow = meetings.some(({ body }) => String(body.starts) <= today && today <= String(body.ends));
        const coming = starts.filter((date) => date > today).sort();
        expect(inView?.standing).toBe(isNow ? 'underWay' : coming.length > 0 ? 'ahead' : 'over');
        if (inView?.standing === 'ahead') expect(inView.meeting.body.starts).toBe(coming[0]);
        expect(inView?.days).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('how far the papers are', () => {
  const papers = [
    aRecord('issued', { status: 'issued', due: '2027-02-18' }),
    aRecord('cleared', { status: 'cleared', due: '2027-02-18' }),
    aRecord('submitted', { status: 'submitted', due: '2027-02-18' }),
    aRecord('late', { status: 'drafting', due: '2027-03-01' }),
    aRecord('later still', { status: 'commissioned', due: '2027-02-18' }),
    aRecord('today', { status: 'drafting', due: '2027-03-02' }),
    aRecord('no date', {}),
    aRecord('withdrawn', { status: 'withdrawn', due: '2027-02-18' }),
  ];

  it('is counted by status, and what is not in is late from the day after it was due', () => {
    const readiness = readinessOf(papers, '2027-03-02');
    expect(readiness).toMatchObject({ total: 7, issued: 1, cleared: 1, submitted: 1 });
    const named = (some: readonly Planned[]) => some.map(({ id }) => papers.findIndex((paper) => paper.id === id));
    expect(named(readiness.late)).toEqual([4, 3]);
    expect(named(readiness.expected)).toEqual([5, 6]);
  });

  it('adds up, whatever the papers', () => {
    const paper = fc.record({
      name: fc.uuid(),
      status: fc.option(fc.constantFrom(...PaperStatus.options), { nil: null }),
      due: fc.option(dates, { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(paper), dates, (some, today) => {
        const records = some.map(({ name, status, due }) =>
          aRecord(name, { ...(status === null ? {} : { status }), ...(due === null ? {} : { due }) }),
        );
        const { total, issued, cleared, submitted, late, expected } = readinessOf(records, today);
        expect(issued + cleared + submitted + late.length + expected.length).toBe(total);
        expect(late.every((one) => isLate(one.body, today))).toBe(true);
        expect(expected.some((one) => isLate(one.body, today))).toBe(false);
      }),
    );
  });
});

describe('what is asked of an organisation', () => {
  const [avaria, northmark] = [naturalId('organisation', 'XA'), naturalId('organisation', 'XN')];
  const position = aRecord('position', { from: [avaria], status: 'drafting', due: '2027-03-05' });
  const annex = aRecord('annex', { from: [northmark, avaria], status: 'commissioned', due: '2027-02-18' });
  const deepDive = aRecord('deep-dive', { from: [avaria], status: 'cleared' });
  const other = aRecord('other', { from: [northmark], status: 'drafting', due: '2027-02-01' });
  const remark = (name: string, originator: string, body: JsonObject) => ({ ...aRecord(name, body), originator });
  const item = aRecord('item', { leads: [avaria], title: 'Assets' });
  const sessions = [
    { date: '2027-03-11', items: [{ item: aRecord('another', { leads: [northmark] }), starts: '09:00' }] },
    { date: '2027-03-12', items: [{ item, starts: '14:00' }] },
  ];

  it('is its papers that are not in, by when they are due; open remarks of others on its papers; and the items it leads', () => {
    const asked = askedOf(avaria, {
      papers: [deepDive, other, position, annex],
      comments: [
        remark('open', northmark, { record: deepDive.id }),
        remark('open too', northmark, { record: deepDive.id, resolved: false }),
        remark('settled', northmark, { record: deepDive.id, resolved: true }),
        remark('answer', northmark, { record: deepDive.id, replyTo: position.id }),
        remark('own', avaria, { record: deepDive.id }),
        remark('elsewhere', northmark, { record: other.id }),
      ],
      sessions,
    });
    expect(asked).toEqual([
      { what: 'write', paper: annex, by: '2027-02-18' },
      { what: 'write', paper: position, by: '2027-03-05' },
      { what: 'answer', paper: deepDive, comments: 2 },
      { what: 'lead', item, by: '2027-03-12', at: '14:00' },
    ]);
  });

  it('is nothing once everything is in, and never what was withdrawn', () => {
    const papers = [deepDive, aRecord('gone', { from: [avaria], status: 'withdrawn', due: '2027-01-01' })];
    expect(askedOf(avaria, { papers, comments: [], sessions: [] })).toEqual([]);
  });
});
