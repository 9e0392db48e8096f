import { describe, expect, it } from 'vitest';
import { AdoptionResult, type AnswerSays } from '../../../domain/adoption/kinds.ts';
import { refusalOf, type Situation, type Standing, warningsFor } from '../../../domain/adoption/standing.ts';
import { adopts, stateAfter, subjectDigest } from '../../../domain/adoption/subjects.ts';

const member = (organisation: string, reach: Standing['reach'], says?: AnswerSays, late = false): Standing => ({
  organisation,
  reach,
  ...(says === undefined ? {} : { says }),
  late,
});
const silence = (members: readonly Standing[], more: Partial<Situation> = {}): Situation => ({
  way: 'silence',
  passed: true,
  changed: false,
  members,
  ...more,
});
const codes = (result: AdoptionResult, situation: Situation) =>
  warningsFor(result, situation).map(({ code, organisations }) => [code, ...organisations].join(' '));

describe('what speaks against recording a result', () => {
  it('names who is silent and not known to have it: sealed is not read, and not knowing is not reaching', () => {
    const members = [
      member('reached', 'reached'),
      member('answered', 'answered', 'noObjection'),
      member('sent', 'sent'),
      member('never', 'notSent'),
      member('elsewhere', 'unknown'),
    ];
    expect(codes('adopted', silence(members))).toEqual(['unreached sent never elsewhere']);
    expect(codes('adopted', { ...silence(members), way: 'inRoom' })).toEqual([]);
    expect(codes('notAdopted', silence(members))).toEqual([]);
  });

  it('is each sort of answer that a result would pass over, and a text that was changed since', () => {
    const members = [
      member('a', 'answered', 'amendment'),
      member('r', 'answered', 'reservation'),
      member('q', 'answered', 'question'),
      member('o', 'answered', 'objection', true),
    ];
    const situation = silence(members, { changed: true });
    expect(codes('adopted', situation)).toEqual([
      'lateObjection o',
      'amendment a',
      'question q',
      'reservation r',
      'changed',
    ]);
    expect(codes('adoptedAsAmended', situation)).toEqual(['lateObjection o', 'question q']);
  });
});

describe('a silence', () => {
  it('is complete after the deadline, or once everybody has answered', () => {
    const one = member('one', 'answered', 'noObjection');
    const both = [one, member('two', 'reached')];
    expect(refusalOf('adopted', silence(both, { passed: false }))).toBe('adoption.stillRunning');
    expect(refusalOf('adopted', silence(both))).toBeUndefined();
    expect(refusalOf('adopted', silence([one], { passed: false }))).toBeUndefined();
    expect(refusalOf('withdrawn', silence(both, { passed: false }))).toBeUndefined();
  });

  it('is broken by an objection or other words that were here in time, whatever the result is called', () => {
    const broken = silence([member('one', 'answered', 'objection')]);
    for (const result of AdoptionResult.options) {
      expect(refusalOf(result, broken)).toBe(adopts(result) ? 'adoption.silenceBroken' : undefined);
    }
    const other = silence([member('one', 'answered', 'amendment')]);
    expect(refusalOf('adopted', other)).toBe('adoption.silenceBroken');
    expect(refusalOf('adoptedAsAmended', other)).toBeUndefined();
    expect(refusalOf('adopted', silence([member('one', 'answered', 'objection', true)]))).toBeUndefined();
  });
});

describe('what is adopted', () => {
  const where = { meeting: 'm', day: '2027-03-12' };

  it('has the state that its kind knows, and none while it is extended', () => {
    expect(stateAfter('decision', 'adoptedWithReservations', where)).toEqual({ state: 'adopted' });
    expect(stateAfter('recommendation', 'notAdopted', where)).toEqual({ state: 'notAdopted' });
    expect(stateAfter('minutes', 'adopted', where)).toEqual({
      status: 'approved',
      approvedOn: '2027-03-12',
      approvedAt: 'm',
    });
    expect(stateAfter('paper', 'adopted', where)).toEqual({});
    expect(stateAfter('decision', 'extended', where)).toEqual({});
  });

  it('is the same text whatever its number and state', () => {
    const body = { text: 'The Board warns.', state: 'proposed', number: 'CB/8/D1' };
    expect(subjectDigest({ ...body, state: 'adopted', number: 'CB/8/D2' })).toBe(subjectDigest(body));
    expect(subjectDigest({ ...body, text: 'The Board notes.' })).not.toBe(subjectDigest(body));
  });
});
