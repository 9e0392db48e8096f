import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { PrintLanguage } from '../../../domain/documents/printRequest.ts';
import type { Inline } from '../../../domain/documents/sheets.ts';
import type { WordPlaces } from './wordPlaces.ts';
import { LANGUAGES, MONO, SANS } from './wordStyles.ts';

/** Footnotes as they are met, by their number from 1. */
export type Footnotes = Record<string, { readonly children: readonly Paragraph[] }>;

export interface InlineOptions {
  readonly footnotes: Footnotes;
  /** The word that stands in the bar of what was blacked out. */
  readonly redacted: string;
  readonly rightToLeft: boolean;
  readonly places: WordPlaces;
  /** The language of the text, where it is not that of the file. */
  readonly language?: PrintLanguage | undefined;
}

/** Inline content as Word has it: runs with their marks, links that can be followed, footnotes. */
export function wordInlines(inlines: readonly Inline[], options: InlineOptions): ParagraphChild[] {
  return inlines.map((inline) => wordInline(inline, options));
}

function wordInline(inline: Inline, options: InlineOptions): ParagraphChild {
  switch (inline.type) {
    case 'text': {
      const run = new TextRun({
        text: writable(inline.text),
        ...marked(inline.marks),
        ...(options.rightToLeft && { rightToLeft: true }),
        ...(options.language !== undefined && { language: { value: LANGUAGES[options.language] } }),
      });
      const place = options.places.nameOf(inline.to);
      if (place !== undefined) return new InternalHyperlink({ anchor: place, children: [run] });
      return inline.href === '' ? run : new ExternalHyperlink({ link: inline.href, children: [run] });
    }
    case 'break':
      return new TextRun({ break: 1 });
    case 'redacted':
      return bar(options.redacted);
    case 'footnote': {
      const number = Object.keys(options.footnotes).length + 1;
      // Its place is taken before its text is made: that may hold none itself.
      options.footnotes[number] = { children: [] };
      const children = wordInlines(inline.body, options);
      options.footnotes[number] = { children: [new Paragraph({ style: 'FootnoteText', children })] };
      return new FootnoteReferenceRun(number);
    }
  }
}

function marked(marks: readonly string[]): Partial<IRunOptions> {
  const has = (mark: string) => marks.includes(mark);
  return {
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italics: true }),
    ...(has('strike') && { strike: true }),
    ...(has('superscript') && { superScript: true }),
    ...(has('subscript') && { subScript: true }),
    ...(has('citation') && { font: SANS, size: 18 }),
    ...(has('code') && { font: MONO }),
  };
}

/** The bar of a passage that was blacked out: its word is text, so that it is read aloud and copied; nothing else is there. */
function bar(word: string): TextRun {
  return new TextRun({
    text: `\u00A0${word}\u00A0`,
    font: SANS,
    size: 16,
    color: 'FFFFFF',
    shading: { type: 'clear', fill: '000000', color: 'auto' },
  });
}

/** Text without the characters that XML cannot hold: control characters and halves of pairs. */
export const writable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
