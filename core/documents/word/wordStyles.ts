import { type IParagraphStyleOptions, type IStylesOptions, LevelFormat } from 'docx';
import type { PrintLanguage } from '../../../domain/documents/printRequest.ts';

/** Faces that Word and LibreOffice have, or have one as wide: a document is not to move when it is opened elsewhere. */
export const SERIF = 'Georgia';
export const SANS = 'Arial';
export const MONO = 'Courier New';

export const INK = '1B2A41';
export const SECOND = '4A5464';
export const RULES = '8B93A0';
export const HAIRLINE = 'CBD0D7';
export const AMBER = 'FFC000';
export const TINT = 'F1F3F5';

/** In twentieths of a point. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);
export const pt = (length: number): number => Math.round(length * 20);

/** The number of a paragraph stands this far left of the text. */
export const NUMBER_INDENT = mm(11);

/** Ids of the styles that are not Word's own. */
export const STYLE = {
  furniture: 'Furniture',
  fact: 'Fact',
  label: 'FactLabel',
  numbered: 'NumberedParagraph',
  quote: 'Quotation',
  code: 'CodeLines',
  withheld: 'Withheld',
  cell: 'TableText',
  caption: 'TableCaption',
  figure: 'FigurePicture',
  figureCaption: 'FigureCaption',
  symbol: 'Symbol',
  asked: 'PointAsked',
  rule: 'HorizontalLine',
} as const;

const HEADINGS = [
  { size: 28, before: 24, after: 8, italics: false },
  { size: 24, before: 20, after: 7, italics: false },
  { size: 22, before: 17, after: 6, italics: false },
  { size: 22, before: 16, after: 6, italics: true },
  { size: 22, before: 16, after: 6, italics: true },
  { size: 21, before: 16, after: 6, italics: true },
] as const;

/** As Word names them. */
export const LANGUAGES: Readonly<Record<PrintLanguage, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** A later paragraph of an item of a list this deep. */
export const continues = (level: number): string => `ListContinue${level === 0 ? '' : level + 1}`;

/** The look of a paper (`print-measures.md`) in Word's styles, so that whoever works on it changes a style and not a hundred runs. */
export function wordStyles(language: PrintLanguage): IStylesOptions {
  const headings = Object.fromEntries(
    HEADINGS.map(({ size, before, after, italics }, at) => [
      `heading${at + 1}`,
      {
        run: { font: SERIF, size, bold: at < 5, italics, color: INK },
        paragraph: { keepNext: true, spacing: { before: pt(before), after: pt(after) } },
      },
    ]),
  );
  const style = (id: string, name: string, options: Partial<IParagraphStyleOptions>): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...options,
  });
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, color: INK, language: { value: LANGUAGES[language] } },
        paragraph: { spacing: { after: pt(9), line: 300, lineRule: 'auto' } },
      },
      title: {
        run: { font: SERIF, size: 52, bold: false, color: INK },
        paragraph: { keepNext: true, spacing: { before: pt(4), after: pt(12), line: 264, lineRule: 'auto' } },
      },
      ...headings,
      hyperlink: { run: { color: INK, underline: {} } },
      footnoteText: {
        run: { font: SERIF, size: 18 },
        paragraph: { spacing: { after: pt(3), line: 240, lineRule: 'auto' } },
      },
    },
    paragraphStyles: [
      style(STYLE.furniture, 'Page furniture', {
        run: { font: SANS, size: 16, color: SECOND },
        paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
      }),
      style(STYLE.symbol, 'Symbol', {
        run: { font: SANS, size: 20, bold: true, color: SECOND },
        paragraph: { keepNext: true, spacing: { before: pt(6), after: pt(2), line: 240, lineRule: 'auto' } },
      }),
      style(STYLE.label, 'Fact label', {
        run: { font: SANS, size: 14, bold: true, allCaps: true, characterSpacing: 12, color: SECOND },
        paragraph: { keepNext: true, spacing: { after: pt(1), line: 240, lineRule: 'auto' } },
      }),
      style(STYLE.fact, 'Fact', {
        run: { font: SANS, size: 19 },
        paragraph: { spacing: { after: pt(2), line: 250, lineRule: 'auto' } },
      }),
      style(STYLE.numbered, 'Numbered paragraph', {
        // The text begins where the tab after the number leads: at the indent.
        paragraph: { indent: { left: 0, hanging: NUMBER_INDENT } },
      }),
      style(STYLE.asked, 'Point asked', { paragraph: { indent: { left: mm(10), hanging: mm(8) } } }),
      ...Array.from({ length: 9 }, (_, level) =>
        style(continues(level), level === 0 ? 'List Continue' : `List Continue ${level + 1}`, {
          paragraph: { indent: { left: mm(7 * (level + 1)) } },
        }),
      ),
      style(STYLE.quote, 'Quotation', { paragraph: { indent: { left: mm(8), right: mm(8) } } }),
      style(STYLE.rule, 'Horizontal Line', {
        paragraph: {
          spacing: { after: pt(12) },
          border: { bottom: { style: 'single', size: 4, color: HAIRLINE, space: 6 } },
        },
      }),
      style(STYLE.code, 'Code', {
        run: { font: MONO, size: 19 },
        paragraph: { spacing: { after: pt(9), line: 250, lineRule: 'auto' } },
      }),
      style(STYLE.withheld, 'Withheld', {
        run: { font: SANS, size: 20, color: SECOND },
        paragraph: {
          spacing: { before: pt(6), after: pt(9), line: 260, lineRule: 'auto' },
          border: {
            top: { style: 'dashed', size: 6, color: RULES, space: 5 },
            bottom: { style: 'dashed', size: 6, color: RULES, space: 5 },
          },
        },
      }),
      style(STYLE.cell, 'Table text', {
        run: { font: SANS, size: 19 },
        paragraph: { spacing: { before: pt(2.5), after: pt(2.5), line: 245, lineRule: 'auto' } },
      }),
      style(STYLE.caption, 'Table caption', {
        run: { font: SANS, size: 18 },
        paragraph: { keepNext: true, spacing: { before: pt(10), after: pt(4), line: 245, lineRule: 'auto' } },
      }),
      style(STYLE.figure, 'Figure picture', {
        paragraph: { keepNext: true, spacing: { before: pt(10), after: pt(6), line: 240, lineRule: 'auto' } },
      }),
      style(STYLE.figureCaption, 'Figure caption', {
        run: { font: SANS, size: 18 },
        paragraph: { spacing: { after: pt(12), line: 245, lineRule: 'auto' } },
      }),
    ],
  };
}

/** The signs of a list that stands this deep, and begins to count there. */
export function listLevels(ordered: boolean, depth: number, start: number) {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: ordered ? `%${level + 1}.` : level % 2 === 0 ? '•' : '–',
    start: level === depth ? start : 1,
    style: { paragraph: { indent: { left: mm(7 * (level + 1)), hanging: mm(6) } } },
  }));
}
