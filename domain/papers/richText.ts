import { z } from 'zod';
import { LABELS } from '../handling/handling.ts';
import { isJson, type JsonObject } from '../records/json.ts';

/**
 * A document in the form of the editor (ProseMirror JSON). Top-level blocks carry `attrs.id`, a stable id by which
 * they merge and by which notes find them. Node types this version knows:
 *
 * inline: `text` (marks: `bold`, `italic`, `strike`, `code`, `superscript`, `subscript`, `link` {href},
 * `recordLink` {record; block: the place that its words are computed from, in what came through the gate alone}), `hardBreak`, `footnote` {id} whose content is inline, `redacted`: what stands for a passage that
 * was blacked out. It has nothing but its type. `crossReference` {record, block}: a place in a paper, the same or another, by
 * the stable id of its block; what it says is computed wherever it is shown (`places.ts`) and stands nowhere.
 *
 * blocks: `paragraph`, `heading` {level 1–6, section: what its section is for, by its id in `outlines.ts`; printed and exported nowhere}, `bulletList`, `orderedList` {start} > `listItem`, `blockquote`,
 * `codeBlock` {language}, `horizontalRule`, `table` {caption} > `tableRow` > `tableHeader` | `tableCell`
 * {align, colspan, rowspan}, `portion` {placeholder, label, lines, readAt}: what stands for a stricter paragraph, `figure`
 * {file, alt, width}: a picture among the record's attachments, by its digest, what there is to see, and its share of the
 * width of the text; its caption is inline content. It stands at the top only.
 *
 * Any top-level block may carry `attrs.mark` (a TLP label: the portion mark in the margin; only looser than the paper).
 */
export interface RichTextNode extends JsonObject {
  type: string;
}
export type Block = RichTextNode & { attrs: JsonObject & { id: string } };
export interface Document extends JsonObject {
  type: 'doc';
  content: Block[];
}

export const INLINE_NODES = ['text', 'hardBreak', 'footnote', 'redacted', 'crossReference'] as const;
export const BLOCK_NODES = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'portion',
  'figure',
] as const;
export const MARKS = ['bold', 'italic', 'strike', 'code', 'superscript', 'subscript', 'link', 'recordLink'] as const;

/** The mark a block may carry in the margin. */
export const PortionMark = z.enum(LABELS).exclude(['PRIVATE']);

/** A document: `doc` with blocks that have ids that differ. Nodes this version does not know are let through whole. */
export const RichText = z.custom<Document>((value) => {
  if (!isJson(value) || typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if (value.type !== 'doc' || !Array.isArray(value.content)) return false;
  const ids = value.content.map((block) =>
    typeof block === 'object' && block !== null && !Array.isArray(block) && typeof block.type === 'string'
      ? blockId(block)
      : undefined,
  );
  return !ids.includes(undefined) && new Set(ids).size === ids.length;
});

export function blockId(block: JsonObject): string | undefined {
  const attrs = block.attrs;
  if (typeof attrs !== 'object' || attrs === null || Array.isArray(attrs)) return undefined;
  return typeof attrs.id === 'string' && attrs.id !== '' ? attrs.id : undefined;
}
