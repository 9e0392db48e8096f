import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { TextWatermark } from 'docx/watermarks';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { Fact, PaperSheet } from '../../../domain/documents/sheets.ts';
import { wordsFor } from '../../../domain/documents/words.ts';
import { sameBytes } from './sameBytes.ts';
import { type WordParts, wordBlocks } from './wordBlocks.ts';
import { writable } from './wordInlines.ts';
import { labelRun } from './wordLabel.ts';
import { AMBER, HAIRLINE, mm, pt, RULES, SECOND, STYLE, wordStyles } from './wordStyles.ts';

const PAGES = {
  a4: { width: mm(210), height: mm(297) },
  'us-letter': { width: mm(215.9), height: mm(279.4) },
} as const;
const MARGIN = { top: mm(31), bottom: mm(30), left: mm(34), right: mm(26), header: mm(11), footer: mm(12) } as const;
/** Headings from which on a paper has a table of contents. */
const CONTENTS_FROM = 4;

/**
 * A paper as a Word file: its styles, running head and foot with the mark in words, numbered paragraphs, portion marks,
 * bars beside what changed, tables with their heads, footnotes, links, and, where it has many headings, a table of
 * contents that the word processor fills in. Takes what the builder made of a release, and the day of that release; the
 * same sheet gives the same bytes. What Word cannot show as print does stands in the text all the same.
 */
export async function wordPaper(sheet: PaperSheet, options: PrintOptions, date: string): Promise<Buffer> {
  const page = PAGES[options.paper];
  const width = page.width - MARGIN.left - MARGIN.right;
  const parts: WordParts = { footnotes: {}, lists: [] };
  const body = wordBlocks(sheet.blocks, {
    ...parts,
    redacted: sheet.redacted,
    blackAndWhite: options.blackAndWhite,
    width,
  });
  const headings = sheet.blocks.filter(({ type }) => type === 'heading').length;
  const document = new Document({
    title: writable(sheet.documentTitle),
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles: wordStyles(sheet.bodyLanguage),
    numbering: { config: parts.lists },
    footnotes: parts.footnotes,
    pageNumbers: estimatePageNumbers,
    sections: [
      {
        properties: { page: { size: page, margin: MARGIN } },
        headers: { default: head(sheet, options, width) },
        footers: { default: foot(sheet, options, width) },
        children: [
          ...titleOf(sheet),
          factsTable(sheet.facts, width),
          ...asksOf(sheet),
          ...(headings >= CONTENTS_FROM ? contentsOf(options) : []),
          ...body,
        ],
      },
    ],
  });
  return sameBytes(await Packer.toBuffer(document), date);
}

const line = { style: BorderStyle.SINGLE, size: 4, color: RULES, space: 6 } as const;

/** Title left, EXERCISE in the middle, the mark right. */
function head(
  { running, exercise, label, watermark }: PaperSheet,
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
function foot({ foot: said, page, label }: PaperSheet, { blackAndWhite }: PrintOptions, width: number): Footer {
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

function titleOf({ symbols, title, handlingWords }: PaperSheet): Paragraph[] {
  return [
    ...(symbols.length === 0
      ? []
      : [new Paragraph({ style: STYLE.symbol, children: [new TextRun({ text: writable(symbols.join('\u2003')) })] })]),
    new Paragraph({
      style: 'Title',
      border: { top: { style: BorderStyle.SINGLE, size: 16, color: AMBER, space: 10 } },
      children: [new TextRun({ text: writable(title) })],
    }),
    ...(handlingWords === ''
      ? []
      : [new Paragraph({ style: STYLE.fact, children: [new TextRun({ text: writable(handlingWords), bold: true })] })]),
  ];
}

/** From whom, which issue, how it is handled: two columns, as in print. */
function factsTable(facts: readonly Fact[], width: number): Table {
  const half = Math.round(width / 2);
  const cell = ({ label, lines }: Fact) =>
    new TableCell({
      width: { size: half, type: WidthType.DXA },
      margins: { top: pt(4), bottom: pt(4), right: pt(6) },
      children: [
        new Paragraph({ style: STYLE.label, children: [new TextRun({ text: writable(label) })] }),
        ...lines.map((said) => new Paragraph({ style: STYLE.fact, children: [new TextRun({ text: writable(said) })] })),
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

/** What the board is asked: (a), (b), (c). */
function asksOf({ asks: { heading, points } }: PaperSheet): Paragraph[] {
  if (points.length === 0) return [];
  return [
    new Paragraph({
      style: STYLE.label,
      spacing: { before: pt(14), after: pt(4) },
      children: [new TextRun({ text: writable(heading) })],
    }),
    ...points.map(
      ({ letter, text }) =>
        new Paragraph({
          style: STYLE.asked,
          tabStops: [{ type: 'left', position: mm(10) }],
          children: [new TextRun({ children: [letter, new Tab(), writable(text)] })],
        }),
    ),
  ];
}

function contentsOf({ language }: PrintOptions): (Paragraph | TableOfContents)[] {
  const { contents } = wordsFor(language);
  return [
    new Paragraph({
      style: STYLE.label,
      spacing: { before: pt(14), after: pt(4) },
      children: [new TextRun({ text: contents, color: SECOND })],
    }),
    new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-3' }),
  ];
}
