import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { OutcomesSection, OutcomesSheet } from '../../../domain/documents/sheets.ts';
import { cellOf, headRow, markCell, oneLine } from './wordCells.ts';
import { textWidth, wordFile } from './wordFile.ts';
import { wordLine, wordTitle } from './wordHead.ts';
import { writable } from './wordInlines.ts';
import { SECOND, SERIF } from './wordStyles.ts';
import { between, wordTable } from './wordTable.ts';

/** Shares of the page for each sort, as in print. */
const WIDTHS = {
  decision: [22, 147, 58, 30],
  recommendation: [22, 83, 36, 34, 31, 24, 27],
  action: [22, 127, 40, 38, 30],
} as const;

/** What a meeting decided, recommended and gave to do, as a Word file across the page. */
export function wordOutcomes(sheet: OutcomesSheet, options: PrintOptions, date: string): Promise<Buffer> {
  const width = textWidth(options, 'across');
  const { symbol, title, handlingWords } = sheet;
  const subtitle = [sheet.subtitle, sheet.position].filter((one) => one !== '').join(' · ');
  const children = [
    ...wordTitle({ symbol, title, subtitle, handlingWords }),
    ...(sheet.sections.length === 0 ? [wordLine(sheet.empty)] : []),
    ...sheet.sections.flatMap((section) => sectionOf(section, width, options)),
  ];
  return wordFile(sheet, options, date, { layout: 'across', children });
}

function sectionOf(
  { kind, heading, columns, rows }: OutcomesSection,
  width: number,
  { blackAndWhite }: PrintOptions,
): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: writable(heading) })] }),
    wordTable(
      [
        headRow(columns),
        ...rows.map((row) => {
          const number = cellOf([{ text: row.number, run: { bold: true } }]);
          return {
            cells: [
              { children: [...number.children, ...markCell(row.mark, blackAndWhite).children] },
              cellOf([
                { text: row.title, run: { bold: true, size: 20 } },
                { text: row.text, run: { font: SERIF, size: 21 } },
                ...row.notes.map((text) => ({ text, run: { color: SECOND, size: 17 } })),
              ]),
              ...row.cells.map((text) => oneLine(text === '' ? '–' : text)),
              // A state is told by its word: the shapes are drawn in print alone.
              oneLine(row.state, { bold: row.shape === 'cross' }),
            ],
          };
        }),
      ],
      { widths: WIDTHS[kind], width },
    ),
    between(8),
  ];
}
