import type { Block, Document, RichTextNode } from '../../domain/papers/richText.ts';
import { checkText } from '../load/decodeText.ts';
import type { ImportedPaper } from './importMarkdown.ts';
import { textNode } from './inlineContent.ts';

/**
 * Takes a plain text in: empty lines part paragraphs; numbers and signs before paragraphs stay in the text. A line end
 * inside a paragraph is kept where it means something: behind a short line, and before a number or bullet.
 * Throws `load.tooLarge` and `load.malformed` as `importMarkdown` does.
 */
export function importPlainText(text: string, options: { newId: () => string }): ImportedPaper {
  const paragraphs = checkText(text)
    .replace(/[\f\v\u0085]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are taken out
    .replace(/[\u0001-\u0008\u000E-\u001F\u007F-\u009F]/g, '')
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0);
  const document: Document = {
    type: 'doc',
    content: paragraphs.map(
      (lines): Block => ({ type: 'paragraph', attrs: { id: options.newId() }, content: content(lines) }),
    ),
  };
  return { document, portions: [], notes: [] };
}

const STARTS_A_LINE = /^([-–—•*·]|\(?[0-9a-z]{1,4}[.)])\s/i;

function content(lines: readonly string[]): RichTextNode[] {
  const longest = Math.max(...lines.map((line) => line.length));
  const nodes: RichTextNode[] = [];
  let running = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const breaks = before !== undefined && (before.length < longest * 0.6 || STARTS_A_LINE.test(line));
    if (breaks) {
      nodes.push(...textNode(running), { type: 'hardBreak' });
      running = line;
    } else running = before === undefined ? line : `${running} ${line}`;
  }
  return [...nodes, ...textNode(running)];
}
