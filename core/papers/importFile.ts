import { extname } from 'node:path';
import type { ImportedPaper, ImportOptions } from './importMarkdown.ts';
import { importPaper, titleFromName } from './importPaper.ts';
import { importWord } from './word/importWord.ts';

/**
 * Takes in the bytes of a file as a paper: a Word file by its name (`.docx`) or its look, else Markdown or plain text.
 * Errors as `importWord` and `importPaper`.
 */
export async function importFile(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportedPaper & { title: string }> {
  const isWord = extname(name).toLowerCase() === '.docx' || ZIP.every((byte, at) => bytes[at] === byte);
  if (!isWord) return importPaper(name, bytes, options);
  const paper = await importWord(bytes, options);
  return { ...paper, title: paper.title ?? titleFromName(name) };
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
