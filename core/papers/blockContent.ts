import type { Blockquote, Code, Html, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import type { RichTextNode } from '../../domain/papers/richText.ts';
import { isJsonObject, type JsonObject } from '../../domain/records/json.ts';
import { text } from '../../domain/records/text.ts';
import { isVerbatim, plainOf } from './htmlTags.ts';
import { type ImportState, lineOf, noteAt, sourceOf } from './importState.ts';
import { inlineContent, isPlain, plainText, textNode } from './inlineContent.ts';

/** Blocks without ids, in their order. Definitions give none: they stand where they are called. */
export function blockContent(nodes: readonly RootContent[], state: ImportState): RichTextNode[] {
  const blocks: RichTextNode[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) continue;
    const next = nodes[index + 1];
    const after = nodes[index + 2];
    const above = node.type === 'paragraph' && next?.type === 'table' && isCaption(node);
    const below = node.type === 'table' && next?.type === 'paragraph' && isCaption(next) && after?.type !== 'table';
    const made = above ? captioned(next, node, state) : below ? captioned(node, next, state) : block(node, state);
    if (above || below) index += 1;
    for (const one of made) state.lines.set(one, lineOf(node));
    blocks.push(...made);
  }
  return blocks;
}

/** Content of a list item, quotation or cell, where at least one block must stand. */
function filled(blocks: RichTextNode[]): RichTextNode[] {
  return blocks.length === 0 ? [{ type: 'paragraph', content: [] }] : blocks;
}

function block(node: RootContent, state: ImportState): RichTextNode[] {
  switch (node.type) {
    case 'paragraph': {
      const content = inlineContent(node.children, state);
      return content.length === 0 ? [] : [{ type: 'paragraph', content }];
    }
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.depth }, content: inlineContent(node.children, state) }];
    case 'blockquote':
      return [quotation(node, state)];
    case 'list':
      return lists(node, state);
    case 'table':
      return [table(node, '', state)];
    case 'code':
      return [codeBlock(node, state)];
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'html':
      return htmlBlocks(node, state);
    default:
      return [];
  }
}

function quotation(node: Blockquote, state: ImportState): RichTextNode {
  return { type: 'blockquote', content: filled(blockContent(node.children, state)) };
}

/**
 * A list as it reads. Where the numbers written jump, a new list begins at the number written, because papers are
 * cited by them; a list whose numbers are all the same is counted on.
 */
function lists(node: List, state: ImportState): RichTextNode[] {
  if (node.ordered !== true) {
    return [{ type: 'bulletList', content: node.children.map((item) => listItem(item, state)) }];
  }
  const written = node.children.map((item) => Number(/^\s*(\d+)/.exec(sourceOf(item, state))?.[1] ?? Number.NaN));
  const countedOn = written.every((number) => Number.isNaN(number) || number === written[0]);
  const result: { start: number; items: RichTextNode[] }[] = [];
  let expected = node.start ?? 1;
  for (const [index, item] of node.children.entries()) {
    const number = countedOn || Number.isNaN(written[index]) ? expected : (written[index] ?? expected);
    const current = result.at(-1);
    if (current === undefined || number !== expected) result.push({ start: number, items: [listItem(item, state)] });
    else current.items.push(listItem(item, state));
    expected = number + 1;
  }
  return result.map(({ start, items }) => ({ type: 'orderedList', attrs: { start }, content: items }));
}

function listItem(item: ListItem, state: ImportState): RichTextNode {
  const content = filled(blockContent(item.children, state));
  if (typeof item.checked !== 'boolean') return { type: 'listItem', content };
  noteAt(state, item, 'checkBox');
  const box = item.checked ? '[x] ' : '[ ] ';
  const [first, ...rest] = content;
  if (first?.type !== 'paragraph') {
    return { type: 'listItem', content: [{ type: 'paragraph', content: textNode(box.trim()) }, ...content] };
  }
  const inline = Array.isArray(first.content) ? first.content : [];
  return { type: 'listItem', content: [{ ...first, content: [...textNode(box), ...inline] }, ...rest] };
}

