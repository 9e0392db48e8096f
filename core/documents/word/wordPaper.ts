import { Paragraph, Tab, TableOfContents, TextRun } from 'docx';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { PaperSheet, SheetAnnex } from '../../../domain/documents/sheets.ts';
import { wordsFor } from '../../../domain/documents/words.ts';
import { type WordParts, wordBlocks } from './wordBlocks.ts';
import { textWidth, type WordChild, wordFile } from './wordFile.ts';
import { factsTable, type PlaceInBook, wordLabelled, wordLine, wordTitle } from './wordHead.ts';
import { writable } from './wordInlines.ts';
import { NO_PICTURES, pictureRun, type WordPictures } from './wordPictures.ts';
import { placesIn } from './wordPlaces.ts';
import { mm, pt, SECOND, STYLE } from './wordStyles.ts';

/** Headings from which on a paper has a table of contents. */
const CONTENTS_FROM = 4;

/**
 * A paper as a Word file: its styles, running head and foot with the mark in words, numbered paragraphs, portion marks,
 * bars beside what changed, tables with their heads, figures, footnotes, links, and, where it has many headings, a table of
 * contents that the word processor fills in. Takes what the builder made of a release, and the day of that release; the
 * same sheet gives the same bytes. What Word cannot show as print does stands in the text all the same.
 */
export async function wordPaper(
  sheet: PaperSheet,
  options: PrintOptions,
  date: string,
  pictures: WordPictures = NO_PICTURES,
): Promise<Buffer> {
  const parts: WordParts = { footnotes: {}, lists: [], pictures, places: placesIn(sheet) };
  const children = paperContent(sheet, options, { parts });
  return wordFile(sheet, options, date, { layout: 'paper', language: sheet.bodyLanguage, parts, children });
}

interface Where {
  readonly parts: WordParts;
  /** Where it stands in a book: that has contents of its own, and the language of its own words. */
  readonly place?: PlaceInBook;
}

/** What stands on the pages of a paper: its head, what is asked, its text, and the pictures beside it. */
export function paperContent(sheet: PaperSheet, options: PrintOptions, { parts, place }: Where): WordChild[] {
  const width = textWidth(options, 'paper');
  const { redacted, symbols, title, handlingWords, bodyLanguage, annexes = [] } = sheet;
  const { blackAndWhite } = options;
  const inBook = place !== undefined && {
    deeper: place.outline + 1,
    ...(bodyLanguage !== sheet.language && { language: bodyLanguage }),
  };
  const body = wordBlocks(sheet.blocks, { ...parts, redacted, blackAndWhite, width, ...inBook });
  const headings = sheet.blocks.filter(({ type }) => type === 'heading').length;
  return [
    ...wordTitle({ symbol: symbols.join('\u2003'), title, handlingWords, place }),
    factsTable(sheet.facts, width),
    ...asksOf(sheet),
    ...(place === undefined && headings >= CONTENTS_FROM ? contentsOf(options) : []),
    ...body,
    ...annexes.flatMap((annex) => annexOf(annex, parts.pictures, width)),
  ];
}

/** What the board is asked: (a), (b), (c). */
function asksOf({ asks: { heading, points } }: PaperSheet): Paragraph[] {
  if (points.length === 0) return [];
  return [
    wordLabelled(heading),
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

/** A picture that is bound in after the paper, on a page of its own. */
function annexOf({ number, name, file }: SheetAnnex, pictures: WordPictures, width: number): Paragraph[] {
  const picture = pictures.get(file);
  if (picture === undefined) return [];
  const shown = wordLine([number, name].join('\u2002'), { bold: true, newPage: true });
  return [
    shown,
    new Paragraph({
      style: STYLE.figure,
      keepNext: false,
      children: [pictureRun(picture, { name: number, alt: `${number}, ${name}`, width })],
    }),
  ];
}
