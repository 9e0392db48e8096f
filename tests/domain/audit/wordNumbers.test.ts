import fc from 'fast-check';
import { expect, it } from 'vitest';
import { APART } from '../../../domain/audit/apart.ts';
import { createWordNumbers } from '../../../domain/audit/wordNumbers.ts';
import { auditWords } from '../../../domain/audit/words.ts';

/** Letters of every sort, and what stands between, joins, changes with its neighbours, or becomes several letters. */
const LETTERS = [
  ...'aBzéÉœŒÿßİıſªº²½µñąŁжЖЙйΣσςαا\u0645\u0645שलกข漢字テ한ﬁ０Ａ3 .,-–’“”…\u00a0\u00ad\u200b\u0301\u0327´¨\n█💡ﬀŉĳ',
];

it('numbers words as they are read, and finds them in a text as taking it apart does, whatever the letters', () => {
  const letter = fc.oneof(
    fc.constantFrom(...LETTERS),
    fc.integer({ min: 0, max: 0x24ff }).map((code) => String.fromCharCode(code)),
  );
  const texts = fc.array(
    fc.array(letter, { maxLength: 12 }).map((all) => all.join('')),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(texts, texts, (known, others) => {
      const numbers = new Map([...new Set(known.flatMap(auditWords))].map((word, at) => [word, at] as const));
      const numbered = (text: string) => auditWords(text).map((word) => numbers.get(word) ?? APART);
      const { read, numbersIn } = createWordNumbers();
      for (const text of known) expect([...read(text)], JSON.stringify(text)).toEqual(numbered(text));
      for (const text of [...known, ...others, [...known, ...others].join(' ')]) {
        expect([...numbersIn(text)], JSON.stringify(text)).toEqual(numbered(text));
      }
    }),
    { numRuns: 3000 },
  );
  const { read, numbersIn } = createWordNumbers();
  expect([...read('é straße жизнь')]).toEqual([0, 1, 2]);
  expect([...numbersIn('stra\u00ad\n  ße – é\u00ad')]).toEqual([1, 0]);
  expect([...numbersIn(`É, STRAßE – Жизнь; ${'x '.repeat(2000)}é`)]).toEqual([0, 1, 2, ...Array(2000).fill(APART), 0]);
  // As many as make it take more room several times.
  const many = Array.from({ length: 5000 }, (_, at) => `w${at}`).join(' ');
  expect([...read(many)]).toEqual(Array.from({ length: 5000 }, (_, at) => at + 3));
  expect([...numbersIn(many.toUpperCase())]).toEqual([...read(many)]);
});
