import { PageNumber, Paragraph, TextRun } from 'docx';
import type { DossierSheet } from '../../../domain/documents/dossierSheets.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import { oneLine } from './wordCells.ts';
import type { WordChild } from './wordFile.ts';
import { wordLabelled, wordLine, wordTitle } from './wordHead.ts';
import { writable } from './wordInlines.ts';
import { labelRun } from './wordLabel.ts';
import { mm, SECOND, STYLE } from './wordStyles.ts';
import { between, type WordCell, wordTable } from './wordTable.ts';

/** The cover of a book: whose, of what, whose copy it is, how it is handled, and who has which copies. */
export function wordCover(
  { cover, label, handlingWords }: DossierSheet,
  options: PrintOptions,
  width: number,
): WordChild[] {
  const { board, network, title, lines, copy, recipient, book, handling, distribution } = cover;
  const size = [
    new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
    new TextRun(writable(` ${book.pages}; ${book.size}`)),
  ];
  const about: WordCell = {
    children: [
      ...(recipient === undefined ? [] : [wordLabelled(recipient.label, 0), large(recipient.name, 34)]),
      wordLabelled(book.label, 0),
      ...book.lines.map((line) => wordLine(line)),
      new Paragraph({ style: STYLE.fact, children: size }),
    ],
  };
  const rules: WordCell = {
    children: [
      wordLabelled(handling.label, 0),
      new Paragraph({ style: STYLE.fact, children: [labelRun(label, 22, options.blackAndWhite)] }),
      ...handling.lines.map((line) => wordLine(line)),
    ],
  };
  const numbered: WordCell = {
    children:
      copy === undefined
        ? []
        : [
            wordLabelled(copy.label, 0),
            large(copy.number, 72),
            ...(copy.of === '' ? [] : [wordLine(copy.of, { color: SECOND })]),
          ],
  };
  return [
    new Paragraph({
      style: STYLE.fact,
      spacing: { before: mm(40), after: mm(6) },
      children: [
        new TextRun({ text: writable(board), bold: true, size: 24 }),
        new TextRun({ text: writable(` ${network}`), color: SECOND, size: 24 }),
      ],
    }),
    ...wordTitle({ title, handlingWords: '' }),
    ...lines.map((line) => wordLine(line, { color: SECOND, size: 30 })),
    ...(handlingWords === '' ? [] : [wordLine(handlingWords, { bold: true })]),
    between(60),
    wordTable([{ cells: [numbered, about, rules] }], { widths: [32, 70, 68], width }),
    ...(distribution === undefined
      ? []
      : [
          wordLabelled(distribution.heading),
          wordTable(
            distribution.rows.map(({ numbers, name, own }) => ({
              cells: [oneLine(numbers, { bold: own }), oneLine(name, { bold: own })],
            })),
            { widths: [20, 150], width },
          ),
          between(),
        ]),
  ];
}

const large = (text: string, size: number): Paragraph =>
  new Paragraph({ style: STYLE.fact, children: [new TextRun({ text: writable(text), bold: true, size })] });
