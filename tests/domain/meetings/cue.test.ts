import { describe, expect, it } from 'vitest';
import { bornHandling, clearanceDigest } from '../../../domain/handling/change.ts';
import { cue } from '../../../domain/meetings/cue.ts';
import { checkFields } from '../../../domain/records/checkBody.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import { hasNaturalId, kindOf } from '../../../domain/records/kinds.ts';

const [ITEM, NORTHMARK, AVARIA, PERSON] = ['item', 'QN', 'QA', 'Ada Morn'].map((key) => naturalId('test', key));
const BODY = { record: ITEM ?? '', moment: 'during', organisation: NORTHMARK ?? '', say: 'I open the meeting.' };

describe('a cue', () => {
  it('is born for the organisation that writes it', () => {
    const author = { organisation: naturalId('test', 'QN'), person: naturalId('test', 'Ada Morn') };
    expect(bornHandling(cue, author, { body: BODY })).toMatchObject({
      label: 'TLP:AMBER+STRICT',
      distribution: { to: 'named', organisations: [NORTHMARK], persons: [] },
    });
    expect(PERSON).toBe(author.person);
  });

  it('is one for each item, moment and organisation, on whichever laptop it was begun', () => {
    const key = `${ITEM} during ${NORTHMARK}`;
    expect(hasNaturalId('cue', naturalId('cue', key), BODY)).toBe(true);
    expect(cue.naturalKey?.({ ...BODY, organisation: AVARIA ?? '' })).not.toBe(key);
    expect(cue.naturalKey?.({ ...BODY, moment: 'after' })).not.toBe(key);
    expect(cue.naturalKey?.({ say: 'Of nothing' })).toBeUndefined();
  });

  it('takes no moment that it does not know, and no length that is none', () => {
    const faults = (body: object) => checkFields(cue, { ...BODY, ...body }).map(({ field }) => field);
    expect(faults({})).toEqual([]);
    expect(faults({ moment: 'sometime' })).toEqual(['moment']);
    expect(faults({ minutes: 0 })).toEqual(['minutes']);
    expect(faults({ minutes: 1e9 })).toEqual(['minutes']);
  });
});

describe('when an item began and ended', () => {
  it('is a moment in whole seconds, UTC', () => {
    const item = kindOf('agendaItem');
    if (item === undefined) throw new TypeError('There are agenda items.');
    const faults = (began: string) => checkFields(item, { began }).map(({ field }) => field);
    expect(faults('2027-03-11T09:30:12Z')).toEqual([]);
    for (const bad of ['09:30', '2027-03-11T09:30Z', '2027-02-30T09:30:12Z', '2027-03-11T09:30:12+01:00']) {
      expect(faults(bad), bad).toEqual(['began']);
    }
  });

  it('does not undo that the item was cleared, as its content is the same', () => {
    const cleared = { title: 'Opening', openNumber: 'O1' };
    const after = { ...cleared, began: '2027-03-11T09:30:12Z', ended: '2027-03-11T09:45:00Z', outcome: 'concluded' };
    expect(clearanceDigest(after)).toBe(clearanceDigest(cleared));
    expect(clearanceDigest({ ...after, title: 'Opening of the meeting' })).not.toBe(clearanceDigest(cleared));
  });
});
