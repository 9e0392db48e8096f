import { Paragraph, Tab, TableOfContents, TextRun } from 'docx';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { PaperSheet } from '../../../domain/documents/sheets.ts';
import { wordsFor } from '../../../domain/documents/words.ts';
import { type WordParts, wordBlocks } from './wordBlocks.ts';
import { textWidth, wordFile } from './wordFile.ts';
import { factsTable, wordLabelled, wordTitle } from './wordHead.ts';
import { writable } from './wordInlines.ts';
import { mm, pt, SECOND, STYLE } from './wordStyles.ts';

/** Headings from which on a paper has a table of contents. */
const CONTENTS_FROM = 4;

/**
 * A paper as a Word file: its styles, running head and foot with the mark in words, numbered paragraphs, portion marks,
 * bars beside what changed, tables with their heads, footnotes, links, and, where it has many headings, a table of
 * contents that the word processor fills in. Takes what the builder made of a release, and the day of that release; the
 * same sheet gives the same bytes. What Word cannot show as print does stands in the text all the same.
 */
export async function wordPaper(sheet: PaperSheet, options: PrintOptions, date: string): Promise<Buffer> {
  const width = textWidth(options, 'paper');
  const parts: WordParts = { footnotes: {}, lists: [] };
  const { redacted, symbols, title, handlingWords } = sheet;
  const body = wordBlocks(sheet.blocks, { ...parts, redacted, blackAndWhite: options.blackAndWhite, width });
  const headings = sheet.blocks.filter(({ type }) => type === 'heading').length;
  const children = [
    ...wordTitle({ symbol: symbols.join('\u2003'), title, handlingWords }),
    factsTable(sheet.facts, width),
    ...asksOf(sheet),
    ...(headings >= CONTENTS_FROM ? contentsOf(options) : []),
    ...body,
  ];
  return wordFile(sheet, options, date, { layout: 'paper', language: sheet.bodyLanguage, parts, children });
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
