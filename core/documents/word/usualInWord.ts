import type { DossierSheet } from '../../../domain/documents/dossierSheets.ts';
import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import type {
  AgendaSheet,
  Furniture,
  ListSheet,
  OutcomesSheet,
  PaperSheet,
  SheetBlock,
} from '../../../domain/documents/sheets.ts';
import type { Form } from '../../../domain/forms/form.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { readDocx } from '../../audit/readDocx.ts';
import { wordForm } from './wordForm.ts';
import { digestsOf, type WordPictures } from './wordPictures.ts';
import { wordSheet } from './wordSheet.ts';

const NOBODY = RecordId.parse('00000000-0000-4000-8000-000000000000');
const MARGIN = { mark: '', changed: true, direction: 'ltr' } as const;
const run = { type: 'text', text: ' ', marks: [], href: 'https://example.org' } as const;
const cell = { body: [], align: 'left', header: false, colspan: 1, rowspan: 1 } as const;

const DOT = 'dot.png';
/** A picture of one point, so that what Word says of pictures is known, too. */
const PICTURES: WordPictures = new Map([
  [
    DOT,
    {
      ...{ type: 'png', width: 1, height: 1, mirrored: true, quarters: 1 },
      content: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    },
  ],
]);

/** A paper of every sort of block, without a word of its own. */
function emptySheet(): PaperSheet {
  const paragraph: SheetBlock = {
    type: 'paragraph',
    number: '',
    body: [
      { ...run, marks: [] },
      { type: 'footnote', body: [{ ...run, marks: ['bold', 'italic'] }] },
      { type: 'break' },
    ],
    ...MARGIN,
  };
  const heading: SheetBlock = { type: 'heading', level: 1, body: [{ ...run, marks: [] }], ...MARGIN };
  const table: SheetBlock = {
    type: 'table',
    caption: [],
    number: '',
    columns: 1,
    widths: [1],
    scale: 1,
    wide: false,
    repeat: true,
    headers: [[{ ...cell, body: [] }]],
    rows: [[{ ...cell, body: [] }]],
    ...MARGIN,
  };
  return {
    what: 'paper',
    language: 'en',
    documentTitle: '',
    running: '',
    exercise: '',
    label: 'TLP:AMBER',
    foot: [],
    page: ['', ''],
    watermark: ' ',
    handlingWords: '',
    symbols: [],
    title: '',
    facts: [],
    asks: { heading: '', points: [] },
    redacted: '',
    bodyLanguage: 'en',
    blocks: [
      ...[heading, heading, heading, heading],
      paragraph,
      { type: 'list', ordered: true, start: 2, items: [[paragraph], [paragraph]], ...MARGIN },
      { type: 'quote', content: [paragraph], ...MARGIN },
      { type: 'code', lines: [''], ...MARGIN },
      { type: 'rule', ...MARGIN },
      table,
      { type: 'withheld', number: '', lead: '', text: '', ...MARGIN },
      { type: 'figure', number: '', body: [], alt: ' ', width: 100, file: DOT, ...MARGIN },
    ],
    long: false,
    chapters: false,
    warnings: [],
  };
}

