import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  type PageNumberEstimator,
  PageOrientation,
  Paragraph,
  Tab,
  type Table,
  type TableOfContents,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { TextWatermark } from 'docx/watermarks';
import type { PrintLanguage, PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { Furniture } from '../../../domain/documents/sheets.ts';
import { sameBytes } from './sameBytes.ts';
import type { WordParts } from './wordBlocks.ts';
import { writable } from './wordInlines.ts';
import { labelRun } from './wordLabel.ts';
import { mm, RULES, STYLE, wordStyles } from './wordStyles.ts';

const PAGES = {
  a4: { width: mm(210), height: mm(297) },
  'us-letter': { width: mm(215.9), height: mm(279.4) },
} as const;

/** How the text stands on its pages. */
export type WordLayout = 'paper' | 'sheet' | 'across';

const FURNITURE = { header: mm(11), footer: mm(12) } as const;
const MARGINS = {
  paper: { top: mm(31), bottom: mm(30), left: mm(34), right: mm(26), ...FURNITURE },
  sheet: { top: mm(28), bottom: mm(25), left: mm(20), right: mm(20), ...FURNITURE },
  across: { top: mm(27), bottom: mm(24), left: mm(20), right: mm(20), ...FURNITURE },
} as const;

/** How wide the text is, in twentieths of a point. */
export function textWidth({ paper }: Pick<PrintOptions, 'paper'>, layout: WordLayout): number {
  const { width, height } = PAGES[paper];
  const { left, right } = MARGINS[layout];
  return (layout === 'across' ? height : width) - left - right;
}

/** What a text is made of, in Word. */
export type WordChild = Paragraph | Table | TableOfContents;

/** What stands beside the pages of a Word file. */
interface WordBeside {
  /** Language of the text, where it is not that of the fixed words. */
  readonly language?: PrintLanguage;
  readonly parts?: WordParts;
  /** What is put into the text that is written: fields. */
  readonly put?: (xml: string) => string;
}

export interface WordContent extends WordBeside {
  readonly layout: WordLayout;
  readonly children: readonly WordChild[];
}

/** Pages that have the same head and foot. Each section begins on a new page. */
export interface WordSection {
  readonly furniture: Furniture;
  readonly layout: WordLayout;
  readonly children: readonly WordChild[];
  /** Of a paper in a book: what its title is found by. Its pages follow from its sheet, which is its furniture, too. */
  readonly bookmark?: string;
}

/**
 * A Word file with the head and foot that each page of a sheet carries: running title, EXERCISE, the mark in words, the
 * page, whose copy it is. The same sheet and day give the same bytes.
 */
export function wordFile(
  furniture: Furniture,
  options: PrintOptions,
  date: string,
  { layout, children, ...beside }: WordContent,
): Promise<Buffer> {
  return wordSections(furniture, options, date, { ...beside, sections: [{ furniture, layout, children }] });
}

/** What a file of several sections needs. */
interface WordBook extends WordBeside {
  readonly sections: readonly WordSection[];
  readonly pageNumbers?: PageNumberEstimator;
}

/** The same of several parts, each with a head and foot of its own; pages and notes are counted through. */
export async function wordSections(
  furniture: Furniture,
  options: PrintOptions,
  date: string,
  { language = furniture.language, parts, put, sections, pageNumbers = estimatePageNumbers }: WordBook,
): Promise<Buffer> {
  const document = new Document({
    title: writable(furniture.documentTitle),
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles: wordStyles(language),
    ...(parts !== undefined && { numbering: { config: parts.lists }, footnotes: parts.footnotes }),
    pageNumbers,
    sections: sections.map(({ furniture: own, layout, children }) => {
      const width = textWidth(options, layout);
      const orientation = layout === 'across' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
      return {
        properties: { page: { size: { ...PAGES[options.paper], orientation }, margin: MARGINS[layout] } },
        headers: { default: head(own, options, width) },
        footers: { default: foot(own, options, width) },
        children,
      };
    }),
  });
  return sameBytes(await Packer.toBuffer(document), date, put);
}

const line = { style: 'single', size: 4, color: RULES, space: 6 } as const;

/** Title left, EXERCISE in the middle, the mark right. */
function head(
  { running, exercise, label, watermark }: Furniture,
  { blackAndWhite }: PrintOptions,
  width: number,
): Header {
  const across =
    watermark === '' ? [] : [new TextWatermark({ text: writable(watermark), color: 'DADDE3', opacity: 0.5 })];
  return new Header({
    children: [
      new Paragraph({
        style: STYLE.furniture,
        tabStops: tabs(width),
        border: { bottom: line },
        children: [
          ...across,
          new TextRun({ text: writable(running) }),
          new TextRun({ children: [new Tab(), writable(exercise)], bold: true, size: 20, characterSpacing: 60 }),
          new TextRun({ children: [new Tab()] }),
          labelRun(label, 24, blackAndWhite),
        ],
      }),
    ],
  });
}

/** Issue and copy left, the page in the middle, the mark right. */
function foot({ foot: said, page, label }: Furniture, { blackAndWhite }: PrintOptions, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.furniture,
        tabStops: tabs(width),
        border: { top: line },
        children: [
          new TextRun({ text: writable(said.join(' · ')) }),
          new TextRun({
            children: [new Tab(), `${page[0]} `, PageNumber.CURRENT, ` ${page[1]} `, PageNumber.TOTAL_PAGES],
            bold: true,
          }),
          new TextRun({ children: [new Tab()] }),
          labelRun(label, 24, blackAndWhite),
        ],
      }),
    ],
  });
}

const tabs = (width: number) => [
  { type: AlignmentType.CENTER, position: Math.round(width / 2) },
  { type: 'right' as const, position: width },
];
