import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readExerciseFiles } from '../../../core/exercise/exerciseFiles.ts';
import { textOfPaper } from '../../../core/exercise/exerciseRecords.ts';
import { LABELS } from '../../../domain/handling/handling.ts';
import { checkDocument } from '../../../domain/papers/checkDocument.ts';
import type { Block, Document } from '../../../domain/papers/richText.ts';
import { textOf, wordCount, wordsIn } from '../../../domain/papers/wordsOf.ts';

const files = readExerciseFiles();
const papers = files.meeting.papers.map((paper) => ({ ...paper, text: textOfPaper(paper, files) }));
const names = papers.map(({ number }) => number);

function paperOf(number: string) {
  const paper = papers.find((one) => one.number === number);
  if (paper === undefined) throw new Error(`There is no ${number}.`);
  return paper;
}

const blockText = (block: Block) => textOf({ type: 'doc', content: [block] });
const numbered = (document: Document) =>
  document.content.filter(({ type }) => type === 'paragraph' || type === 'portion');
const everything = ({ text, asks }: ReturnType<typeof paperOf>) =>
  [textOf(text.document), ...text.portions.map(({ body }) => textOf(body)), ...asks].join('\n');

describe.each(names)('%s', (number) => {
  const paper = paperOf(number);

  it('comes in whole, without notes, as a document that the editor can keep', () => {
    expect(paper.text.notes).toEqual([]);
    expect(checkDocument(paper.text.document)).toEqual([]);
    expect(paper.text.title).toMatch(/\S/);
  });

  it('has nothing unfinished in it', () => {
    expect(everything(paper)).not.toMatch(/\bTODO\b|\bTBD\b|\bTBC\b|XXX|\?\?|lorem|to be (added|written)|à compléter/i);
    expect(everything(paper)).not.toMatch(/\{|\}|\*\*|\[\^/);
    expect(files.paper(paper.file)).not.toMatch(/ {2}|\.\.(?!\.)| ,|\(\)|[“”]{2}/);
    for (const block of numbered(paper.text.document)) {
      if (block.type === 'paragraph') expect(blockText(block)).toMatch(/[.:;?!)»”\]]$/u);
    }
  });

  it('refers only to paragraphs, tables and papers that there are', () => {
    const text = everything(paper);
    const paragraphs = numbered(paper.text.document).length;
    for (const [, from, to] of text.matchAll(/paragraphs? (\d+)(?: to (\d+))?/g)) {
      expect(Number(to ?? from)).toBeLessThanOrEqual(paragraphs);
    }
    const tables = paper.text.document.content.filter(({ attrs }) => typeof attrs.caption === 'string').length;
    for (const [, table] of text.matchAll(/(?:[Tt]able|tableau) (\d+)/g))
      expect(Number(table)).toBeLessThanOrEqual(tables);
    for (const [symbol] of text.matchAll(/CB\/8\/\w+/g)) expect(names).toContain(symbol);
  });

  it('keeps its stricter portions apart, each with those who may read it', () => {
    const placeholders = paper.text.document.content.filter(({ type }) => type === 'portion');
    expect(placeholders.map(({ attrs }) => attrs.placeholder)).toEqual(
      paper.text.portions.map(({ placeholder }) => placeholder),
    );
    expect(paper.portions).toHaveLength(paper.text.portions.length);
    const open = textOf(paper.text.document);
    for (const [index, portion] of paper.text.portions.entries()) {
      expect(LABELS.indexOf(portion.label)).toBeLessThan(LABELS.indexOf(paper.label));
      expect('persons' in (paper.portions[index] ?? {})).toBe(portion.label === 'TLP:RED');
      for (const sentence of textOf(portion.body).split(/[.:;]\s/)) expect(open).not.toContain(sentence.trim());
    }
  });
});

