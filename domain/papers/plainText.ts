import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';

/**
 * The words of a document without their form, for search, counting and comparing: one line a block, list item, table
 * cell and footnote. Footnotes follow the block that calls them, so that they do not tear its phrases apart. Text in
 * nodes that this version does not know is there too. Gives the empty string for anything that is not a document.
 */
export function plainText(document: Json | undefined): string {
  if (!isJsonObject(document) || !Array.isArray(document.content)) return '';
  return document.content
    .map(blockText)
    .filter((line) => line !== '')
    .join('\n');
}

/** The words of one block, in the form of `plainText`. */
export function blockText(block: Json | undefined): string {
  const lines: Line[] = [{ text: '' }];
  const notes: Json[] = [];
  collect(block, lines, notes);
  const own = lines.map((line) => line.text.trim());
  return [...own, ...notes.map(noteText)].filter((line) => line !== '').join('\n');
}

interface Line {
  text: string;
}

/** The text of a footnote: its own content, as if it were a block. */
function noteText(note: Json): string {
  return isJsonObject(note) ? blockText({ ...note, type: 'paragraph' }) : '';
}

const INLINE = new Set(['text', 'hardBreak', 'footnote', 'redacted', 'crossReference']);
/** What stands for a passage that was blacked out: always as wide, and no word that could be searched for. */
export const BAR = '\u2588'.repeat(5);
/** What stands for a cross-reference, whose words are computed where it is shown. */
export const PLACE_SIGN = '\u2197';

function collect(node: Json | undefined, lines: Line[], notes: Json[]): void {
  if (!isJsonObject(node)) return;
  if (node.type === 'footnote') {
    notes.push(node);
    return;
  }
  const line = lines.at(-1);
  if (typeof node.text === 'string' && line !== undefined) line.text += node.text;
  if (node.type === 'hardBreak' && line !== undefined) line.text += ' ';
  if (node.type === 'redacted' && line !== undefined) line.text += BAR;
  if (node.type === 'crossReference' && line !== undefined) line.text += PLACE_SIGN;
  if (INLINE.has(text(node.type))) return;
  lines.push({ text: captionOf(node) }, { text: '' });
  if (Array.isArray(node.content)) for (const child of node.content) collect(child, lines, notes);
  lines.push({ text: '' });
}

function captionOf(node: JsonObject): string {
  if (!isJsonObject(node.attrs)) return '';
  return node.type === 'table' ? text(node.attrs.caption) : node.type === 'figure' ? text(node.attrs.alt) : '';
}
