import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditWords } from '../../../../domain/audit/words.ts';
import { checkDocument } from '../../../../domain/papers/checkDocument.ts';
import { paper as paperKind } from '../../../../domain/papers/kinds.ts';
import { plainText } from '../../../../domain/papers/plainText.ts';
import { type Redaction, redactPaper } from '../../../../domain/papers/redaction/redactPaper.ts';
import { textPlaces } from '../../../../domain/papers/redaction/textPlaces.ts';
import {
  joinedRanges,
  occurrences,
  standsIn,
  wholeWords,
  wordRanges,
} from '../../../../domain/papers/redaction/words.ts';
import { RichText } from '../../../../domain/papers/richText.ts';
import { checkFields } from '../../../../domain/records/checkBody.ts';
import type { JsonObject } from '../../../../domain/records/json.ts';
import { footnote as note, paragraph, words } from '../../../helpers/documentNodes.ts';

const documentOf = (...content: JsonObject[]): JsonObject => ({ type: 'doc', content });
const options = (attachments: string[] = []) => ({ attachments, newId: () => crypto.randomUUID() });

/** Every occurrence of some words, wherever they stand. */
function everywhere(body: JsonObject, ...passages: string[]): Redaction[] {
  return textPlaces(body).flatMap(({ key, text }) =>
    passages.flatMap((passage) => occurrences(text, passage).map((range) => ({ place: key, ...range }))),
  );
}

describe('a redacted version', () => {
  const body: JsonObject = {
    title: 'Report of Ana Berg',
    type: 'note',
    status: 'issued',
    number: 'CB/8/4',
    language: 'fr',
    purpose: 'To hear Ana Berg',
    annexOf: '00000000-0000-4000-8000-0000000000aa',
    asks: [{ id: 'ask', order: 'a0', text: 'Thank Ana Berg.' }],
    attachments: [
      { id: 'one', order: 'a0', name: 'map.pdf', mediaType: 'application/pdf', size: 3, sha256: 'a'.repeat(64) },
      { id: 'two', order: 'a1', name: 'Ana_Berg.pdf', mediaType: 'application/pdf', size: 3, sha256: 'b'.repeat(64) },
    ],
    futureField: 'of Ana Berg',
    body: documentOf(
      paragraph(
        'first',
        words('Then Ana '),
        { ...words('Berg'), marks: [{ type: 'bold' }] },
        words(' spoke, and left.'),
      ),
      paragraph(
        'links',
        {
          ...words('the witness'),
          marks: [{ type: 'recordLink', attrs: { record: '00000000-0000-4000-8000-0000000000bb' } }],
        },
        { ...words('her site'), marks: [{ type: 'link', attrs: { href: 'https://example.org/Ana%20Berg' } }] },
        { ...words('the site'), marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] },
        note('As ana berg said.'),
      ),
      { type: 'portion', attrs: { id: 'p', placeholder: 'there', label: 'TLP:RED', readAt: 'the Registry' } },
      {
        type: 'table',
        attrs: { id: 't', caption: 'What Ana Berg saw', newer: 'of Ana Berg' },
        content: [
          { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('', words('Ana Berg, twice'))] }] },
        ],
      },
      { type: 'codeBlock', attrs: { id: 'c', language: 'Ana Berg' }, content: [words('by Ana Berg')] },
    ),
  };
  const made = redactPaper(body, everywhere(body, 'Ana Berg'), options(['one']));

  it('has nothing of what was blacked out, in whatever part of the paper it stood', () => {
    expect(JSON.stringify(made.body)).not.toMatch(/ana|berg/i);
    expect(made.standing).toEqual([]);
    expect(new Set(made.passages.map((one) => auditWords(one.words).join(' ')))).toEqual(new Set(['ana berg']));
  });

  it('has what is left, in the same form, with one bar for each passage', () => {
    expect(made.body).toMatchObject({
      title: 'Report of [caviardé] (version caviardée)',
      purpose: 'To hear [caviardé]',
      asks: [{ text: 'Thank [caviardé].' }],
      language: 'fr',
    });
    expect(plainText(made.body.body)).toBe(
      [
        'Then █████ spoke, and left.',
        'the witnessher sitethe site',
        'As █████ said.',
        '█████',
        'What [caviardé] saw',
        '█████, twice',
        'by [caviardé]',
      ].join('\n'),
    );
    const document = RichText.parse(made.body.body);
    expect(checkDocument(document)).toEqual([]);
    expect(checkFields(paperKind, made.body)).toEqual([]);
  });

  it('leads nowhere: no id, number, link into the vault or address with the words in it is taken along', () => {
    const written = JSON.stringify(made.body);
    for (const trace of [
      'first',
      '0000000000aa',
      '0000000000bb',
      'recordLink',
      'Registry',
      'CB/8/4',
      'newer',
      'bbbb',
      'ask"',
    ]) {
      expect(written).not.toContain(trace);
    }
    expect(written).toContain('https://example.org/"');
  });

  it('has no cross-reference, whose words may be what is blacked out, and none of its ids', () => {
    const referring = documentOf(
      paragraph('a', words('Ana Berg said')),
      paragraph(
        'b',
        words('See '),
        { type: 'crossReference', attrs: { record: 'paper-1', block: 'a' } },
        words(' there.'),
      ),
    );
    const made = redactPaper(
      { title: 'Note', body: referring },
      everywhere({ body: referring }, 'Ana Berg'),
      options(),
    );
    const document = RichText.parse(made.body.body);
    expect(checkDocument(document)).toEqual([]);
    expect(plainText(document)).toBe('█████ said\nSee  there.');
    expect(JSON.stringify(made)).not.toMatch(/crossReference|paper-1/);
  });

  it('is not made while the words stand in the name of a file that goes along', () => {
    expect(redactPaper(body, everywhere(body, 'Ana Berg'), options(['two'])).standing).not.toEqual([]);
  });

  it('says of words that were left somewhere that they still stand', () => {
    const [first] = everywhere(body, 'Ana Berg');
    expect(redactPaper(body, first === undefined ? [] : [first], options()).standing).toEqual(['Ana Berg']);
  });
});

