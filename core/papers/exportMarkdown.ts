import type { BlockContent, FootnoteDefinition, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { AmberdeskError } from '../../domain/errors.ts';
import { unknownParts } from '../../domain/papers/checkDocument.ts';
import { figureOf } from '../../domain/papers/figures.ts';
import type { Document } from '../../domain/papers/richText.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from '../../domain/records/json.ts';
import { count, objects, text } from '../../domain/records/text.ts';
import type { ImportedPortion } from './importMarkdown.ts';

/** A paper that is to be written as Markdown. Portions without a body here keep their placeholder. */
export interface PaperText {
  title: string;
  document: Document;
  portions: readonly ImportedPortion[];
}

const writer = unified().use(remarkGfm, { firstLineBlank: false, tablePipeAlign: false }).use(remarkStringify, {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
  fences: true,
});

/**
 * The Markdown of a paper, in the form that `importMarkdown` reads: importing it again gives the same title, document
 * and portions, but for ids. Cells of tables keep text and breaks. Throws `paper.unknownNodes` for a document with
 * parts that this version does not know.
 */
export function exportMarkdown(paper: PaperText): string {
  const title = paper.title.replace(/\s+/g, ' ').trim();
  const heading: RootContent[] =
    title === '' ? [] : [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }];
  return write(paper.document, heading, paper.portions);
}

function write(document: Document, before: RootContent[], portions: readonly ImportedPortion[]): string {
  const unknown = unknownParts(document);
  if (unknown.length > 0) throw new AmberdeskError('paper.unknownNodes', { paths: unknown.slice(0, 20) });
  const footnotes: FootnoteDefinition[] = [];
  const lower = lowering(document);
  const blocks = document.content.flatMap((block): RootContent[] => {
    if (block.type === 'portion') return [portionContainer(block, portions)];
    const level = count(block.attrs.level) + lower;
    return markedBlock(block.type === 'heading' ? { ...block, attrs: { ...block.attrs, level } } : block, footnotes);
  });
  return writer.stringify({ type: 'root', children: [...before, ...blocks, ...footnotes] });
}

/** By how many levels headings are written lower, so that the title alone stands on the first. */
function lowering(document: Document): number {
  const levels = document.content.filter(({ type }) => type === 'heading').map(({ attrs }) => count(attrs.level));
  return Math.max(...levels) < 6 ? 1 : 0;
}

function portionContainer(block: JsonObject, portions: readonly ImportedPortion[]): RootContent {
  const attrs = attrsOf(block);
  const portion = portions.find((one) => one.placeholder === attrs.placeholder);
  const read = text(attrs.readAt) === '' ? '' : ` read="${text(attrs.readAt).replaceAll('"', '”')}"`;
  const lines = count(attrs.lines) > 0 ? ` lines=${count(attrs.lines)}` : '';
  const opening = `:::portion ${text(attrs.label)}${read}${lines} placeholder="${text(attrs.placeholder)}"`;
  const body = portion === undefined ? '' : write(portion.body, [], []).replace(/^:::/gm, '\\:::');
  return { type: 'html', value: `${opening}\n${body}:::` };
}

function markedBlock(block: JsonObject, footnotes: FootnoteDefinition[]): RootContent[] {
  const mark = text(attrsOf(block).mark);
  const written = blockOf(block, footnotes);
  if (mark === '') return written;
  const sign = `{${mark}}`;
  const [first, ...rest] = written;
  if (first !== undefined && (block.type === 'paragraph' || block.type === 'heading') && 'children' in first) {
    if (first.type === 'paragraph' || first.type === 'heading') {
      return [{ ...first, children: [{ type: 'text', value: `${sign} ` }, ...first.children] }, ...rest];
    }
  }
  return [{ type: 'paragraph', children: [{ type: 'text', value: sign }] }, ...written];
}

function blockOf(node: JsonObject, footnotes: FootnoteDefinition[]): BlockContent[] {
  const attrs = attrsOf(node);
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: inlineOf(objects(node.content), footnotes) }];
    case 'heading':
      return [{ type: 'heading', depth: depthOf(count(attrs.level)), children: lineOf(node, footnotes) }];
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(node, footnotes) }];
    case 'bulletList':
      return [{ type: 'list', ordered: false, spread: false, children: itemsOf(node, footnotes) }];
    case 'orderedList': {
      const start = typeof attrs.start === 'number' ? attrs.start : 1;
      return [{ type: 'list', ordered: true, start, spread: false, children: itemsOf(node, footnotes) }];
    }
    case 'codeBlock': {
      const value = objects(node.content)
        .map((child) => text(child.text))
        .join('');
      return [{ type: 'code', lang: text(attrs.language) || null, value }];
    }
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }];
    case 'figure': {
      // The picture stands beside the text, by its digest; what there is to see and the caption are in it.
      const { file, alt } = figureOf(node);
      const caption = inlineOf(objects(node.content), footnotes);
      return [
        { type: 'paragraph', children: [{ type: 'image', url: `attachment:${file}`, alt }] },
        ...(caption.length === 0 ? [] : [{ type: 'paragraph' as const, children: caption }]),
      ];
    }
    case 'table':
      return tableOf(node, footnotes);
    default:
      return [];
  }
}

