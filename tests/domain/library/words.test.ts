import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../domain/library/fold.ts';
import { foldedWords, wordsIn } from '../../../domain/library/words.ts';

const words = (text: string) => [...wordsIn(text)].map(({ word }) => word);

describe('folding', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['ẞ', 'ss'],
    ['İstanbul', 'istanbul'],
    ['ışık', 'isik'],
    ['Ærø', 'aero'],
    ['cœur', 'coeur'],
    ['Đurđević', 'durdevic'],
    ['Þingvellir', 'thingvellir'],
    ['naïveté', 'naivete'],
    ['e\u0301te\u0301', 'ete'],
    ['ﬁnance', 'finance'],
    ['Ελλάς', 'ελλασ'],
    ['Ёлка', 'елка'],
    ['العَرَبِيّة', 'العربيه'],
    ['שָׁלוֹם', 'שלום'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['がく', 'がく'],
    ['한국어', '한국어'],
    ['co\u00adop', 'coop'],
    ['②', '2'],
  ])('gives %s as %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it('is done once: folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('gives the same for composed and decomposed letters, and for upper and lower case of plain ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aéîõüçñßłøœğşčžŵÿ') }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });
});

describe('words', () => {
  it('end at what is no letter, digit or mark', () => {
    expect(words('L’article CB/8/4, sub-regional: 12.5%')).toEqual([
      'l',
      'article',
      'cb',
      '8',
      '4',
      'sub',
      'regional',
      '12',
      '5',
    ]);
  });

  it('are the single signs in scripts without spaces, beside words of others', () => {
    expect(words('第8回の議題 (agenda)')).toEqual(['第', '8', '回', 'の', '議', '題', 'agenda']);
    expect(words('ไทย')).toEqual(['ไ', 'ท', 'ย']);
    expect(words('㆒0 ㈠')).toEqual(['一', '0', '一']);
  });

  it('stand where they stood in the original', () => {
    const text = 'Über Łódź: 議題!';
    expect([...wordsIn(text)].map(({ start, end }) => text.slice(start, end))).toEqual(['Über', 'Łódź', '議', '題']);
  });

  it('never have a space, a quotation mark or anything else that the index would split at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { word, start, end } of wordsIn(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
          expect(word.length).toBeLessThanOrEqual(64);
          expect(end).toBeGreaterThan(start);
        }
        expect(foldedWords(text)).toEqual(words(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('of what is indexed are found again as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(words(foldedWords(text).join(' '))).toEqual(words(text));
      }),
      { numRuns: 2000 },
    );
  });
});
