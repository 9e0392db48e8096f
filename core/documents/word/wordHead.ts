import { Bookmark, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Fact } from '../../../domain/documents/sheets.ts';
import { writable } from './wordInlines.ts';
import { AMBER, HAIRLINE, pt, SECOND, STYLE } from './wordStyles.ts';

/** Where the title of a paper stands in a book. */
export interface PlaceInBook {
  /** The name that its pages are found by. */
  readonly bookmark: string;
  /** How deep it stands in the outline: 0 for the highest. */
  readonly outline: number;
}

interface TitleParts {
  /** Over the title. */
  readonly symbol?: string;
  readonly title: string;
  /** Under it. */
  readonly subtitle?: string;
  readonly handlingWords: string;
  readonly place?: PlaceInBook | undefined;
}

/** The title under its rule of amber, which a paper in a book has not, with what stands over and under it. */
export function wordTitle({ symbol = '', title, subtitle = '', handlingWords, place }: TitleParts): Paragraph[] {
  const words = new TextRun({ text: writable(title) });
  return [
    ...(symbol === ''
      ? []
      : [new Paragraph({ style: STYLE.symbol, children: [new TextRun({ text: writable(symbol) })] })]),
    new Paragraph({
      style: 'Title',
      ...(place === undefined
        ? { border: { top: { style: BorderStyle.SINGLE, size: 16, color: AMBER, space: 10 } } }
        : { outlineLevel: place.outline }),
      children: [place === undefined ? words : new Bookmark({ id: place.bookmark, children: [words] })],
    }),
    ...(subtitle === '' ? [] : [wordLine(subtitle, { italics: true, color: SECOND, size: 24 })]),
    ...(handlingWords === '' ? [] : [wordLine(handlingWords, { bold: true })]),
  ];
}

/** A line in the style of what is to be known. */
export function wordLine(
  text: string,
  {
    newPage = false,
    ...run
  }: { bold?: boolean; italics?: boolean; color?: string; size?: number; newPage?: boolean } = {},
) {
  return new Paragraph({
    style: STYLE.fact,
    pageBreakBefore: newPage,
    children: [new TextRun({ text: writable(text), ...run })],
  });
}

/** A small heading in capitals. */
export function wordLabelled(text: string, before = 14): Paragraph {
  return new Paragraph({
    style: STYLE.label,
    spacing: { before: pt(before), after: pt(4) },
    children: [new TextRun({ text: writable(text) })],
  });
}

/** From whom, which issue, how it is handled: two columns, as in print. */
export function factsTable(facts: readonly Fact[], width: number): Table {
  const half = Math.round(width / 2);
  const cell = ({ label, lines }: Fact) =>
    new TableCell({
      width: { size: half, type: WidthType.DXA },
      margins: { top: pt(4), bottom: pt(4), right: pt(6) },
      children: [
        new Paragraph({ style: STYLE.label, children: [new TextRun({ text: writable(label) })] }),
        ...lines.map((said) => wordLine(said)),
      ],
    });
  const rows = Array.from({ length: Math.ceil(facts.length / 2) }, (_, at) => facts.slice(2 * at, 2 * at + 2));
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const hair = { style: BorderStyle.SINGLE, size: 3, color: HAIRLINE };
  return new Table({
    width: { size: 2 * half, type: WidthType.DXA },
    columnWidths: [half, half],
    layout: 'fixed',
    borders: { top: hair, bottom: hair, insideHorizontal: hair, left: none, right: none, insideVertical: none },
    rows:
      rows.length === 0
        ? [new TableRow({ children: [cell({ label: '', lines: [] })] })]
        : rows.map((pair) => new TableRow({ cantSplit: true, children: pair.map(cell) })),
  });
}
