import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importPaper } from '../../core/papers/importPaper.ts';
import { wordsIn, wordsOf } from '../../domain/papers/wordsOf.ts';
import { aLongPaper } from '../helpers/aLongPaper.ts';
import { amberdesk } from '../helpers/amberdesk.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';

const SOURCES = fileURLToPath(new URL('../../../shared/sources', import.meta.url));

const Result = z.object({
  records: z.number().min(50),
  conflicts: z.array(z.string()),
  papers: z.array(z.object({ name: z.string(), words: z.number(), file: z.string(), pages: z.number().positive() })),
  files: z.array(z.object({ file: z.string(), bytes: z.number().positive() })),
  seconds: z.number(),
});

function textOfPdf(file: string): string {
  const { stdout, status } = spawnSync('pdftotext', ['-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  expect(status, file).toBe(0);
  return stdout;
}

const pagesOfPdf = (file: string): string[] =>
  textOfPdf(file)
    .split('\f')
    .filter((page) => page.trim() !== '');

/** Whether the word stands on a page, or is divided between one page and the next. */
function isPrinted(word: string, pages: readonly string[]): boolean {
  if (pages.some((page) => page.includes(word))) return true;
  return pages.some((page, at) =>
    [...word].some((_, cut) => page.includes(word.slice(0, cut)) && (pages[at + 1] ?? '').includes(word.slice(cut))),
  );
}

/** The folder with documents as people have them, where it is there; else one of the project's own. */
function realPapers(folder: string): string {
  if (existsSync(SOURCES)) return SOURCES;
  mkdirSync(folder);
  writeFileSync(join(folder, 'long-paper.md'), aLongPaper());
  return folder;
}

/** Letters and digits only: line breaks, hyphens at line ends and ligatures are the printer's. */
function letters(words: readonly string[]): string {
  return words
    .join('')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

describe('the demonstration', () => {
  const folder = aLastingFolder();
  const out = join(folder, 'demo');
  const papers = realPapers(join(folder, 'papers'));
  const said = amberdesk(['--json', 'demo', '--out', out, '--papers', papers]);

  it('goes through to its end and lists what it made', () => {
    expect(said.stderr).toBe('');
    expect(said.code).toBe(0);
    const result = Result.parse(JSON.parse(said.stdout));
    const names = result.files.map(({ file }) => basename(file));
    for (const name of [
      'dossier-northmark.amber',
      'dossier-avaria.amber',
      'contribution-northmark.amber',
      'agenda-board.pdf',
      'agenda-open-session.pdf',
      'paper-board.pdf',
      'paper-open-session.pdf',
      'book-board.pdf',
      'book-northmark-copy-1.pdf',
      'book-open-session.pdf',
    ]) {
      expect(names).toContain(name);
    }
  });

  it('shows exactly one conflict, in words, with both texts', () => {
    const { conflicts } = Result.parse(JSON.parse(said.stdout));
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toContain('Northmark');
    expect(conflicts[0]).toContain('Secretariat');
  });

  it('heads every page of every document EXERCISE', () => {
    const printed = readdirSync(out).filter((name) => extname(name) === '.pdf');
    expect(printed).toHaveLength(8);
    for (const name of printed) {
      const pages = pagesOfPdf(join(out, name));
      expect(pages.length, name).toBeGreaterThan(0);
      for (const page of pages) expect(page.replace(/\s/g, ''), name).toMatch(/EXERCISE|EXERCICE/);
    }
  });

  it('names in the open session nothing of the closed sessions', () => {
    const open = ['agenda', 'paper', 'book'].map((what) => textOfPdf(join(out, `${what}-open-session.pdf`))).join('\n');
    expect(open).toContain('O1');
    expect(open).not.toMatch(/CLOSED|AMBER|CB\/8\/\d|Karsenia/);
    expect(textOfPdf(join(out, 'agenda-board.pdf'))).toMatch(/Karsenia/);
  });

  it('carries documents as people have them whole to paper', () => {
    const { papers: carried } = Result.parse(JSON.parse(said.stdout));
    const files = readdirSync(papers).filter((name) => ['.md', '.txt'].includes(extname(name)));
    expect(carried.map(({ name }) => name).sort()).toEqual(files.map((name) => basename(name, extname(name))).sort());
    for (const file of files) {
      let next = 0;
      const paper = importPaper(file, readFileSync(join(papers, file)), { newId: () => `block-${next++}` });
      const pages = pagesOfPdf(join(out, 'papers', `${basename(file, extname(file))}.pdf`)).map((page) =>
        letters(wordsIn(page)),
      );
      const words = wordsOf(paper.document).map((word) => letters([word]));
      expect(
        words.filter((word) => !isPrinted(word, pages)),
        file,
      ).toEqual([]);
      expect(pages.join('').length, file).toBeGreaterThanOrEqual(words.join('').length);
    }
  });

  it('refuses a folder that holds something else', () => {
    const refused = amberdesk(['demo', '--out', papers]);
    expect([refused.code, refused.stderr]).toEqual([7, expect.stringContaining('file.exists')]);
  });
});
