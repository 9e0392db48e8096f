import { describe, expect, it } from 'vitest';
import { countGuesses, WORDS } from '../../../../renderer/parts/passphrase/dictionaries.ts';
import { guessingTime, strengthOf } from '../../../../renderer/parts/passphrase/guessing.ts';
import { suggestPassphrase } from '../../../../renderer/parts/passphrase/suggestPassphrase.ts';

const strength = (passphrase: string, about: readonly string[] = []) => strengthOf(countGuesses(passphrase, about));

describe('the strength of a passphrase', () => {
  it('is weak for what people choose, and for what is known of the person', () => {
    expect(
      ['Password1234!', 'motdepasse2027', 'azertyuiop123', 'aaaaaaaaaaaaaaaa'].map((one) => strength(one)),
    ).toEqual(Array.from({ length: 4 }, () => 'weak'));
    const about = ['Ilse Varnholt', 'Republic of Tavania'];
    expect(countGuesses('varnholt tavania', about)).toBeLessThan(countGuesses('varnholt tavania', []) / 1000);
    expect(strength('varnholt tavania', about)).toBe('weak');
  });

  it('is strong for five words drawn from the list, never the same, in letters that every keyboard has', async () => {
    expect(new Set(WORDS).size).toBe(7776);
    expect(WORDS.filter((word) => !/^[a-z-]{3,}$/.test(word))).toEqual([]);
    const drawn = await Promise.all(Array.from({ length: 20 }, suggestPassphrase));
    expect(new Set(drawn).size).toBe(20);
    expect(new Set(drawn.map((one) => strength(one)))).toEqual(new Set(['strong']));
  });

  it('is told as a time that a person can weigh', () => {
    expect([1, 2e7, 1e9, 1e11, 1e15, 1e30].map(guessingTime)).toEqual([
      { unit: 'moment' },
      { unit: 'minute', count: 1 },
      { unit: 'hour', count: 1 },
      { unit: 'day', count: 5 },
      { unit: 'year', count: 100 },
      { unit: 'ages' },
    ]);
  });
});
