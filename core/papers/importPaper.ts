import { basename, extname } from 'node:path';
import { decodeText } from '../load/decodeText.ts';
import { type ImportedPaper, type ImportOptions, importMarkdown } from './importMarkdown.ts';
import { importPlainText } from './importPlainText.ts';
import { refuseHugeTables } from './nestingLimits.ts';

/**
 * Takes in the bytes of a file as a paper: Markdown by its name (`.md`, `.markdown`) or its look, else plain text. The
 * title is the heading it begins with, or the name of the file. Errors as `decodeText` and
 * `importMarkdown`; tables beyond what a bundle holds are `load.tooLarge`.
 */
export function importPaper(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions,
): ImportedPaper & { title: string } {
  const text = decodeText(bytes);
  const extension = extname(name).toLowerCase();
  const markdown = extension === '.md' || extension === '.markdown' || looksLikeMarkdown(text);
  if (markdown) refuseHugeTables(text);
  const paper = markdown ? importMarkdown(text, options) : importPlainText(text, options);
  return { ...paper, title: paper.title ?? titleFromName(name) };
}

const SIGNS = [
  /^#{1,6} \S/m,
  /\*\*\S[^*\n]*\*\*/,
  /\]\(<?(https?:|mailto:)/,
  /^\|? ?:?-{3,}:? ?\|/m,
  /^\[\^[^\]\n]+\]:/m,
  /^:::portion\b/m,
];

/** Whether a text has the signs of Markdown in it: headings, strong words, links, tables, footnotes. */
export function looksLikeMarkdown(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}

/** What a paper is called that does not say it itself. */
export function titleFromName(name: string): string {
  const bare = basename(name, extname(name)).replace(/[_-]+/g, ' ').trim();
  return bare === '' ? 'Paper' : bare.charAt(0).toUpperCase() + bare.slice(1);
}
