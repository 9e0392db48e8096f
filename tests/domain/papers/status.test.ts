import { describe, expect, it } from 'vitest';
import { importSentence } from '../../../domain/papers/importSentences.ts';
import { PaperStatus } from '../../../domain/papers/kinds.ts';
import { mediaTypeFor, shownAs } from '../../../domain/papers/mediaTypes.ts';
import { isLate, nextStatuses, statusOf } from '../../../domain/papers/status.ts';

describe('the status of a paper', () => {
  it('goes on by a step, back, or to its end, and there is always a way on', () => {
    expect(nextStatuses('submitted')).toEqual(['cleared', 'drafting', 'withdrawn']);
    for (const status of PaperStatus.options) {
      expect(nextStatuses(status)).not.toContain(status);
      expect(nextStatuses(status).length).toBeGreaterThan(0);
    }
    expect(nextStatuses(statusOf({}))).toEqual(PaperStatus.options);
    expect(statusOf({ status: 'embargoed' })).toBeUndefined();
  });

  it('makes a paper late while it is awaited, from the day after it was due', () => {
    expect(isLate({ status: 'drafting', due: '2027-03-01' }, '2027-03-02')).toBe(true);
    expect(isLate({ due: '2027-03-01' }, '2027-03-02')).toBe(true);
    expect(isLate({ status: 'drafting', due: '2027-03-02' }, '2027-03-02')).toBe(false);
    expect(isLate({ status: 'submitted', due: '2027-03-01' }, '2027-03-02')).toBe(false);
    expect(isLate({ status: 'drafting' }, '2027-03-02')).toBe(false);
  });
});

describe('files of papers', () => {
  it('are known by their endings, and shown when a window can', () => {
    expect(mediaTypeFor('Map of Karsenia.PNG')).toBe('image/png');
    expect(mediaTypeFor('constructor')).toBe('application/octet-stream');
    expect(shownAs('image/png')).toBe('picture');
    expect(shownAs('text/csv')).toBe('text');
    expect(shownAs('application/pdf')).toBeUndefined();
  });

  it('say in both languages what of them could not be kept', () => {
    expect(importSentence('underline', 'en')).toBe('Underlining is not kept.');
    expect(importSentence('underline', 'fr')).toBe('Le soulignement n’est pas gardé.');
    expect(importSentence('somethingNewer', 'fr')).toBeUndefined();
  });
});
