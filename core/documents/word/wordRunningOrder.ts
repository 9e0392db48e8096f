import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { RunningOrderPart, RunningOrderSheet } from '../../../domain/documents/sheets.ts';
import { type CellLine, cellOf, headRow, oneLine } from './wordCells.ts';
import { textWidth, wordFile } from './wordFile.ts';
import { wordLine, wordTitle } from './wordHead.ts';
import { writable } from './wordInlines.ts';
import { INK, SECOND, SERIF } from './wordStyles.ts';
import { between, type WordRow, wordTable } from './wordTable.ts';

/** Clock, item, minutes, and the last one. */
const WIDTHS = [18, 108, 17, 31] as const;

/** A running order or an annotated agenda as a Word file: what is said and done, minute by minute. */
export function wordRunningOrder(sheet: RunningOrderSheet, options: PrintOptions, date: string): Promise<Buffer> {
  const width = textWidth(options, 'sheet');
  const { title, subtitle, handlingWords } = sheet;
  const days = sheet.days.flatMap(({ heading, parts }): (Paragraph | Table)[] => [
    ...(heading === ''
      ? []
      : [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: writable(heading) })] })]),
    wordTable([headRow(sheet.columns, 2), ...parts.map((part) => rowOf(part))], { widths: WIDTHS, width }),
    between(10),
  ]);
  const closing = sheet.closing === '' ? [] : [wordLine(sheet.closing, { bold: true })];
  const children = [...wordTitle({ title, subtitle, handlingWords }), ...days, ...closing];
  return wordFile(sheet, options, date, { layout: 'sheet', children });
}

function rowOf(part: RunningOrderPart): WordRow {
  if (part.type === 'band') {
    const isClosed = part.access === 'closed';
    const color = isClosed ? 'FFFFFF' : INK;
    const fill = isClosed ? { fill: INK } : {};
    return {
      cells: [
        cellOf(
          [
            { text: part.heading, run: { bold: true, color, allCaps: true, characterSpacing: 30 } },
            { text: part.note, run: { color, size: 17 } },
          ],
          { span: 2, ...fill, staysWithNext: true },
        ),
        cellOf([{ text: part.span, run: { bold: true, color }, align: 'right' }], { span: 2, ...fill }),
      ],
    };
  }
  const number = [part.number, part.openNumber].filter((one) => one !== '').join('\u2002');
  const lines: CellLine[] = [
    { text: [number, part.title].filter((one) => one !== '').join('\u2002'), run: { bold: true, size: 21 } },
    ...part.say.map((text) => ({ text, run: { font: SERIF, size: 21 } })),
    ...part.lines.flatMap(({ label, lines: told }) =>
      told.map((text, at) => ({ text: at === 0 && label !== '' ? `${label}\u2002${text}` : text, run: { size: 18 } })),
    ),
  ];
  return {
    cells: [
      oneLine(part.clock, { bold: true }),
      cellOf(lines),
      oneLine(part.minutes, {}, 'right'),
      oneLine(part.last, { color: SECOND }, 'right'),
    ],
  };
}