function table(node: Table, caption: string, state: ImportState): RichTextNode {
  const columns = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row, index): RichTextNode => {
    if (row.children.length > columns) noteAt(state, row, 'cell');
    const cells = row.children.map((cell, column): RichTextNode => {
      const align = node.align?.[column];
      const content = [{ type: 'paragraph', content: inlineContent(cell.children, state) }];
      const type = index === 0 ? 'tableHeader' : 'tableCell';
      return typeof align === 'string' ? { type, attrs: { align }, content } : { type, content };
    });
    while (cells.length < columns) {
      cells.push({ type: index === 0 ? 'tableHeader' : 'tableCell', content: [{ type: 'paragraph', content: [] }] });
    }
    return { type: 'tableRow', content: cells };
  });
  return caption === '' ? { type: 'table', content: rows } : { type: 'table', attrs: { caption }, content: rows };
}

const CAPTION = /^Table\s*:\s*/i;

function isCaption(node: Paragraph): boolean {
  const first = node.children[0];
  return first?.type === 'text' && CAPTION.test(first.value);
}

/** A table with its caption; a caption with links or footnotes stays a paragraph, so that they are not lost. */
function captioned(node: Table, caption: Paragraph, state: ImportState): RichTextNode[] {
  const words = inlineContent(caption.children, state);
  const plain = plainText(words).replace(CAPTION, '').trim();
  if (!isPlain(words) || plain === '') {
    const above = (caption.position?.start.offset ?? 0) < (node.position?.start.offset ?? 0);
    const parts = [{ type: 'paragraph', content: words }, table(node, '', state)];
    return above ? parts : parts.toReversed();
  }
  if (words.some((word) => word.marks !== undefined)) noteAt(state, caption, 'caption');
  return [table(node, plain, state)];
}

function codeBlock(node: Code, state: ImportState): RichTextNode {
  if (node.meta) noteAt(state, node, 'codeNote', node.meta);
  const content = textNode(node.value);
  return node.lang ? { type: 'codeBlock', attrs: { language: node.lang }, content } : { type: 'codeBlock', content };
}

/** What a browser would show of a block of HTML, a paragraph for each part between empty lines. */
function htmlBlocks(node: Html, state: ImportState): RichTextNode[] {
  const verbatim = isVerbatim(node.value);
  if (verbatim !== undefined) {
    noteAt(state, node, verbatim === 'script' ? 'script' : 'html');
    return [{ type: 'codeBlock', content: textNode(node.value) }];
  }
  const plain = plainOf(node.value);
  if (plain.comments.length > 0) noteAt(state, node, 'comment', plain.comments.join(' '));
  if (plain.tags.length > 0) noteAt(state, node, 'html', plain.tags.join(' '));
  return plain.text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ type: 'paragraph', content: withBreaks(part) }));
}

function withBreaks(part: string): RichTextNode[] {
  return part
    .split('\n')
    .flatMap((line, index) => [...(index === 0 ? [] : [{ type: 'hardBreak' }]), ...textNode(line.trim())]);
}

/** The attributes of a node, or none. */
export function attrsOf(node: RichTextNode): JsonObject {
  return isJsonObject(node.attrs) ? node.attrs : {};
}

/** The first text of a block and the block without `length` characters of it. Undefined when it begins otherwise. */
export function leadingText(node: RichTextNode): { text: string; without(length: number): RichTextNode } | undefined {
  const [first, ...rest] = Array.isArray(node.content) ? node.content : [];
  if (!isJsonObject(first) || first.type !== 'text') return undefined;
  const words = text(first.text);
  return {
    text: words,
    without: (length) => {
      const left = words.slice(length);
      return { ...node, content: left === '' ? rest : [{ ...first, text: left }, ...rest] };
    },
  };
}