/** Sheets of the other shapes, without a word of their own. */
function emptySheets(): (AgendaSheet | ListSheet | OutcomesSheet | DossierSheet)[] {
  const { language, documentTitle, running, exercise, label, foot, page, watermark, handlingWords, title } =
    emptySheet();
  const furniture = {
    ...{ language, documentTitle, running, exercise, label, foot, page, watermark, handlingWords, title },
    subtitle: ' ',
    warnings: [],
  };
  const legend = {
    heading: '',
    purposes: [],
    linksHeading: '',
    links: [],
    handlingHeading: '',
    handling: [],
    linkWord: '',
  };
  const row = { type: 'break', time: ' ', title: ' ', minutes: ' ' } as const;
  const session = { type: 'session', heading: ' ', attendance: ' ', span: ' ', capital: '', rows: [row] } as const;
  const parts = [
    { ...session, access: 'closed' as const, rows: [row] },
    { ...session, access: 'open' as const, rows: [row] },
  ];
  return [
    {
      what: 'agenda',
      ...furniture,
      symbol: '',
      facts: [],
      columns: ['', '', '', '', '', '', ''],
      days: [{ name: ' ', date: ' ', note: '', parts }],
      legend: { ...legend, linksColumns: ['', '', ''] },
    },
    {
      what: 'list',
      ...furniture,
      facts: [],
      notes: [],
      sections: [{ heading: ' ', signed: true, columns: [' ', ' '], rows: [{ cells: [' '], mark: 'TLP:AMBER' }] }],
    },
    {
      what: 'outcomes',
      ...furniture,
      position: '',
      symbol: '',
      sections: [],
      key: { label: '', entries: [] },
      empty: ' ',
    },
    emptyBook(furniture),
  ];
}

/** A book with a paper under a tab. */
function emptyBook(furniture: Furniture): DossierSheet {
  const fact = { label: '', lines: [] };
  const row = { at: 'p1', symbol: ' ', title: ' ', from: ' ', mark: 'TLP:AMBER', word: ' ', changed: true } as const;
  return {
    ...furniture,
    what: 'dossier',
    cover: {
      ...{ board: ' ', network: ' ', title: ' ', lines: [' '] },
      copy: { label: '', number: ' ', of: ' ' },
      recipient: { label: '', name: ' ' },
      book: { ...fact, pages: ' ', size: ' ' },
      handling: fact,
      distribution: { heading: '', rows: [{ numbers: ' ', name: ' ', own: true }] },
    },
    contents: {
      heading: '',
      note: '',
      columns: ['', '', '', '', ''],
      sections: [{ name: ' ', rows: [row] }],
      closing: '',
    },
    news: { heading: '', none: '', groups: [{ heading: '', rows: [row] }] },
    parts: [
      { type: 'tab', word: ' ', name: ' ', number: 1, of: 1, rows: [row] },
      { type: 'paper', record: NOBODY, at: 'p1', tab: 1, of: 1, sheet: emptySheet(), entries: [0] },
    ],
    attachments: {
      ...{ heading: '', note: '', columns: ['', '', '', ''] },
      rows: [{ symbol: ' ', name: ' ', size: ' ', digest: ' ' }],
    },
    index: { heading: '', note: '', names: [' '] },
    measured: false,
    left: '',
    warnings: [],
  };
}

let usual: Promise<readonly string[]> | undefined;

/** What stands in every Word file that is made here: the words of its form. */
export function usualInWord(): Promise<readonly string[]> {
  usual ??= wordsOfForms();
  return usual;
}

/** A form without a word of its own. */
const EMPTY_FORM: Form = {
  ...{
    language: 'en',
    label: 'TLP:AMBER',
    exercise: '',
    title: '',
    about: [],
    how: '',
    lines: [],
    end: { key: '9', label: '' },
  },
  reference: { label: '', value: '' },
  parts: [
    { is: 'field', field: { key: '1', label: '' } },
    { is: 'field', field: { key: '2', label: '', options: [''] } },
  ],
};

async function wordsOfForms(): Promise<readonly string[]> {
  const files = await Promise.all([
    ...[emptySheet(), ...emptySheets()].map((sheet) =>
      wordSheet(sheet, USUAL_PRINT, '2000-01-01', { pictures: PICTURES }),
    ),
    wordForm(EMPTY_FORM, USUAL_PRINT, '2000-01-01'),
    wordForm({ ...EMPTY_FORM, language: 'fr' }, USUAL_PRINT, '2000-01-01'),
  ]);
  return files.flatMap((bytes) =>
    [...readDocx(bytes, undefined, 'all', digestsOf(PICTURES))]
      .filter(({ place }) => place !== 'the file' && place !== 'a picture')
      .map(({ text }) => text),
  );
}
