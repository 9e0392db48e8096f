import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { ListSection, ListSheet } from '../../../domain/documents/sheets.ts';
import { cellOf, headRow, markCell, oneLine } from './wordCells.ts';
import { textWidth, wordFile } from './wordFile.ts';
import { factsTable, wordLine, wordTitle } from './wordHead.ts';
import { writable } from './wordInlines.ts';
import { mm, SECOND } from './wordStyles.ts';
import { between, wordTable } from './wordTable.ts';

/** A list under its title as a Word file: what is to be known of it, texts to be read whole, and its tables. */
export function wordList(sheet: ListSheet, options: PrintOptions, date: string): Promise<Buffer> {
  const width = textWidth(options, 'sheet');
  const { title, subtitle, handlingWords } = sheet;
  const children = [
    ...wordTitle({ title, subtitle, handlingWords }),
    ...(sheet.facts.length === 0 ? [] : [factsTable(sheet.facts, width)]),
    ...sheet.notes.map((note) => new Paragraph({ children: [new TextRun({ text: writable(note) })] })),
    ...(sheet.passages ?? []).flatMap(({ heading, items }) => [
      ...headingOf(heading),
      ...items.flatMap((item) => [
        ...(item.title === '' ? [] : [wordLine(item.title, { bold: true, size: 22 })]),
        new Paragraph({ children: [new TextRun({ text: writable(item.text) })] }),
        ...(item.note === '' ? [] : [wordLine(item.note, { color: SECOND })]),
      ]),
    ]),
    ...sheet.sections.flatMap((section, at) => sectionOf(section, width, { ...options, newPage: at > 0 })),
  ];
  return wordFile(sheet, options, date, { layout: 'sheet', children });
}

const headingOf = (text: string, pageBreakBefore = false): Paragraph[] =>
  text === ''
    ? []
    : [
        new Paragraph({
          pageBreakBefore,
          heading: HeadingLevel.HEADING_1,
          children: [new TextRun({ text: writable(text) })],
        }),
      ];

function sectionOf(
  { heading, columns, rows, signed = false, words = false }: ListSection,
  width: number,
  { blackAndWhite, newPage }: PrintOptions & { readonly newPage: boolean },
): (Paragraph | Table)[] {
  const others = signed ? [44, 62] : columns.slice(1).map(() => (words ? 40 : 22));
  const widths = [Math.max(50, 170 - others.reduce((sum, one) => sum + one, 0)), ...others];
  return [
    ...headingOf(heading, signed && newPage),
    wordTable(
      [
        headRow(columns),
        ...rows.map(({ cells, note = '', mark }) => {
          const [first = '', ...rest] = cells;
          const filled = [
            cellOf([{ text: first }, { text: note, run: { color: SECOND, size: 17 } }]),
            ...rest.map((text) => oneLine(text)),
          ];
          const marked = filled.length < columns.length ? [...filled, markCell(mark, blackAndWhite)] : filled;
          const lacking = columns.slice(marked.length).map(() => oneLine(''));
          return { cells: [...marked, ...lacking], ...(signed && { height: mm(11) }) };
        }),
      ],
      { widths, width },
    ),
    between(8),
  ];
}
