import { BorderStyle, HeadingLevel, InternalHyperlink, PageReference, Paragraph, type Table, TextRun } from 'docx';
import type {
  BookAttachments,
  BookContents,
  BookContentsRow,
  BookNews,
  BookPaper,
  BookTab,
  DossierSheet,
} from '../../../domain/documents/dossierSheets.ts';
import { dossierWords } from '../../../domain/documents/dossierWords.ts';
import { entriesIn } from '../../../domain/documents/indexNames.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import { unwatched } from '../../jobs/work.ts';
import { pagesBySection } from './pagesBySection.ts';
import type { WordBesides } from './wordBesides.ts';
import type { WordParts } from './wordBlocks.ts';
import { cellOf, headRow, markCell, oneLine } from './wordCells.ts';
import { wordCover } from './wordCover.ts';
import { textWidth, type WordChild, type WordSection, wordSections } from './wordFile.ts';
import { wordLine } from './wordHead.ts';
import { writable } from './wordInlines.ts';
import { paperContent } from './wordPaper.ts';
import { NO_PICTURES } from './wordPictures.ts';
import { placesIn } from './wordPlaces.ts';
import { INK, SECOND, STYLE } from './wordStyles.ts';
import { between, type WordCell, type WordRow, wordTable } from './wordTable.ts';

type Row = { readonly at: string; readonly symbol: string; readonly title: string };

/**
 * A dossier as one Word file: its cover with the list of who has which copy, its contents with the pages as fields, tabs, and
 * each paper on a new page under its own head, foot and mark; then the files that do not stand in it, and which countries are
 * named in which papers. Sheets are not left blank, since it is not laid out for both sides. The same sheet and day give the
 * same bytes. Throws `job.cancelled`.
 */
export function wordDossier(
  sheet: DossierSheet,
  options: PrintOptions,
  date: string,
  { pictures = NO_PICTURES, work = unwatched }: WordBesides,
): Promise<Buffer> {
  const parts: WordParts = { footnotes: {}, lists: [], pictures, places: placesIn(sheet) };
  const width = textWidth(options, 'sheet');
  const end = [...attachmentsOf(sheet.attachments, width), ...indexOf(sheet, options, width)];
  const section = (children: readonly WordChild[]): WordSection => ({ furniture: sheet, layout: 'sheet', children });
  const sections: WordSection[] = [
    section([
      ...wordCover(sheet, options, width),
      ...contentsOf(sheet.contents, options, width),
      ...newsOf(sheet.news, width),
    ]),
    ...sheet.parts.map((part) =>
      part.type === 'tab' ? section(tabOf(part, width)) : paperSection(part, options, parts),
    ),
    ...(end.length === 0 ? [] : [section(end)]),
  ];
  const counted = sections.map(({ furniture, bookmark }) =>
    bookmark === undefined ? {} : { bookmark, from: JSON.stringify([furniture, options]) },
  );
  return wordSections(sheet, options, date, { parts, sections, pageNumbers: pagesBySection(counted, work) });
}

function paperSection({ at, tab, sheet }: BookPaper, options: PrintOptions, parts: WordParts): WordSection {
  const place = { bookmark: at, outline: tab > 0 ? 1 : 0 };
  const children = paperContent(sheet, options, { parts, place });
  return { furniture: sheet, layout: 'paper', children, bookmark: at };
}

const heading = (text: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore,
    children: [new TextRun({ text: writable(text) })],
  });

/** A line that leads to a paper. */
const linked = (at: string, text: string): InternalHyperlink =>
  new InternalHyperlink({ anchor: at, children: [new TextRun({ text: writable(text) })] });

/** The page on which a paper begins: a field, which the word processor counts anew. */
const pageCell = (at: string): WordCell => ({
  children:
    at === ''
      ? []
      : [
          new Paragraph({
            style: STYLE.cell,
            alignment: 'right',
            children: [new PageReference(at, { hyperlink: true })],
          }),
        ],
});

/** Symbol, title, from, mark, page. */
const CONTENTS = [24, 64, 43, 28, 11] as const;

