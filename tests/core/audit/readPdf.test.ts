import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfTokens } from '../../../core/audit/pdfSyntax.ts';
import { readPdf } from '../../../core/audit/readPdf.ts';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { auditOutput } from '../../../domain/audit/audit.ts';
import { auditWords } from '../../../domain/audit/words.ts';
import { blockText } from '../../../domain/papers/plainText.ts';
import { isJsonObject } from '../../../domain/records/json.ts';
import { objects } from '../../../domain/records/text.ts';
import type { Release } from '../../../domain/release/release.ts';
import { refusal } from '../../helpers/aSession.ts';
import { BOARD, printSample, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { readPdf as readByPdfJs } from '../../helpers/readPdf.ts';
import { ARABIC, HEBREW, MANY_SCRIPTS, manyScripts } from '../documents/manyScripts.ts';
import { WAYS_TO_PLANT, withObject } from './plantInPdf.ts';

const SAMPLE = releaseFor(printSample(), BOARD).release;
const PAPER = sampleId('paper CB/8/4');
const printed = (release: Release, document: Parameters<typeof printDocument>[2]['document']): Buffer =>
  printDocument(unwatched, release, { document }).pdf;

const agenda = printed(SAMPLE, { what: 'agenda', meeting: sampleId('meeting') });
const paper = printed(SAMPLE, { what: 'paper', paper: PAPER });

/** Where the audit finds a text in a file, when it is withheld. */
function placesOf(pdf: Uint8Array, text: string): string[] {
  const held = [{ is: 'words', text } as const];
  return auditOutput({ output: readPdf(pdf), held, released: () => [], usual: [] }).leaks.map(({ place }) => place);
}

/** The paragraphs and headings of a released paper. */
function paragraphsOf(release: Release, id: string): string[] {
  const text = release.documents.find((record) => record.id === id)?.body.body;
  return objects(isJsonObject(text) ? text.content : [])
    .filter(({ type }) => type === 'paragraph' || type === 'heading')
    .map(blockText)
    .filter((words) => auditWords(words).length > 1);
}

describe('what the audit reads of a print', () => {
  it('is every word that pdf.js finds in it, and the pages in their order', async () => {
    for (const pdf of [agenda, paper]) {
      const { text, furniture, pages } = await readByPdfJs(pdf);
      const ours = [...readPdf(pdf)].filter((one) => one.raw !== true);
      const known = new Set(ours.flatMap((one) => auditWords(one.text)));
      // What is set with wide letters, pdf.js gives letter by letter.
      const theirs = auditWords([text, ...furniture].join('\n')).filter((word) => word.length > 1);
      expect(theirs.filter((word) => !known.has(word))).toEqual([]);
      const numbered = new Set(ours.map(({ place }) => place).filter((place) => place.startsWith('page ')));
      expect([...numbered]).toEqual(Array.from({ length: pages }, (_, at) => `page ${at + 1}`));
    }
  });

  it('is every paragraph, and what is written from right to left or without spaces', () => {
    for (const paragraph of paragraphsOf(SAMPLE, PAPER)) {
      expect(placesOf(paper, paragraph).join(), paragraph).toContain('page');
    }
    const scripts = printed(releaseFor(manyScripts(), BOARD).release, { what: 'paper', paper: MANY_SCRIPTS });
    for (const words of [ARABIC, HEBREW, '漢字テスト', 'Ελλάδα, Київ']) {
      expect(placesOf(scripts, words).join(), words).toContain('page');
    }
  });

  it('is what somebody left in it beside its text', () => {
    for (const [way, plant] of Object.entries(WAYS_TO_PLANT)) {
      const planted = plant(paper, 'canary-731905-end');
      expect(placesOf(paper, 'canary-731905-end')).toEqual([]);
      expect(placesOf(planted, 'canary-731905-end'), way).not.toEqual([]);
    }
  });
});

it('reads numbers as they are written, and what is none as a word', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789.+-e'), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(digits, fc.constantFrom('', ' ', '/N', '<41>'), (written, after) => {
      const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(written);
      const expected = isNumber ? { is: 'number', number: Number(written) } : { is: 'word', word: written };
      expect(pdfTokens(written + after).next()).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

it('refuses what it cannot read whole, rather than letting it pass', () => {
  const bad: Readonly<Record<string, Buffer>> = {
    encrypted: Buffer.from(paper.toString('latin1').replace('/Root', '/Encrypt 1 0 R /Root'), 'latin1'),
    'objects in a stream': withObject(paper, '/Type /ObjStm', Buffer.from('1 0')),
    'an unknown filter': withObject(paper, '/Filter /LZWDecode', Buffer.from('x')),
    'a damaged stream': withObject(paper, '/Filter /FlateDecode', deflateSync(Buffer.from('words')).subarray(0, 6)),
    'a file beside it': withObject(paper, '/F (other.bin)', Buffer.from('x')),
    'no PDF': Buffer.from('words'),
  };
  for (const [name, pdf] of Object.entries(bad)) {
    expect(
      refusal(() => [...readPdf(pdf)], 'release.unread'),
      name,
    ).toBeDefined();
  }
});
