import fc from 'fast-check';
import { expect, it } from 'vitest';
import { APART } from '../../../domain/audit/apart.ts';
import { createWordNumbers } from '../../../domain/audit/wordNumbers.ts';
import { auditWords } from '../../../domain/audit/words.ts';

/** Letters of every sort, and what stands between, joins, changes with its neighbours, or becomes several letters. */
const LETTERS = [
  ...'aBzéÉœŒÿßİıſªº²½µñąŁжЖЙйΣσςαا\u0645\u0645שलกข漢字テ한ﬁ０Ａ3 .,-–’“”…\u00a0\u00ad\u200b\u0301\u0327´¨\n█💡ﬀŉĳ',
];

it('looks up in a text what its words are, as taking it apart does, whatever the letters', () => {
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
      const { numbersIn } = createWordNumbers(numbers);
      for (const text of [...known, ...others, [...known, ...others].join(' ')]) {
        expect([...numbersIn(text)], JSON.stringify(text)).toEqual(
          auditWords(text).map((word) => numbers.get(word) ?? APART),
        );
      }
    }),
    { numRuns: 3000 },
  );
  const { numbersIn } = createWordNumbers(
    new Map([
      ['é', 7],
      ['straße', 8],
      ['жизнь', 9],
    ]),
  );
  expect([...numbersIn(`É, STRAßE – Жизнь; ${'x '.repeat(2000)}é`)]).toEqual([7, 8, 9, ...Array(2000).fill(APART), 7]);
});
