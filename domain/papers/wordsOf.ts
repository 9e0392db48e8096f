import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import { BAR, PLACE_SIGN } from './plainText.ts';
import type { Document } from './richText.ts';

/** What separates the words of two blocks. */
const APART = '\n';

/**
 * The text of a document as a reader meets it: captions before their tables, footnotes where they are called, blocks
 * on lines of their own. Parts that this version does not know count with the text inside them.
 */
export function textOf(document: Document): string {
  return written(document, [' ', ' ']);
}

/** As `textOf`, for reading alone: footnotes stand in brackets where they are called, so that no sentence runs into one. */
export function readableText(document: Document): string {
  return written(document, [' [', ']']);
}

/** What stands before and after a footnote. */
type AroundNotes = readonly [string, string];

function written(document: Document, around: AroundNotes): string {
  const pieces: string[] = [];
  for (const block of document.content) collect(block, pieces, around);
  return pieces.join('').trim();
}

/** The words of a document in reading order: runs of letters, digits and the marks inside them (it's, AMBER+STRICT). */
export function wordsOf(document: Document): string[] {
  return wordsIn(textOf(document));
}

/** Whether a document has anything but empty paragraphs. */
export function hasContent({ content }: Document): boolean {
  return content.some(
    (block) => block.type !== 'paragraph' || (Array.isArray(block.content) && block.content.length > 0),
  );
}

/** The words of a plain text: what stands between white space, when it has a letter or a digit in it. */
export function wordsIn(plain: string): string[] {
  return plain.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** How many words a document has, footnotes and tables included. */
export function wordCount(document: Document): number {
  return wordsOf(document).length;
}

const INLINE = new Set(['text', 'hardBreak', 'footnote', 'redacted', 'crossReference']);

function collect(node: Json, pieces: string[], around: AroundNotes): void {
  if (!isJsonObject(node)) return;
  if (typeof node.text === 'string') pieces.push(node.text);
  if (node.type === 'hardBreak') pieces.push(APART);
  if (node.type === 'redacted') pieces.push(BAR);
  if (node.type === 'crossReference') pieces.push(PLACE_SIGN);
  const inline = INLINE.has(text(node.type));
  const caption = captionOf(node);
  if (caption !== '') pieces.push(caption, APART);
  const isNote = node.type === 'footnote';
  if (isNote) pieces.push(around[0]);
  if (Array.isArray(node.content)) for (const child of node.content) collect(child, pieces, around);
  if (isNote) pieces.push(around[1]);
  if (!inline) pieces.push(APART);
}

function captionOf(node: JsonObject): string {
  return node.type === 'table' && isJsonObject(node.attrs) ? text(node.attrs.caption) : '';
}
