import { type IRunOptions, Paragraph, TextRun } from 'docx';
import type { Label } from '../../../domain/handling/handling.ts';
import { writable } from './wordInlines.ts';
import { labelRun } from './wordLabel.ts';
import { STYLE } from './wordStyles.ts';
import type { WordCell, WordRow } from './wordTable.ts';

type Run = Pick<IRunOptions, 'bold' | 'italics' | 'color' | 'size' | 'font' | 'characterSpacing' | 'allCaps'>;

/** A line of a cell. */
export interface CellLine {
  readonly text: string;
  readonly run?: Run;
  readonly align?: 'left' | 'right';
}

/** Lines in the style of tables; those that say nothing are left out. `staysWithNext`: no page ends after this row. */
export function cellOf(
  lines: readonly CellLine[],
  { staysWithNext = false, ...more }: Omit<WordCell, 'children'> & { readonly staysWithNext?: boolean } = {},
): WordCell {
  return {
    ...more,
    children: lines
      .filter(({ text }) => text !== '')
      .map(
        ({ text, run = {}, align }) =>
          new Paragraph({
            style: STYLE.cell,
            ...(staysWithNext && { keepNext: true }),
            ...(align === 'right' && { alignment: align }),
            children: [new TextRun({ text: writable(text), ...run })],
          }),
      ),
  };
}

/** A cell of one line. */
export const oneLine = (text: string, run: Run = {}, align?: 'right'): WordCell =>
  cellOf([{ text, run, ...(align !== undefined && { align }) }]);

/** The heads of columns, which stand again on each page. */
export function headRow(words: readonly string[], rightFrom = words.length): WordRow {
  return {
    isHead: true,
    cells: words.map((word, at) => ({
      children: [
        new Paragraph({
          style: STYLE.label,
          ...(at >= rightFrom && { alignment: 'right' as const }),
          children: [new TextRun({ text: writable(word) })],
        }),
      ],
    })),
  };
}

/** A mark in its box. */
export const markCell = (mark: Label | '', blackAndWhite: boolean): WordCell => ({
  children: mark === '' ? [] : [new Paragraph({ style: STYLE.cell, children: [labelRun(mark, 14, blackAndWhite)] })],
});
