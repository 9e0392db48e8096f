import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import type {
  AgendaSheet,
  ListSheet,
  OutcomesSheet,
  PaperSheet,
  SheetBlock,
} from '../../../domain/documents/sheets.ts';
import type { Form } from '../../../domain/forms/form.ts';
import { readDocx } from '../../audit/readDocx.ts';
import { wordForm } from './wordForm.ts';
import { wordSheet } from './wordSheet.ts';

const MARGIN = { mark: '', changed: true, direction: 'ltr' } as const;
const run = { type: 'text', text: ' ', marks: [], href: 'https://example.org' } as const;
const cell = { body: [], align: 'left', header: false, colspan: 1, rowspan: 1 } as const;

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
    ],
    long: false,
    chapters: false,
    warnings: [],
  };
}

/** Sheets of the other shapes, without a word of their own. */
function emptySheets(): (AgendaSheet | ListSheet | OutcomesSheet)[] {
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
  ];
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
    ...[emptySheet(), ...emptySheets()].map((sheet) => wordSheet(sheet, USUAL_PRINT, '2000-01-01')),
    wordForm(EMPTY_FORM, USUAL_PRINT, '2000-01-01'),
    wordForm({ ...EMPTY_FORM, language: 'fr' }, USUAL_PRINT, '2000-01-01'),
  ]);
  return files.flatMap((bytes) =>
    [...readDocx(bytes)].filter(({ place }) => place !== 'the file').map(({ text }) => text),
  );
}