function contentsOf(contents: BookContents, { blackAndWhite }: PrintOptions, width: number): WordChild[] {
  const rows = contents.sections.flatMap(({ name, rows: under }): WordRow[] => [
    ...(name === ''
      ? []
      : [{ cells: [cellOf([{ text: name, run: { bold: true } }], { span: 5, staysWithNext: true })] }]),
    ...under.map((row) => ({
      cells: [
        symbolCell(row),
        titleCell(row),
        oneLine(row.from, { color: SECOND }),
        row.mark === '' ? oneLine('\u2013') : markCell(row.mark, blackAndWhite),
        pageCell(row.at),
      ],
    })),
  ]);
  return [
    heading(contents.heading, true),
    wordLine(contents.note, { color: SECOND }),
    wordTable([headRow(contents.columns, 4), ...rows], { widths: CONTENTS, width }),
    between(8),
    wordLine(contents.closing, { color: SECOND }),
  ];
}

/** As in the text of a paper, a bar stands beside what changed. */
const symbolCell = ({ symbol, changed }: BookContentsRow): WordCell => ({
  children: [
    new Paragraph({
      style: STYLE.cell,
      ...(changed && { border: { left: { style: BorderStyle.SINGLE, size: 12, color: INK, space: 4 } } }),
      children: [new TextRun({ text: writable(symbol), bold: true })],
    }),
  ],
});

const titleCell = ({ at, title, word }: BookContentsRow): WordCell => ({
  children: [
    new Paragraph({
      style: STYLE.cell,
      children: [
        at === '' ? new TextRun({ text: writable(title), italics: true, color: SECOND }) : linked(at, title),
        ...(word === '' ? [] : [new TextRun({ text: `\u2002${word}`, bold: true })]),
      ],
    }),
  ],
});

/** Papers by their symbols, with their pages where they are in the book. */
function shortRows(rows: readonly Row[], width: number): (Paragraph | Table)[] {
  if (rows.length === 0) return [];
  const made = rows.map(({ at, symbol, title }) => ({
    cells: [
      oneLine(symbol, { bold: true }),
      {
        children: [
          new Paragraph({
            style: STYLE.cell,
            children: [at === '' ? new TextRun(writable(title)) : linked(at, title)],
          }),
        ],
      },
      pageCell(at),
    ],
  }));
  return [wordTable(made, { widths: [24, 135, 11], width }), between(8)];
}

function newsOf(news: BookNews | undefined, width: number): WordChild[] {
  if (news === undefined) return [];
  return [
    heading(news.heading),
    ...(news.groups.length === 0 ? [wordLine(news.none, { color: SECOND })] : []),
    ...news.groups.flatMap((group) => [wordLine(group.heading, { bold: true }), ...shortRows(group.rows, width)]),
  ];
}

function tabOf({ word, name, rows }: BookTab, width: number): WordChild[] {
  return [
    new Paragraph({ style: STYLE.label, spacing: { before: 2000 }, children: [new TextRun({ text: writable(word) })] }),
    heading(name),
    ...shortRows(rows, width),
  ];
}

function attachmentsOf(attachments: BookAttachments | undefined, width: number): WordChild[] {
  if (attachments === undefined) return [];
  const rows = attachments.rows.map(({ symbol, name, size, digest }) => ({
    cells: [oneLine(symbol, { bold: true }), oneLine(name), oneLine(size, {}, 'right'), oneLine(digest)],
  }));
  return [
    heading(attachments.heading),
    wordLine(attachments.note, { color: SECOND }),
    wordTable([headRow(attachments.columns), ...rows], { widths: [24, 80, 22, 44], width }),
    between(8),
  ];
}

/** Each country with the papers that name it or are linked to it: their pages are not set yet. */
function indexOf({ index, parts }: DossierSheet, { language }: PrintOptions, width: number): WordChild[] {
  if (index === undefined) return [];
  const papers = parts.flatMap((part) =>
    part.type === 'paper' ? [{ ...part, named: new Set([...part.entries, ...entriesIn(part.sheet.blocks)]) }] : [],
  );
  const rows = index.names.flatMap((name, entry): WordRow[] => {
    const naming = papers.filter(({ named }) => named.has(entry));
    if (naming.length === 0) return [];
    const links = naming.flatMap(({ at, sheet: { symbols, title } }, which) => [
      ...(which === 0 ? [] : [new TextRun(', ')]),
      linked(at, symbols[0] ?? title),
    ]);
    return [{ cells: [oneLine(name), { children: [new Paragraph({ style: STYLE.cell, children: links })] }] }];
  });
  return [
    heading(index.heading),
    wordLine(dossierWords(language).indexByPaper, { color: SECOND }),
    wordTable(rows, { widths: [60, 110], width }),
  ];
}
