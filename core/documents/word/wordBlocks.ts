import {
  BorderStyle,
  HeadingLevel,
  type ILevelsOptions,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PrintLanguage } from '../../../domain/documents/printRequest.ts';
import type { Inline, SheetBlock, SheetCell, SheetFigure, SheetTable } from '../../../domain/documents/sheets.ts';
import type { Label } from '../../../domain/handling/handling.ts';
import { type Footnotes, wordInlines, writable } from './wordInlines.ts';
import { labelRun } from './wordLabel.ts';
import { pictureRun, type WordPictures } from './wordPictures.ts';
import type { WordPlaces } from './wordPlaces.ts';
import { continues, HAIRLINE, INK, listLevels, MONO, mm, pt, STYLE } from './wordStyles.ts';

/** What stands beside the text and is declared for the document as a whole. */
export interface WordParts {
  readonly footnotes: Footnotes;
  readonly lists: { reference: string; levels: readonly ILevelsOptions[] }[];
  /** By the paths that sheets name them by. */
  readonly pictures: WordPictures;
  readonly places: WordPlaces;
}

export interface BlockOptions extends WordParts {
  readonly redacted: string;
  readonly blackAndWhite: boolean;
  /** How wide the text is, in twentieths of a point. */
  readonly width: number;
  /** How much deeper headings stand in the outline than their level says: under the title of a paper in a book. */
  readonly deeper?: number;
  /** The language of the text, where it is not that of the file. */
  readonly language?: PrintLanguage | undefined;
}

