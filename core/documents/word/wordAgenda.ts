import { HeadingLevel, Paragraph, Tab, type Table, TextRun } from 'docx';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type {
  AgendaDay,
  AgendaGap,
  AgendaLegend,
  AgendaRow,
  AgendaSession,
  AgendaSheet,
} from '../../../domain/documents/sheets.ts';
import { cellOf, headRow, oneLine } from './wordCells.ts';
import { textWidth, wordFile } from './wordFile.ts';
import { factsTable, wordLabelled, wordLine, wordTitle } from './wordHead.ts';
import { writable } from './wordInlines.ts';
import { INK, pt, SECOND, STYLE, TINT } from './wordStyles.ts';
import { between, type WordRow, wordTable } from './wordTable.ts';

/** Time, number, item, lead, asked for, papers, minutes. */
const WIDTHS = [15, 12, 56, 28, 24, 27, 12] as const;

/** An agenda as a Word file: its days, each session a table under its band, closed or open in words. */
export function wordAgenda(sheet: AgendaSheet, options: PrintOptions, date: string): Promise<Buffer> {
  const width = textWidth(options, 'sheet');
  const { symbol, title, subtitle, handlingWords } = sheet;
  const children = [
    ...wordTitle({ symbol, title, subtitle, handlingWords }),
    ...(sheet.facts.length === 0 ? [] : [factsTable(sheet.facts, width)]),
    ...sheet.days.flatMap((day) => dayOf(day, sheet, width)),
    ...legendOf(sheet.legend, width),
  ];
  return wordFile(sheet, options, date, { layout: 'sheet', children });
}

function dayOf({ name, date, note, parts }: AgendaDay, sheet: AgendaSheet, width: number): (Paragraph | Table)[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [
        ...(name === '' ? [] : [new TextRun({ text: `${writable(name)}\u2002` })]),
        new TextRun({ text: writable(date), bold: false }),
      ],
    }),
    ...(note === '' ? [] : [wordLine(note, { color: SECOND })]),
    ...parts.flatMap((part) => (part.type === 'session' ? sessionOf(part, sheet, width) : [gapOf(part, width)])),
  ];
}

/** The time between two sessions, its minutes where those of items stand. */
function gapOf({ time, title, minutes }: AgendaGap, width: number): Paragraph {
  const run = { color: SECOND };
  return new Paragraph({
    style: STYLE.fact,
    tabStops: [{ type: 'right', position: width - pt(5) }],
    spacing: { after: pt(6) },
    children: [
      new TextRun({ ...run, text: writable([time, title].filter(said).join('\u2003')) }),
      new TextRun({ ...run, children: minutes === '' ? [] : [new Tab(), writable(minutes)] }),
    ],
  });
}

/** A session's band is the first row of its table: ink with white words where it is closed, a frame where it is open. */
function sessionOf(part: AgendaSession, sheet: AgendaSheet, width: number): (Paragraph | Table)[] {
  const isClosed = part.access === 'closed';
  const color = isClosed ? 'FFFFFF' : INK;
  const fill = isClosed ? { fill: INK } : {};
  const band: WordRow = {
    cells: [
      cellOf(
        [
          { text: part.heading, run: { bold: true, color, size: 21, allCaps: true, characterSpacing: 30 } },
          { text: part.attendance, run: { color, size: 18 } },
        ],
        { span: 4, ...fill, staysWithNext: true },
      ),
      cellOf(
        [
          { text: part.span, run: { bold: true, color }, align: 'right' },
          { text: part.capital, run: { color, size: 17 }, align: 'right' },
        ],
        { span: 3, ...fill },
      ),
    ],
  };
  const rows = part.rows.length === 0 ? [] : [headRow(sheet.columns, 6), ...part.rows.map((row) => rowOf(row))];
  return [wordTable([band, ...rows], { widths: WIDTHS, width, framed: !isClosed }), between(10)];
}

function rowOf(row: AgendaRow | AgendaSession['rows'][number]): WordRow {
  if (row.type === 'break') {
    const quiet = { color: SECOND };
    return {
      cells: [
        cellOf([{ text: row.time, run: quiet }], { fill: TINT }),
        cellOf([{ text: row.title, run: quiet }], { span: 5, fill: TINT }),
        cellOf([{ text: row.minutes, run: quiet, align: 'right' }], { fill: TINT }),
      ],
    };
  }
  return {
    cells: [
      oneLine(row.time, { bold: true }),
      cellOf([{ text: row.number }, { text: row.openNumber, run: { color: SECOND, size: 17 } }]),
      cellOf([
        { text: row.title, run: { bold: true, size: 21 } },
        { text: row.links.join(', '), run: { color: SECOND, size: 17 } },
      ]),
      oneLine(row.leads),
      oneLine(row.purposeWord, { bold: row.purpose === 'decision' }),
      oneLine(row.papers.join(', ')),
      oneLine(row.minutes, {}, 'right'),
    ],
  };
}

function legendOf(legend: AgendaLegend, width: number): (Paragraph | Table)[] {
  return [
    ...(legend.purposes.length === 0 ? [] : [wordLabelled(legend.heading)]),
    ...legend.purposes.map(({ word, meaning }) => wordLine([word, meaning].filter(said).join('\u2002'))),
    ...(legend.links.length === 0
      ? []
      : [
          wordLabelled(legend.linksHeading),
          wordTable(
            [
              headRow(legend.linksColumns),
              ...legend.links.map(({ who, zone, difference }) => ({
                cells: [who, zone, difference].map((text) => oneLine(text)),
              })),
            ],
            { widths: [2, 2, 1], width },
          ),
        ]),
    ...(legend.handling.length === 0 ? [] : [wordLabelled(legend.handlingHeading)]),
    ...legend.handling.map((line) => wordLine(line)),
  ];
}

const said = (text: string): boolean => text !== '';
