import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDifferences } from '../../../domain/records/textDifferences.ts';

describe('the differences of two texts', () => {
  it('are given word by word', () => {
    expect(textDifferences('Grain prices rose in May.', 'Grain prices fell in June.')).toEqual([
      { type: 'same', text: 'Grain prices ' },
      { type: 'removed', text: 'rose' },
      { type: 'added', text: 'fell' },
      { type: 'same', text: ' in ' },
      { type: 'removed', text: 'May' },
      { type: 'added', text: 'June' },
      { type: 'same', text: '.' },
    ]);
  });

  it('make up both texts again', () => {
    const words = fc.array(fc.constantFrom('grain', 'rye', 'l’État', 'à', '—', '\n', '  ', 'Größe'), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [left, right] = [one.join(' '), other.join(' ')];
        const parts = textDifferences(left, right);
        const without = (type: string) => parts.filter((part) => part.type !== type).map((part) => part.text);
        expect(without('added').join('')).toBe(left);
        expect(without('removed').join('')).toBe(right);
      }),
    );
  });

  it('are the two texts whole when these have hardly a word in common', () => {
    const text = (from: number) => Array.from({ length: 20_000 }, (_, i) => `word${from + i}`).join(' ');
    const [one, other] = [text(0), text(1_000_000)];
    expect(textDifferences(one, other)).toEqual([
      { type: 'removed', text: one },
      { type: 'added', text: other },
    ]);
  });
});