/** What a block stands in. */
interface Within {
  readonly style?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** The list it is an item of. Later blocks of an item have its indent and no sign. */
  readonly list?: {
    readonly reference: string;
    readonly level: number;
    readonly isFirst: boolean;
  };
  readonly quoted?: number;
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The blocks of a sheet as Word's paragraphs and tables, with their numbers, marks and bars. */
export function wordBlocks(blocks: readonly SheetBlock[], options: BlockOptions): (Paragraph | Table)[] {
  return blocks.flatMap((block) => blockOf(block, options, {}));
}

function blockOf(block: SheetBlock, options: BlockOptions, within: Within): (Paragraph | Table)[] {
  const inlines = (body: readonly Inline[]) =>
    wordInlines(body, { ...options, rightToLeft: block.direction === 'rtl' });
  const around = { ...surroundings(block, within) };
  switch (block.type) {
    case 'paragraph':
      return [
        new Paragraph({
          ...around,
          ...(block.number === '' ? {} : { style: STYLE.numbered }),
          children: [
            ...options.places.mark(block.anchor),
            ...numberOf(block.number),
            ...markOf(block.mark, options),
            ...inlines(block.body),
          ],
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          ...around,
          heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_6,
          ...(options.deeper !== undefined && { outlineLevel: Math.min(8, block.level - 1 + options.deeper) }),
          children: [...options.places.mark(block.anchor), ...markOf(block.mark, options), ...inlines(block.body)],
        }),
      ];
    case 'list':
      return listOf(block, options, within);
    case 'quote':
      return block.content.flatMap((inner) =>
        blockOf({ ...inner, changed: inner.changed || block.changed }, options, {
          ...within,
          style: STYLE.quote,
          quoted: (within.quoted ?? 0) + 1,
        }),
      );
    case 'code':
      return [
        new Paragraph({
          ...around,
          style: STYLE.code,
          children: block.lines.map(
            (line, at) => new TextRun({ text: writable(line), font: MONO, ...(at > 0 && { break: 1 }) }),
          ),
        }),
      ];
    case 'rule':
      return [new Paragraph({ style: STYLE.rule })];
    case 'figure':
      return [
        new Paragraph({
          ...around,
          style: STYLE.figure,
          children: [...options.places.mark(block.anchor), ...markOf(block.mark, options), pictureOf(block, options)],
        }),
        new Paragraph({
          ...around,
          style: STYLE.figureCaption,
          children: [new TextRun({ text: `${block.number} `, bold: true }), ...inlines(block.body)],
        }),
      ];
    case 'table':
      return tableOf(block, options, inlines);
    case 'withheld':
      return [
        new Paragraph({
          ...around,
          style: STYLE.withheld,
          children: [
            ...markOf(block.mark, options),
            new TextRun({ text: `${block.lead} `, bold: true }),
            new TextRun({ text: block.text }),
          ],
        }),
      ];
  }
}

/** Direction, the bar of what changed, and what comes of lists and quotations around. */
function surroundings(
  { direction, changed }: SheetBlock,
  { style, align, list, quoted = 0 }: Within,
): IParagraphOptions {
  const indent = quoted > 1 ? { left: mm(8 * quoted), right: mm(8) } : undefined;
  return {
    ...(style !== undefined && { style }),
    ...(align !== undefined && align !== 'left' && { alignment: align }),
    ...(direction === 'rtl' && { bidirectional: true }),
    ...(changed && { border: { right: { style: BorderStyle.SINGLE, size: 12, color: INK, space: 8 } } }),
    ...(indent !== undefined && { indent }),
    ...(list?.isFirst === true && {
      numbering: { reference: list.reference, level: list.level },
    }),
    ...(list?.isFirst === false && { style: continues(list.level) }),
  };
}

function listOf(block: SheetBlock & { type: 'list' }, options: BlockOptions, within: Within): (Paragraph | Table)[] {
  // Each list counts for itself; the deepest that Word knows is the ninth.
  const level = Math.min(8, within.list === undefined ? 0 : within.list.level + 1);
  const reference = `list-${options.lists.length + 1}`;
  options.lists.push({ reference, levels: listLevels(block.ordered, level, block.start) });
  return block.items.flatMap((item) =>
    item.flatMap((inner, at) =>
      blockOf({ ...inner, changed: inner.changed || block.changed }, options, {
        ...within,
        list: { reference, level, isFirst: at === 0 },
      }),
    ),
  );
}

/** The picture of a figure; where it is not there, what there is to see, in words. */
function pictureOf(
  { file, alt, width: share, number }: SheetFigure,
  { pictures, width }: BlockOptions,
): ParagraphChild {
  const picture = pictures.get(file);
  if (picture === undefined) return new TextRun({ text: writable(`[${alt}]`), italics: true });
  return pictureRun(picture, { name: number, alt, width: (width * share) / 100 });
}

function numberOf(number: string): ParagraphChild[] {
  return number === '' ? [] : [new TextRun({ children: [number, new Tab()] })];
}

function markOf(mark: Label | '', { blackAndWhite }: BlockOptions): ParagraphChild[] {
  return mark === '' ? [] : [labelRun(mark, 14, blackAndWhite), new TextRun({ text: '\u2002' })];
}

function tableOf(
  block: SheetBlock & SheetTable,
  options: BlockOptions,
  inlines: (body: readonly Inline[]) => ParagraphChild[],
): (Paragraph | Table)[] {
  const shares = block.widths.reduce((sum, width) => sum + width, 0);
  const widths = block.widths.map((width) => Math.round((width / shares) * options.width));
  const row = (cells: readonly SheetCell[], isHeader: boolean) => {
    let column = 0;
    return new TableRow({
      ...(isHeader && { tableHeader: true }),
      cantSplit: true,
      children: cells.map((cell) => {
        const across = widths.slice(column, column + cell.colspan).reduce((sum, width) => sum + width, 0);
        column += cell.colspan;
        return tableCell(cell, across, options);
      }),
    });
  };
  const line = { style: BorderStyle.SINGLE, size: 8, color: INK };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const caption =
    block.caption.length === 0 && block.number === ''
      ? []
      : [
          new Paragraph({
            style: STYLE.caption,
            children: [
              ...options.places.mark(block.anchor),
              ...(block.number === '' ? [] : [new TextRun({ text: `${block.number} `, bold: true })]),
              ...inlines(block.caption),
            ],
          }),
        ];
  return [
    ...caption,
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: 'fixed',
      ...(block.direction === 'rtl' && { visuallyRightToLeft: true }),
      borders: {
        top: line,
        bottom: line,
        left: none,
        right: none,
        insideVertical: none,
        insideHorizontal: { style: BorderStyle.SINGLE, size: 3, color: HAIRLINE },
      },
      rows: [...block.headers.map((cells) => row(cells, true)), ...block.rows.map((cells) => row(cells, false))],
    }),
    // Two tables one after the other would become one.
    new Paragraph({ spacing: { after: pt(4), line: 240, lineRule: 'auto' } }),
  ];
}

function tableCell(
  { body, align, header, colspan, rowspan }: SheetCell,
  width: number,
  options: BlockOptions,
): TableCell {
  const made = body.flatMap((block) => blockOf(block, options, { style: STYLE.cell, align }));
  // A cell ends with a paragraph, also an empty one and one that ends with a table.
  const whole = made.at(-1) instanceof Paragraph ? made : [...made, new Paragraph({ style: STYLE.cell })];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: colspan,
    rowSpan: rowspan,
    verticalAlign: header ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
    margins: { left: pt(3), right: pt(3) },
    children: whole,
  });
}
