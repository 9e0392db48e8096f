import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inquiryReference, readInquiryForm, signsOf } from '../../../domain/inquiries/readInquiryForm.ts';

const IDS = ['9c0d1e2f-3a4b-4c5d-8e6f-000000000001', '00112233-4455-4677-8899-aabbccddeeff'] as const;
const form = (lines: readonly (readonly [string, string])[], own = '') =>
  [
    `[[0 REFERENCE ${inquiryReference(...IDS)}]]`,
    ...lines.flatMap(([position, comment], at) => [
      ...[`[[${at + 1}]]`, `Point ${at + 1}`, `[[${at + 1}.1 POSITION]]`, position],
      ...[`[[${at + 1}.2 COMMENT]]`, comment],
    ]),
    ...['[[901 WHO TO ASK]]', own, '[[902 DATE]]', '', '[[999 END]]', 'Sent from my telephone'],
  ].join('\n');

it('a form that was filled in says what was written to each line, whoever forwarded it', () => {
  const words = fc.string({ maxLength: 40 }).map((said) => said.replace(/[[\]\\\p{C}]/gu, ' ').trim());
  const positions = fc.constantFrom('agree', 'Agree with changes.', 'désaccord', 'sans avis', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(positions, words), { minLength: 1, maxLength: 8 }), words, (lines, contact) => {
      const read = readInquiryForm(form(lines, contact));
      expect(read.reference).toEqual({ inquiry: signsOf(IDS[0]), ministry: signsOf(IDS[1]) });
      expect(read.lines.map(({ number }) => number)).toEqual(lines.map((_line, at) => at + 1));
      for (const [at, [position, comment]] of lines.entries()) {
        expect(read.lines[at]?.position === undefined).toBe(position === '');
        expect(read.lines[at]?.comment.normalize('NFC').replace(/\s+/g, ' ')).toBe(
          comment.normalize('NFC').replace(/\s+/g, ' '),
        );
      }
    }),
    { numRuns: 60 },
  );
});

it('anything else is read without an error, and says nothing that it does not say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(readInquiryForm(text).lines.every(({ number }) => number <= 999)).toBe(true);
    }),
    { numRuns: 60 },
  );
  expect(readInquiryForm(form([['maybe', 'Ask us in May.']])).lines).toEqual([
    { number: 1, position: undefined, positionWords: 'maybe', comment: 'Ask us in May.' },
  ]);
});