describe('the papers of the exercise', () => {
  it('have between 600 and 2,000 words, annexes fewer, and each a table with a caption', () => {
    for (const { number, type, text } of papers) {
      const words = wordCount(text.document);
      expect(words, `${number} has ${words} words`).toBeGreaterThan(type === 'annex' ? 250 : 600);
      expect(words, `${number} has ${words} words`).toBeLessThan(type === 'annex' ? 700 : 2000);
      expect(
        text.document.content.some(({ attrs }) => typeof attrs.caption === 'string'),
        number,
      ).toBe(true);
    }
  });

  it('have footnotes, portion marks, and portions of both stricter labels', () => {
    const documents = papers.map(({ text }) => JSON.stringify(text.document));
    expect(documents.filter((document) => document.includes('"footnote"')).length).toBeGreaterThanOrEqual(8);
    expect(documents.filter((document) => document.includes('"mark":"TLP:GREEN"')).length).toBeGreaterThanOrEqual(2);
    const labels = papers.flatMap(({ text }) => text.portions.map(({ label }) => label));
    expect(new Set(labels)).toEqual(new Set(['TLP:RED', 'TLP:AMBER+STRICT']));
  });

  it('grade every report that they cite, and always alike', () => {
    const grades = new Map<string, Set<string>>();
    for (const paper of papers) {
      for (const [, report = '', grade = ''] of everything(paper).matchAll(/\[(R-\d{4})(?: · ([A-F][1-6]))?\]/g)) {
        grades.set(report, (grades.get(report) ?? new Set()).add(grade));
      }
    }
    expect(grades.size).toBeGreaterThan(20);
    for (const [report, given] of grades)
      expect([report, [...given].join()]).toEqual([report, expect.stringMatching(/^[A-F][1-6]$/)]);
  });

  it('mention nothing closed where they are GREEN: no report, no closed paper, no country', () => {
    const green = papers.flatMap(({ label, text, asks }) =>
      label === 'TLP:GREEN'
        ? [textOf(text.document), ...asks]
        : text.document.content.filter(({ attrs }) => attrs.mark === 'TLP:GREEN').map(blockText),
    );
    expect(green.length).toBeGreaterThan(8);
    for (const words of green) expect(words).not.toMatch(/R-\d{4}|CB\/8\/\d|registry on request|Portion/);
    const open = papers
      .filter(({ label }) => label === 'TLP:GREEN')
      .map(
        ({ text, title = '' }: { text: { document: Document }; title?: string }) => `${title} ${textOf(text.document)}`,
      );
    expect(open).toHaveLength(2);
    for (const words of open)
      expect(words).not.toMatch(/Karsen|Ashlen|Dour|Hallin|Osk\b|Marren|Tavrel|Pellandria|Wessamar|Ishkora/);
  });

  it('are GREEN or CLEAR where they stand on an open item', () => {
    const open = new Set(files.meeting.sessions.filter(({ access }) => access === 'open').map(({ key }) => key));
    const used = files.meeting.items.flatMap((item) => ('papers' in item && open.has(item.session) ? item.papers : []));
    expect(used.length).toBeGreaterThan(0);
    for (const number of used) expect(['TLP:GREEN', 'TLP:CLEAR']).toContain(paperOf(number).label);
  });

  it('agree with the figures attached to them', () => {
    const rows = z
      .array(z.object({ month: z.string(), reports: z.coerce.number() }))
      .parse(parse(Buffer.from(files.attachment('reports-by-month.csv')), { columns: true }));
    const quarter = (months: readonly string[]) =>
      rows.filter(({ month }) => months.includes(month)).reduce((sum, { reports }) => sum + reports, 0);
    const table = textOf(paperOf('CB/8/4').text.document);
    const row = (province: string) =>
      new RegExp(`${province}\\n+(\\d+)\\n+(\\d+)\\n+(\\d+)\\n`).exec(table)?.slice(1, 4).map(Number) ?? [];
    const [dour, hallin] = [row('Dour'), row('Hallin')];
    expect(dour.map((reports, index) => reports + (hallin[index] ?? 0))).toEqual([
      quarter(['2026-07', '2026-08', '2026-09']),
      quarter(['2026-10', '2026-11', '2026-12']),
      quarter(['2027-01', '2027-02']),
    ]);
  });

  const SOURCES = fileURLToPath(new URL('../../../../shared/sources', import.meta.url));
  if (existsSync(SOURCES)) {
    it('copy no sentence of the source documents beside the project', () => {
      const runs = (text: string) => {
        const words = wordsIn(text.toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, ' '));
        return words.map((_, index) => words.slice(index, index + 8).join(' '));
      };
      const theirs = new Set(readdirSync(SOURCES).flatMap((name) => runs(readFileSync(join(SOURCES, name), 'utf8'))));
      const ours = papers.flatMap((paper) => runs(everything(paper)));
      expect(ours.filter((run) => theirs.has(run))).toEqual([]);
    });
  }
});
