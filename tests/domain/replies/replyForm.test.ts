import fc from 'fast-check';
import { expect, it } from 'vitest';
import { REPLY_LIMITS, readReply } from '../../../domain/replies/readReply.ts';
import { type ReplyFormParts, referenceOf, replyForm } from '../../../domain/replies/replyForm.ts';

const BUNDLE = '5a1c93be-07d2-4e1a-9f00-112233445566';
const PARTS: ReplyFormParts = {
  language: 'en',
  label: 'TLP:GREEN',
  reference: referenceOf(BUNDLE),
  network: 'Exercise Meridian',
  meeting: 'Eighth regular meeting',
  items: [
    { number: 'O1', title: 'Early warning in Karsenia' },
    { number: 'O2', title: 'What [[3 the bodies]] bring' },
  ],
};

interface Answers {
  readonly item: string;
  readonly title: string;
  readonly text: string;
  readonly contact: string;
  readonly named: string;
  readonly passOn: string;
}

/** The form with answers written below its marks. */
function filled(form: string, answers: Answers): string {
  const values = [answers.item, answers.title, answers.text, answers.contact, answers.named, answers.passOn];
  return values.reduce(
    (text, value, index) =>
      text.replace(new RegExp(`(\\[\\[${index + 1} [^\\]]*\\]\\]\\r\\n)`), (mark) => `${mark}${value}`),
    form,
  );
}

const words = (text: string): string => text.replace(/[\s>|]+/g, ' ').trim();

const ANSWERS: Answers = {
  item: 'O2',
  title: 'Roads that are closed',
  text: 'The road to Lowmere is closed.\r\nTwo villages\u2019 wells are dry.\r\n\r\nWe ask the board to say so.',
  contact: 'A. Adeyemi, by telephone',
  named: 'Yes',
  passOn: 'board',
};

it('names nobody, says how it is filled in, and is told by its reference', () => {
  for (const language of ['en', 'fr'] as const) {
    const form = replyForm({ ...PARTS, language });
    expect(form).toContain('5a1c-93be-07d2');
    expect(form).toContain('O1  Early warning in Karsenia');
    expect(form.slice(1)).not.toMatch(/[^\r]\n|\uFEFF/);
    expect(Math.max(...form.split('\r\n').map((line) => line.length))).toBeLessThan(80);
    const empty = readReply(form);
    expect(empty).toMatchObject({ isForm: true, reference: '5a1c93be07d2', item: '', title: '', text: '' });
    expect(empty).toMatchObject({ mayBeNamed: 'unsaid', passOn: 'unsaid', cut: false });
  }
});

it('reads what was filled in, in both languages', () => {
  const french = { ...ANSWERS, item: 'Point O2', named: 'non', passOn: 'Séance.' };
  expect(readReply(filled(replyForm(PARTS), ANSWERS))).toMatchObject({
    openNumber: 'O2',
    title: 'Roads that are closed',
    text: 'The road to Lowmere is closed.\nTwo villages\u2019 wells are dry.\n\nWe ask the board to say so.',
    contact: 'A. Adeyemi, by telephone',
    mayBeNamed: 'yes',
    passOn: 'board',
  });
  expect(readReply(filled(replyForm({ ...PARTS, language: 'fr' }), french))).toMatchObject({
    openNumber: 'O2',
    mayBeNamed: 'no',
    passOn: 'session',
  });
});

it('takes only one plain word for leave', () => {
  const read = (named: string, passOn: string) => readReply(filled(replyForm(PARTS), { ...ANSWERS, named, passOn }));
  expect(read('yes, but only within the board', 'yes')).toMatchObject({ mayBeNamed: 'unsaid', passOn: 'other' });
  expect(read('', 'only Northmark and Avaria')).toMatchObject({
    passOn: 'other',
    passOnWords: 'only Northmark and Avaria',
  });
  expect(read('NON', 'nobody')).toMatchObject({ mayBeNamed: 'no', passOn: 'nobody' });
  for (const [written, number] of [
    ['o 1', 'O1'],
    ['02', 'O2'],
    ['Item O12: wells', 'O12'],
    ['2', 'O2'],
    ['none', undefined],
  ]) {
    expect(readReply(filled(replyForm(PARTS), { ...ANSWERS, item: written ?? '' })).openNumber).toBe(number);
  }
});

/** What mail programs and word processors make of a text on its way. */
const MANGLINGS: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll('\r\n', '\n'),
  (text) => text.replaceAll('\r\n', '\r'),
  (text) => text.replace('\uFEFF', ''),
  (text) => text.replace(/^/gm, '> '),
  (text) => text.replace(/^/gm, '>> ').replaceAll('\r\n', '\n'),
  (text) => `Dear colleagues,\r\nour answer is below.\r\n\r\n${text}\r\n-- \r\nSent from a telephone`,
  // Lines are joined and broken anew.
  (text) => text.replace(/([^\r\n])\r\n(?=[^\r\n])/g, '$1 '),
  (text) => text.replace(/(.{30,40}) /g, '$1\r\n'),
  (text) => text.replaceAll("'", '\u2019').replaceAll('"', '\u201d'),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.replaceAll('[[', '\\[\\[').replaceAll(']]', ']\\]'),
  (text) => `${text}\r\n${replyForm(PARTS).replace(/^/gm, '> ')}`,
];

it('reads the same whatever a mail program made of it', () => {
  const word = fc.stringMatching(/^[a-zA-Zéàü0-9]{1,12}$/);
  const text = fc.array(word, { minLength: 3, maxLength: 60 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(
      text,
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...MANGLINGS),
      (said, title, mangle) => {
        const read = readReply(mangle(filled(replyForm(PARTS), { ...ANSWERS, text: said, title: title.join(' ') })));
        expect(read).toMatchObject({
          isForm: true,
          reference: '5a1c93be07d2',
          openNumber: 'O2',
          title: title.join(' '),
        });
        expect(read).toMatchObject({ mayBeNamed: 'yes', passOn: 'board', cut: false });
        expect(words(read.text)).toBe(said);
      },
    ),
    { numRuns: 300 },
  );
});

it('takes any text from outside, bounded, with nothing in it that turns or hides what stands there', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.constantFrom('[[', ']]', '[[1 ', '[[3 x]]', '> ', '\u202e', '\0', '\ud800', '\n', 'REFERENCE ', 'ab12'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(hostile, (written) => {
      const read = readReply(written);
      const all = [read.item, read.title, read.text, read.contact, read.namedWords, read.passOnWords].join('');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
      expect(all).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/);
      expect(all.isWellFormed()).toBe(true);
    }),
    { numRuns: 500 },
  );
  const long = readReply(`[[2 T]]${'t'.repeat(5000)}[[1 I]]${'1'.repeat(5000)}[[3 X]]${'>'.repeat(2_000_000)}`);
  expect(long.cut).toBe(true);
  expect(long.title.length).toBe(REPLY_LIMITS.title);
  expect(long.text.length).toBeLessThanOrEqual(REPLY_LIMITS.text);
  // No pattern looks at the same signs again and again: else this would not end.
  for (const sign of ['[', '[[', '[[1', '>', '> ', 'R', 'REFERENCE ', 'ab12-', ' \n', '\u00e9'])
    readReply(sign.repeat(400_000 / sign.length));
});
