import { BorderStyle, Paragraph, Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx';
import { HAIRLINE, INK, pt, STYLE } from './wordStyles.ts';

export interface WordCell {
  readonly children: readonly (Paragraph | Table)[];
  /** How many columns it takes. */
  readonly span?: number;
  /** The colour of its ground. */
  readonly fill?: string;
}

export interface WordRow {
  readonly cells: readonly WordCell[];
  /** Stands again where the table goes on. */
  readonly isHead?: boolean;
  /** At least so high, in twentieths of a point. */
  readonly height?: number;
}

interface TableShape {
  /** How wide the columns are: shares of the whole. */
  readonly widths: readonly number[];
  readonly width: number;
  /** A line around it all, as of an open session. */
  readonly framed?: boolean;
}

/** A table whose rows are parted by hairlines. */
export function wordTable(rows: readonly WordRow[], { widths: shares, width, framed = false }: TableShape): Table {
  const sum = shares.reduce((all, share) => all + share, 0);
  const widths = shares.map((share) => Math.round((share / sum) * width));
  const ink = { style: BorderStyle.SINGLE, size: 8, color: INK };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const hair = { style: BorderStyle.SINGLE, size: 3, color: HAIRLINE };
  const side = framed ? ink : none;
  return new Table({
    width: { size: widths.reduce((all, one) => all + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: 'fixed',
    borders: { top: ink, bottom: ink, left: side, right: side, insideVertical: none, insideHorizontal: hair },
    rows: rows.map(({ cells, isHead = false, height }) => {
      let column = 0;
      return new TableRow({
        cantSplit: true,
        ...(isHead && { tableHeader: true }),
        ...(height !== undefined && { height: { value: height, rule: 'atLeast' } }),
        children: cells.map(({ children, span = 1, fill }) => {
          const across = widths.slice(column, column + span).reduce((all, one) => all + one, 0);
          column += span;
          return new TableCell({
            width: { size: across, type: WidthType.DXA },
            columnSpan: span,
            verticalAlign: isHead ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
            margins: { left: pt(4), right: pt(5), top: pt(1.5), bottom: pt(1.5) },
            ...(fill !== undefined && { shading: { type: 'clear', fill, color: 'auto' } }),
            // A cell ends with a paragraph.
            children: children.length === 0 ? [new Paragraph({ style: STYLE.cell })] : children,
          });
        }),
      });
    }),
  });
}

/** What keeps two tables apart: one right after the other would become one. */
export const between = (after = 4): Paragraph =>
  new Paragraph({ style: STYLE.cell, spacing: { before: 0, after: pt(after), line: 240, lineRule: 'auto' } });