function blocksOf(node: JsonObject, footnotes: FootnoteDefinition[]): BlockContent[] {
  return objects(node.content).flatMap((child) => blockOf(child, footnotes));
}

function itemsOf(node: JsonObject, footnotes: FootnoteDefinition[]): ListItem[] {
  return objects(node.content).map((item) => ({
    type: 'listItem',
    spread: false,
    children: blocksOf(item, footnotes),
  }));
}

function tableOf(node: JsonObject, footnotes: FootnoteDefinition[]): BlockContent[] {
  const rows = objects(node.content);
  const align = objects(rows[0]?.content).map((cell) => alignOf(text(attrsOf(cell).align)));
  const children = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: objects(row.content).map((cell) => ({ type: 'tableCell', children: cellOf(cell, footnotes) })),
    }),
  );
  const caption = text(attrsOf(node).caption);
  const table: BlockContent = { type: 'table', align, children };
  return caption === ''
    ? [table]
    : [{ type: 'paragraph', children: [{ type: 'text', value: `Table: ${caption}` }] }, table];
}

/** Paragraphs of a cell in one line. */
function cellOf(cell: JsonObject, footnotes: FootnoteDefinition[]): PhrasingContent[] {
  return objects(cell.content).flatMap((child, index) => [
    ...(index === 0 ? [] : [LINE_BREAK]),
    ...lineOf(child, footnotes),
  ]);
}

const LINE_BREAK: PhrasingContent = { type: 'html', value: '<br>' };

/** Inline content that must stay on one line: breaks are written as `<br>`. */
function lineOf(node: JsonObject, footnotes: FootnoteDefinition[]): PhrasingContent[] {
  return inlineOf(objects(node.content), footnotes, LINE_BREAK);
}

function inlineOf(
  nodes: readonly JsonObject[],
  footnotes: FootnoteDefinition[],
  lineBreak: PhrasingContent = { type: 'break' },
): PhrasingContent[] {
  const leaf = (node: JsonObject): PhrasingContent => {
    if (node.type === 'hardBreak') return lineBreak;
    if (node.type === 'redacted') return { type: 'html', value: '<redacted/>' };
    if (node.type === 'footnote') return footnoteOf(node, footnotes);
    return hasMark(node, 'code')
      ? { type: 'inlineCode', value: text(node.text) }
      : { type: 'text', value: text(node.text) };
  };
  return nested(nodes, 0, leaf);
}

function footnoteOf(node: JsonObject, footnotes: FootnoteDefinition[]): PhrasingContent {
  const identifier = String(footnotes.length + 1);
  const definition: FootnoteDefinition = { type: 'footnoteDefinition', identifier, label: identifier, children: [] };
  footnotes.push(definition);
  definition.children.push({ type: 'paragraph', children: inlineOf(objects(node.content), footnotes) });
  return { type: 'footnoteReference', identifier, label: identifier };
}

/** Marks from the outermost to the innermost. */
const OUTER_TO_INNER = ['recordLink', 'link', 'bold', 'italic', 'strike', 'superscript', 'subscript'];

/** Text that shares a mark stands inside one node of it. */
function nested(
  nodes: readonly JsonObject[],
  level: number,
  leaf: (node: JsonObject) => PhrasingContent,
): PhrasingContent[] {
  const type = OUTER_TO_INNER[level];
  if (type === undefined) return nodes.map(leaf);
  const result: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; ) {
    const mark = markOf(nodes[index], type);
    let end = index + 1;
    while (end < nodes.length && sameJson(markOf(nodes[end], type), mark)) end += 1;
    const inside = nested(nodes.slice(index, end), level + 1, leaf);
    result.push(...(mark === undefined ? inside : wrap(mark, inside)));
    index = end;
  }
  return result;
}

function wrap(mark: JsonObject, children: PhrasingContent[]): PhrasingContent[] {
  const attrs = attrsOf(mark);
  switch (mark.type) {
    case 'bold':
      return [{ type: 'strong', children }];
    case 'italic':
      return [{ type: 'emphasis', children }];
    case 'strike':
      return [{ type: 'delete', children }];
    case 'superscript':
      return [{ type: 'html', value: '<sup>' }, ...children, { type: 'html', value: '</sup>' }];
    case 'subscript':
      return [{ type: 'html', value: '<sub>' }, ...children, { type: 'html', value: '</sub>' }];
    case 'recordLink':
      return [{ type: 'link', url: `record:${text(attrs.record)}`, children }];
    default:
      return [{ type: 'link', url: text(attrs.href), children }];
  }
}

function markOf(node: JsonObject | undefined, type: string): JsonObject | undefined {
  return objects(node?.marks).find((mark) => mark.type === type);
}

function hasMark(node: JsonObject, type: string): boolean {
  return markOf(node, type) !== undefined;
}

function attrsOf(node: Json | undefined): JsonObject {
  return isJsonObject(node) && isJsonObject(node.attrs) ? node.attrs : {};
}

function alignOf(align: string): 'left' | 'right' | 'center' | null {
  return align === 'left' || align === 'right' || align === 'center' ? align : null;
}

function depthOf(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  const depths = [1, 2, 3, 4, 5, 6] as const;
  return depths[level - 1] ?? 6;
}
