import type { Label } from '../../domain/handling/handling.ts';
import type { JsonObject } from '../../domain/records/json.ts';

/** A text node, with marks by name. */
export function words(text: string, ...marks: string[]): JsonObject {
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: marks.map((type) => ({ type })) };
}

export function paragraph(id: string, ...content: JsonObject[]): JsonObject {
  return { type: 'paragraph', attrs: { id }, content };
}

export function markedParagraph(id: string, mark: Label, ...content: JsonObject[]): JsonObject {
  return { type: 'paragraph', attrs: { id, mark }, content };
}

export function footnote(text: string): JsonObject {
  return { type: 'footnote', attrs: { id: text.slice(0, 8) }, content: [words(text)] };
}

export function heading(id: string, text: string, level = 1): JsonObject {
  return { type: 'heading', attrs: { id, level }, content: [words(text)] };
}

/** A table: the first row is its header. */
export function table(
  id: string,
  caption: string,
  rows: readonly (readonly string[])[],
  align: readonly string[] = [],
): JsonObject {
  return {
    type: 'table',
    attrs: { id, caption },
    content: rows.map((row, at) => ({
      type: 'tableRow',
      content: row.map((text, column) => ({
        type: at === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align: align[column] ?? 'left' },
        content: [{ type: 'paragraph', content: text === '' ? [] : [words(text)] }],
      })),
    })),
  };
}