describe('a bar', () => {
  const bars = (...texts: string[]) => {
    const body = { body: documentOf(...texts.map((text, at) => paragraph(`b${at}`, words(text)))) };
    return (...passages: string[]) => plainText(redactPaper(body, everywhere(body, ...passages), options()).body.body);
  };

  it('tells neither how long a passage was nor of how many words', () => {
    const one = bars('Then Ana spoke.')('Ana');
    expect(bars('Then Ana-Maria Berg spoke.')('Ana', 'Maria', 'Berg')).toBe(one);
    expect(bars('Then the whole of the delegation spoke.')('the whole of the delegation')).toBe(one);
  });

  it('stands once for paragraphs of which nothing is left', () => {
    expect(bars('Kept.', 'One.', 'Two words.', 'Left.')('One', 'Two words')).toBe('Kept.\n█████.\n█████.\nLeft.');
    expect(bars('Kept', 'One', 'Two words', 'Left')('One', 'Two words')).toBe('Kept\n█████\nLeft');
  });

  it('covers whole words, and parts of them in scripts without spaces', () => {
    expect(wholeWords('the Ministry of', { from: 6, to: 8 })).toEqual({ from: 4, to: 12 });
    expect(wholeWords('外务部长说', { from: 1, to: 2 })).toEqual({ from: 1, to: 2 });
    expect(wordRanges('it’s 4.5').map(({ from, to }) => 'it’s 4.5'.slice(from, to))).toEqual(['it', 's', '4', '5']);
  });

  it('is one for what overlaps or touches, and apart where a word is between', () => {
    const text = 'one two three';
    expect(
      joinedRanges(text, [
        { from: 4, to: 7 },
        { from: 0, to: 3 },
      ]),
    ).toEqual([{ from: 0, to: 7 }]);
    expect(
      joinedRanges(text, [
        { from: 0, to: 3 },
        { from: 8, to: 13 },
      ]),
    ).toHaveLength(2);
  });
});

describe('random texts and selections', () => {
  const vocabulary = ['Ana', 'Berg', 'ministry', 'of', 'the', 'interior', 'été', 'école', '12', 'x'];
  const line = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
  const paper = fc.record({
    title: line,
    blocks: fc.array(fc.record({ text: line, note: fc.option(line) }), { maxLength: 5 }),
  });

  it('leave no run of what was blacked out standing anywhere', () => {
    fc.assert(
      fc.property(
        paper,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3)), { minLength: 1, maxLength: 3 }),
        (drawn, picks) => {
          const body: JsonObject = {
            title: drawn.title,
            body: documentOf(
              ...drawn.blocks.map(({ text, note: inNote }, at) =>
                paragraph(`b${at}`, words(text), ...(inNote === null ? [] : [note(inNote), words(' after')])),
              ),
            ),
          };
          const places = textPlaces(body);
          const chosen = picks.flatMap(([place, word, more]) => {
            const { text } = places[place % places.length] ?? { text: '' };
            const all = wordRanges(text);
            const first = all[word % Math.max(1, all.length)];
            const last = all[Math.min(all.length - 1, (word % Math.max(1, all.length)) + more)];
            return first && last ? [text.slice(first.from, last.to)] : [];
          });
          let redactions: Redaction[] = everywhere(body, ...chosen);
          for (let round = 0; round < 50; round += 1) {
            const { standing, body: made, passages } = redactPaper(body, redactions, options());
            if (standing.length === 0) {
              const left = textPlaces(made).map(({ text }) => text);
              for (const { words: passage } of passages)
                expect(left.filter((text) => standsIn(text, passage))).toEqual([]);
              expect(checkDocument(RichText.parse(made.body))).toEqual([]);
              return;
            }
            redactions = [...redactions, ...everywhere(body, ...standing)];
          }
          throw new Error('never done');
        },
      ),
      { numRuns: 300 },
    );
  });
});
