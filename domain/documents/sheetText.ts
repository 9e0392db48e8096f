import { BAR } from '../papers/plainText.ts';
import type { PrintLanguage } from './printRequest.ts';
import type { AgendaRow, AgendaSheet, Inline, PaperSheet, SheetBlock, SheetTable } from './sheets.ts';

/*
 * Sheets as plain text, for the clipboard: the words that the printed page has, in its order and with its numbers.
 */

/** An agenda in lines: where and when, sessions with their hours, items with their numbers and papers. */
export function agendaText(sheet: AgendaSheet): string {
  const days = sheet.days.map((day) =>
    lines([
      [day.name, day.date].filter(said).join(', '),
      day.note,
      ...day.parts.flatMap((part) =>
        part.type === 'gap'
          ? [spaced(part.time, part.title)]
          : [
              '',
              spaced(part.span, part.heading, part.attendance),
              ...part.rows.map((row) =>
                row.type === 'break' ? spaced(row.time, row.title, minutes(row.minutes)) : rowText(row),
              ),
            ],
      ),
    ]),
  );
  const facts = sheet.facts.map(({ label, lines: told }) => named(label, told.join(', '), sheet.language));
  return paragraphs([
    lines([sheet.exercise, sheet.label, spaced(sheet.symbol, sheet.title), sheet.subtitle]),
    lines(facts),
    ...days,
  ]);
}

function rowText({
  time,
  number,
  openNumber,
  title,
  leads,
  purposeWord,
  papers,
  minutes: long,
  links,
}: AgendaRow): string {
  const name = number === '' || openNumber === '' ? number : `${number} (${openNumber})`;
  const more = [leads, purposeWord, papers.join(', '), minutes(long), ...links].filter(said).join('; ');
  return spaced(time, name, more === '' ? title : `${title} (${more})`);
}

const minutes = (count: string): string => (count === '' ? '' : `${count} min`);

/** A paper in lines: its head, what is asked, its paragraphs with their numbers and marks, its footnotes at the end. */
export function paperText(sheet: PaperSheet): string {
  const facts = sheet.facts.filter(({ label }) => label !== '');
  const notes: string[] = [];
  const body = sheet.blocks.map((block) => blockLines(block, '', notes).join('\n'));
  return paragraphs([
    lines([sheet.exercise, sheet.label, spaced(sheet.symbols.join(', '), sheet.title)]),
    lines(facts.map(({ label, lines: told }) => named(label, told.filter(said).join(', '), sheet.language))),
    sheet.asks.points.length === 0
      ? ''
      : lines([sheet.asks.heading, ...sheet.asks.points.map(({ letter, text }) => spaced(letter, text))]),
    ...body,
    lines(notes),
  ]);
}

/** Some blocks of a paper alone, with its marks. */
export function blocksText(blocks: readonly SheetBlock[]): string {
  const notes: string[] = [];
  const body = blocks.map((block) => blockLines(block, '', notes).join('\n'));
  return paragraphs([...body, lines(notes)]);
}

function blockLines(block: SheetBlock, indent: string, notes: string[]): string[] {
  const mark = block.mark === '' ? '' : `(${block.mark})`;
  const put = (...parts: string[]) => `${indent}${spaced(...parts)}`;
  switch (block.type) {
    case 'paragraph':
      return [put(block.number === '' ? '' : `${block.number}.`, mark, inlineText(block.body, notes))];
    case 'heading':
      return [put(inlineText(block.body, notes))];
    case 'list':
      return block.items.flatMap((item, at) => {
        const sign = block.ordered ? `${block.start + at}.` : '–';
        const [first = '', ...rest] = item.flatMap((inner) => blockLines(inner, `${indent}   `, notes));
        return [`${indent}${spaced(sign, first.trimStart())}`, ...rest];
      });
    case 'quote':
      return block.content.flatMap((inner) => blockLines(inner, `${indent}> `, notes));
    case 'code':
      return block.lines.map((line) => `${indent}${line}`);
    case 'rule':
      return [`${indent}* * *`];
    case 'figure':
      return [put(mark, `[${block.alt}]`), put(block.number, inlineText(block.body, notes))];
    case 'table':
      return tableLines(block, indent, notes);
    case 'withheld':
      return [put(`${block.number}.`, mark, block.lead, block.text)];
  }
}

function tableLines(table: SheetTable, indent: string, notes: string[]): string[] {
  const caption = spaced(table.number, inlineText(table.caption, notes));
  const rows = [...table.headers, ...table.rows].map(
    (row) =>
      `${indent}${row.map((cell) => cell.body.flatMap((block) => blockLines(block, '', notes)).join(' ')).join('\t')}`,
  );
  return caption === '' ? rows : [`${indent}${caption}`, ...rows];
}

function inlineText(inlines: readonly Inline[], notes: string[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'break') return ' ';
      if (inline.type === 'redacted') return BAR;
      // Its place among the notes is taken before those that are in it.
      const at = notes.push('');
      notes[at - 1] = `[${at}] ${inlineText(inline.body, notes)}`;
      return ` [${at}]`;
    })
    .join('');
}

/** `From: Avaria`, with what stands before a colon in French. */
export const named = (label: string, words: string, language: PrintLanguage): string =>
  `${label}${language === 'fr' ? '\u00a0' : ''}: ${words}`;

const said = (part: string): boolean => part !== '';
const spaced = (...parts: string[]): string => parts.filter(said).join(' ');
const lines = (parts: readonly string[]): string =>
  parts
    .filter((part, at) => said(part) || at > 0)
    .join('\n')
    .trim();
const paragraphs = (parts: readonly string[]): string => parts.filter(said).join('\n\n');
