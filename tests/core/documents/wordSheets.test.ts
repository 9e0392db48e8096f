import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../core/audit/readDocx.ts';
import { sheetOf } from '../../../core/documents/sheetOf.ts';
import { wordOf } from '../../../core/documents/word/wordOf.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import type { PrintedFor, PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { HomeAudience } from '../../../domain/release/material.ts';
import { isReleasedAtHome, type Release } from '../../../domain/release/release.ts';
import { codeOf } from '../../helpers/aVault.ts';
import { converted } from '../../helpers/libreOffice.ts';
import { aRecord, BOARD, printSample, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { squeeze } from '../../helpers/readPdf.ts';

const ENGLISH: PrintOptions = { language: 'en', paper: 'a4', blackAndWhite: false };
const FRENCH: PrintOptions = { ...ENGLISH, language: 'fr', paper: 'us-letter', blackAndWhite: true };
const meeting = sampleId('meeting');

type Document = PrintedFor<HomeAudience>;
const DOCUMENTS: readonly Document[] = [
  { what: 'agenda', meeting },
  { what: 'annotatedAgenda', meeting },
  { what: 'runningOrder', meeting, day: 1 },
  { what: 'outcomes', meeting },
  { what: 'participants', meeting },
  { what: 'attendance', meeting },
];

function planned(): Release<HomeAudience> {
  const { release } = releaseFor(
    [
      ...printSample(),
      aRecord('decision', 'choice', { meeting, number: 'CB/8/D1', text: 'The Board takes note.', state: 'adopted' }),
      aRecord('recommendation', 'offer', {
        ...{ meeting, number: 'CB/8/R1', text: 'Offer registry experts.', addressees: [sampleId('Northmark')] },
        ...{ type: 'assistance', due: '2099-11-30', state: 'adopted' },
      }),
    ],
    BOARD,
  );
  if (!isReleasedAtHome(release)) throw new Error('It is for somebody outside.');
  return release;
}

/** The words of a sheet: what stands in its fields, but for those that say what a thing is. */
function wordsOf(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(wordsOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, one]) => (KEYS.includes(name) ? [] : wordsOf(one)));
}
/** Names of shapes and colours; and the words that are said of drawings. */
const KEYS = [
  'what',
  'type',
  'kind',
  'access',
  'purpose',
  'shape',
  'language',
  'linkWord',
  'documentTitle',
  'warnings',
  'key',
  'empty',
];

/** In these files capitals are a matter of style; LibreOffice writes what style says. */
const plain = (text: string) => squeeze(text).toLowerCase();

function lostOf(sheet: object, text: string): string[] {
  const found = plain(text);
  return wordsOf(sheet).filter((one) => !found.includes(plain(one)));
}

describe('what is printed of a meeting is saved for a word processor', () => {
  it('with every word of the sheet and its marks on each page, and LibreOffice finds the same words', async () => {
    const release = planned();
    const files: Record<string, Buffer> = {};
    for (const [at, document] of DOCUMENTS.entries()) {
      const request = { document, options: at % 2 === 0 ? ENGLISH : FRENCH };
      const { bytes } = await wordOf(unwatched, release, request);
      const sheet = sheetOf(release, request);
      const passages = [...readDocx(bytes)].filter(({ raw }) => raw !== true);
      expect(lostOf(sheet, passages.map(({ text }) => text).join(' '))).toEqual([]);
      const edges = passages.filter(({ place }) => place === 'the head or foot of the pages').map(({ text }) => text);
      expect(edges.join(' ').split(sheet.label)).toHaveLength(3);
      files[`${document.what}.docx`] = bytes;
    }
    const texts = converted(files, 'txt:Text (encoded):UTF8');
    for (const [at, document] of DOCUMENTS.entries()) {
      const options = at % 2 === 0 ? ENGLISH : FRENCH;
      // Its plain text has no heads and feet of pages.
      const { running, exercise, foot, page, label, ...body } = sheetOf(release, { document, options });
      expect([running, exercise, foot, page, label]).not.toContain(undefined);
      expect(lostOf(body, String(texts[document.what]))).toEqual([]);
    }
  });

  it('with the same bytes of the same sheet', async () => {
    const release = planned();
    const request = { document: { what: 'agenda', meeting } as const, options: FRENCH };
    const [one, other] = [await wordOf(unwatched, release, request), await wordOf(unwatched, release, request)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });

  it('but name plates are cut and folded, and print alone', async () => {
    const request = { document: { what: 'plates', meeting } as const, options: ENGLISH };
    expect(await codeOf(() => wordOf(unwatched, planned(), request))).toBe('release.withheld');
  });
});
