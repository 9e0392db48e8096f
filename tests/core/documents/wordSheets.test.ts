import { describe, expect, it } from 'vitest';
import { lookAtFile } from '../../../core/annexes/lookAtFile.ts';
import { readDocx } from '../../../core/audit/readDocx.ts';
import { sheetOf } from '../../../core/documents/sheetOf.ts';
import { wordOf } from '../../../core/documents/word/wordOf.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import type { AnnexFiles } from '../../../domain/documents/annexFiles.ts';
import type { DossierSheet } from '../../../domain/documents/dossierSheets.ts';
import type { PrintedFor, PrintOptions } from '../../../domain/documents/printRequest.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import type { Label } from '../../../domain/handling/handling.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { HomeAudience, ReleasableRecord } from '../../../domain/release/material.ts';
import { isReleasedAtHome, type Release } from '../../../domain/release/release.ts';
import { codeOf } from '../../helpers/aVault.ts';
import { footnote, heading, markedParagraph, paragraph, words } from '../../helpers/documentNodes.ts';
import { converted } from '../../helpers/libreOffice.ts';
import { aRecord, BOARD, printSample, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { squeeze } from '../../helpers/readPdf.ts';
import { pagesOf } from '../annexes/aPdf.ts';
import { aPng } from '../annexes/aPicture.ts';

const ENGLISH: PrintOptions = { language: 'en', paper: 'a4', blackAndWhite: false };
const FRENCH: PrintOptions = { ...ENGLISH, language: 'fr', paper: 'us-letter', blackAndWhite: true };
const meeting = sampleId('meeting');

type Document = PrintedFor<HomeAudience>;
const dossier = sampleId('book');
const DOCUMENTS: readonly Document[] = [
  { what: 'agenda', meeting },
  { what: 'annotatedAgenda', meeting },
  { what: 'runningOrder', meeting, day: 1 },
  { what: 'outcomes', meeting },
  { what: 'participants', meeting },
  { what: 'attendance', meeting },
  { what: 'dossier', dossier },
];

const PICTURE = 'ab'.repeat(32);
const LETTER = 'cd'.repeat(32);
/** As they were looked at: a picture of a figure, and a PDF, of which a Word file has no pages. */
const FILES: AnnexFiles = new Map([
  [PICTURE, lookAtFile(aPng(60, 40), 'word')],
  [LETTER, lookAtFile(pagesOf(['Wells of the north']), 'word')],
]);

const ASKS = [{ id: 'x', order: 'a', text: 'to take note of it;' }];

/** A book with an issue before this one: a paper without a tab, and two under one, with a figure, notes and attachments. */
function aBook(): ReleasableRecord[] {
  const file = (id: string, name: string, sha256: string) => ({
    ...{ id, order: id, name, mediaType: 'application/octet-stream', size: 1200, sha256 },
  });
  const paper = (name: string, content: JsonObject[], body: JsonObject = {}, label: Label = 'TLP:AMBER') =>
    aRecord('paper', name, { meeting, title: name, asks: ASKS, body: { type: 'doc', content }, ...body }, label);
  const figure = {
    type: 'figure',
    attrs: { id: 'f', file: PICTURE, alt: 'A bridge over a river', width: 60 },
    content: [words('The crossing at Osk')],
  };
  const bound = ['Wells', 'Bridges', 'Markets'].map((name, at) => ({
    ...{ id: `e${at}`, order: `a${at}`, paper: sampleId(name), tab: at === 0 ? '' : 't', annexes: true },
  }));
  const book = {
    ...{ meeting, title: 'Dossier for the eighth meeting', book: 'closed', papers: bound },
    tabs: [{ id: 't', order: 'a', name: 'Water' }],
    copies: ['Northmark', 'Avaria'].map((name, at) => ({
      ...{ id: `c${at}`, order: `a${at}`, party: sampleId(name), number: at + 1 },
    })),
    issues: [{ id: 'i', order: 'a', name: 'First issue', on: '2026-09-01', contents: [] }],
  };
  return [
    paper('Wells', [paragraph('p', words('Avaria dug them.'), footnote('In May.'))], { number: 'CB/8/31' }),
    paper(
      'Bridges',
      [heading('h', 'What stands'), paragraph('q', words('Two stand.'), footnote('Counted.')), figure],
      {
        number: 'CB/8/32',
        attachments: [file('a', 'bridge.png', PICTURE), file('b', 'Letter on wells.pdf', LETTER)],
      },
      'TLP:GREEN',
    ),
    paper('Markets', [markedParagraph('m', 'TLP:GREEN', words('Northmark opens two.'))], { language: 'fr' }),
    aRecord('dossier', 'book', book),
  ];
}

function planned(): Release<HomeAudience> {
  const { release } = releaseFor(
    [
      ...printSample(),
      ...aBook(),
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
function wordsOf(part: unknown, without: readonly string[]): string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap((one) => wordsOf(one, without));
  if (typeof part !== 'object' || part === null) return [];
  if ('type' in part && part.type === 'footnote' && without.includes('footnote')) return [];
  return Object.entries(part).flatMap(([name, one]) => (without.includes(name) ? [] : wordsOf(one, without)));
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
  // Of a book: what its parts are found by, how they are set, and where an index in print leads.
  ...[
    'at',
    'anchor',
    'to',
    'record',
    'file',
    'direction',
    'align',
    'marks',
    'bodyLanguage',
    'redacted',
    'left',
    'index',
    'annexes',
  ],
];

/** In these files capitals are a matter of style; LibreOffice writes what style says. */
const plain = (text: string) => squeeze(text).toLowerCase();

function lostOf(sheet: object, text: string, besides: readonly string[] = []): string[] {
  const found = plain(text);
  return wordsOf(sheet, [...KEYS, ...besides]).filter((one) => !found.includes(plain(one)));
}

const papersIn = ({ parts }: DossierSheet) => parts.flatMap((part) => (part.type === 'paper' ? [part.sheet] : []));

describe('what is printed of a meeting is saved for a word processor', () => {
  it('with every word of the sheet and its marks on each page, and LibreOffice finds the same words', async () => {
    const release = planned();
    const files: Record<string, Buffer> = {};
    for (const [at, document] of DOCUMENTS.entries()) {
      const request = { document, options: at % 2 === 0 ? ENGLISH : FRENCH, files: FILES };
      const { bytes, pictures } = await wordOf(unwatched, release, request);
      const sheet = sheetOf(release, request);
      const passages = [...readDocx(bytes, undefined, 'all', pictures)].filter(({ raw }) => raw !== true);
      expect(lostOf(sheet, passages.map(({ text }) => text).join(' '))).toEqual([]);
      const edges = passages.filter(({ place }) => place === 'the head or foot of the pages').map(({ text }) => text);
      // Of a book each paper has its own mark, beside the book's own on its cover, its tab and its end.
      const apart =
        sheet.what === 'dossier' ? [sheet.label, sheet.label, ...papersIn(sheet).map((one) => one.label)] : [];
      for (const [label, same] of Map.groupBy([sheet.label, ...apart], (one) => one)) {
        expect(edges.join(' ').split(label)).toHaveLength(2 * same.length + 1);
      }
      files[`${document.what}.docx`] = bytes;
    }
    const texts = converted(files, 'txt:Text (encoded):UTF8');
    for (const [at, document] of DOCUMENTS.entries()) {
      const options = at % 2 === 0 ? ENGLISH : FRENCH;
      // Its plain text has no heads and feet of pages, and no notes.
      const sheet = sheetOf(release, { document, options, files: FILES });
      const edges = ['running', 'exercise', 'foot', 'page', 'label', 'alt', 'footnote'];
      expect(lostOf(sheet, String(texts[document.what]), edges)).toEqual([]);
    }
  });

  it('with the same bytes of the same sheet', async () => {
    const release = planned();
    const options = { ...FRENCH, copy: { number: 2, recipient: 'Avaria' } };
    for (const document of [
      { what: 'agenda', meeting },
      { what: 'dossier', dossier },
    ] as const) {
      const request = { document, options, files: FILES };
      const [one, other] = [await wordOf(unwatched, release, request), await wordOf(unwatched, release, request)];
      expect(one.bytes.equals(other.bytes)).toBe(true);
    }
  });

  it('until somebody cancels, between two papers of a book too', async () => {
    let left = 4;
    const work = {
      progress: () => {},
      check: () => {
        left -= 1;
        if (left === 0) throw new AmberdeskError('job.cancelled');
      },
    };
    const request = { document: { what: 'dossier', dossier } as const, options: ENGLISH, files: FILES };
    expect(await codeOf(() => wordOf(work, planned(), request))).toBe('job.cancelled');
    expect(left).toBe(0);
  });

  it('but name plates are cut and folded, and print alone', async () => {
    const request = { document: { what: 'plates', meeting } as const, options: ENGLISH };
    expect(await codeOf(() => wordOf(unwatched, planned(), request))).toBe('release.withheld');
  });
});
