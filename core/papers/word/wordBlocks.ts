import type { z } from 'zod';
import { PortionMark, type RichTextNode } from '../../../domain/papers/richText.ts';
import { isJsonObject } from '../../../domain/records/json.ts';
import { startOf } from './listStarts.ts';
import { isEdge } from './wordEdges.ts';
import { note, trimmed, type WordState, wordInline } from './wordInline.ts';
import type { WordNode } from './wordTree.ts';

/** Blocks of a Word file, and the mark that stands before each in the file where there is one. */
export interface MarkedBlock {
  readonly block: RichTextNode;
  readonly mark?: z.infer<typeof PortionMark> | undefined;
}

/** What stands apart from the text of a paper in a file that this application made: its head, its facts, its contents. */
const STANDS_APART = ['page furniture', 'symbol', 'fact', 'fact label', 'point asked', 'toc heading'];
const isApart = (style: string) => STANDS_APART.includes(style) || /^(?:toc|table of contents) ?\d*$/.test(style);

const HEADING = /^heading (\d)$/;
const QUOTE = /quot|citation/;
const CODE = /^code|preformatted|source code|html code/;
/** Also as LibreOffice names them. */
const CAPTION = /^(?:table |figure )?caption$|^(?:table|figure|illustration|drawing)$|^légende/;
const OF_TABLE = /^\s*table(?:au)?\s+\d/i;
/** What stands before a caption and is counted by the paper itself. */
const COUNTED = /^(?:table(?:au)?|fig(?:ure|\.)?|illustration|image|picture|photo|drawing)\s+\d+\s*[.:–—-]?\s*/i;
const CONTINUES = /^list continue ?(\d?)$/;

const styleOf = ({ styleName }: WordNode): string => (styleName ?? '').trim().toLowerCase();

/** A list that is being read: its items so far, and where they stand. */
interface OpenList {
  readonly list: RichTextNode & { content: RichTextNode[] };
  readonly level: number;
  readonly numbering: WordNode['numbering'];
}

/** The blocks of a text, a cell or a text box, in their order. `isCell`: it holds no figures, which follow its table. */
export function wordBlocks(nodes: readonly WordNode[], state: WordState, isCell = false): MarkedBlock[] {
  const made: MarkedBlock[] = [];
  let open: OpenList[] = [];
  let caption: RichTextNode[] | undefined;
  let isOfTable = false;
  /** The figure that the paragraph before was. */
  let figure: RichTextNode | undefined;
  /** Where words begin or end that a comment is on, before the next paragraph. */
  let edges: RichTextNode[] = [];
  const end = () => {
    open = [];
    if (!isCell) made.push(...state.aside.splice(0).map((block) => ({ block })));
  };
  for (const node of nodes) {
    if (node.type === 'table') {
      end();
      const table = tableOf(node, caption === undefined ? '' : plain(caption), state);
      [caption, figure] = [undefined, undefined];
      if (table !== undefined) made.push({ block: table });
      end();
      continue;
    }
    if (node.type === 'bookmarkStart') {
      edges.push(...wordInline([node], state));
      continue;
    }
    if (node.type !== 'paragraph') {
      made.push(...wordBlocks(node.children ?? [], state, isCell));
      continue;
    }
    const style = styleOf(node);
    const { mark, figures, ...read } = isApart(style) ? NOTHING : contentOf(node, style, state);
    const isPicture = figures.length > 0 && read.content.every(isEdge) && !isCell && !node.numbering;
    if (caption !== undefined && (!isPicture || isOfTable)) {
      made.push({ block: paragraph(caption) });
      caption = undefined;
    }
    if (isApart(style)) continue;
    const isEmpty = read.content.every(isEdge);
    const content = isEmpty ? [] : [...edges, ...read.content];
    edges = isEmpty ? [...edges, ...read.content] : [];
    if (CAPTION.test(style) && !isEmpty) {
      isOfTable = style.startsWith('table') || OF_TABLE.test(plain(content));
      const said = without(content, COUNTED);
      if (figure === undefined || isOfTable) caption = said;
      else figure.content = said;
      figure = undefined;
      continue;
    }
    // Between a picture and its caption there may be an empty line.
    if (!isEmpty || figures.length > 0) figure = undefined;
    if (isPicture) {
      end();
      made.push(...figures.map((block) => ({ block, mark })));
      const [first] = figures;
      if (caption === undefined) figure = figures.at(-1);
      else if (first !== undefined) first.content = caption;
      caption = undefined;
      continue;
    }
    state.aside.push(...figures);
    // A heading may count by itself, also with signs that are not seen.
    if (node.numbering && !HEADING.test(style)) {
      const first = addItem(node, content, open);
      if (first !== undefined) made.push({ block: first, mark });
      continue;
    }
    const continued = CONTINUES.exec(style);
    if (continued !== null && addToItem(open, Number(continued[1] || 1) - 1, content)) continue;
    const besides = state.aside.splice(state.aside.length - figures.length);
    end();
    const block = blockOf(style, content, made.at(-1)?.block);
    if (block !== undefined) made.push({ block, mark });
    state.aside.push(...besides);
    end();
    if (!isCell) figure ??= besides.at(-1);
  }
  if (caption !== undefined) made.push({ block: paragraph(caption) });
  end();
  const last = made.at(-1)?.block;
  if (edges.length > 0 && last?.type === 'paragraph' && isText(last.content))
    last.content = [...last.content, ...edges];
  return made;
}

const NOTHING: Content = { content: [], figures: [], mark: undefined };

const paragraph = (content: readonly RichTextNode[]): RichTextNode => ({ type: 'paragraph', content: [...content] });
const textNodes = (text: string): RichTextNode[] => (text === '' ? [] : [{ type: 'text', text }]);

/** A paragraph, a heading, a quotation or code. Undefined for an empty one, and where it goes on with what stands before. */
function blockOf(style: string, content: RichTextNode[], before: RichTextNode | undefined): RichTextNode | undefined {
  if (style === 'horizontal line') return { type: 'horizontalRule' };
  if (content.length === 0) return undefined;
  const heading = HEADING.exec(style);
  if (heading !== null) return { type: 'heading', attrs: { level: Math.min(6, Number(heading[1]) || 1) }, content };
  if (CODE.test(style)) {
    const text = plain(content);
    if (before?.type === 'codeBlock' && isText(before.content)) {
      before.content = textNodes(`${plain(before.content)}\n${text}`);
      return undefined;
    }
    return { type: 'codeBlock', content: textNodes(text) };
  }
  if (QUOTE.test(style)) {
    if (before?.type === 'blockquote' && Array.isArray(before.content)) {
      before.content = [...before.content, paragraph(content)];
      return undefined;
    }
    return { type: 'blockquote', content: [paragraph(content)] };
  }
  return paragraph(content);
}

const isText = (content: unknown): content is RichTextNode[] => Array.isArray(content);

interface Content {
  readonly content: RichTextNode[];
  /** The pictures in it. */
  readonly figures: readonly RichTextNode[];
  readonly mark: MarkedBlock['mark'];
}

/** The content of a paragraph without the number and the mark that this application wrote before it. */
function contentOf(node: WordNode, style: string, state: WordState): Content {
  const isHeading = HEADING.test(style) || style === 'title';
  const inline = wordInline(node.children ?? [], state, { isHeading });
  const figures = inline.filter(({ type }) => type === 'figure');
  const read = trimmed(inline.filter(({ type }) => type !== 'figure'));
  const numbered = style === 'numbered paragraph' ? without(read, /^\d+[\s]+/) : read;
  const first = numbered.filter((one) => !isEdge(one)).slice(0, 1);
  const written = /^\s*(TLP:[A-Z+]+)(?=[\s\u00A0\u2002]|$)/.exec(plain(first));
  const mark = PortionMark.safeParse(written?.[1]).data;
  if (style === 'withheld') note(state, 'withheld');
  // In a withheld portion's sentence the label is part of what is said.
  if (mark === undefined || style === 'withheld') return { content: numbered, figures, mark: undefined };
  return { content: trimmed(without(numbered, /^\s*TLP:[A-Z+]+[\s\u00A0\u2002]*/)), figures, mark };
}

/** Takes a beginning away, over runs that are cut in it. */
function without(content: readonly RichTextNode[], beginning: RegExp): RichTextNode[] {
  let left = beginning.exec(plain(content))?.[0].length ?? 0;
  return content.flatMap((node): RichTextNode[] => {
    if (left === 0 || node.type !== 'text') return [node];
    const text = String(node.text);
    const rest = text.slice(left);
    left = Math.max(0, left - text.length);
    return rest === '' ? [] : [{ ...node, text: rest }];
  });
}

function plain(content: readonly RichTextNode[]): string {
  return content
    .map((node) => {
      if (node.type === 'text') return String(node.text);
      return node.type === 'hardBreak' ? '\n' : '';
    })
    .join('');
}

/** Puts an item where its level says; gives the list when it is a new one at the top. */
function addItem(node: WordNode, content: RichTextNode[], open: OpenList[]): RichTextNode | undefined {
  const level = Math.max(0, Math.min(8, Number(node.numbering?.level) || 0));
  const ordered = node.numbering?.isOrdered === true;
  const type = ordered ? 'orderedList' : 'bulletList';
  while ((open.at(-1)?.level ?? -1) > level) open.pop();
  const item: RichTextNode & { content: RichTextNode[] } = { type: 'listItem', content: [paragraph(content)] };
  const last = open.at(-1);
  // Another list of the same level is one with other signs, or that counts for itself.
  if (last?.level === level && last.list.type === type && last.numbering === node.numbering) {
    last.list.content.push(item);
    return undefined;
  }
  if (last?.level === level) open.pop();
  const start = startOf(node.numbering);
  const items: RichTextNode[] = [item];
  const list = { type, ...(ordered && { attrs: { start } }), content: items };
  const parent = open.at(-1);
  open.push({ list, level, numbering: node.numbering });
  if (parent === undefined) return list;
  lastItem(parent)?.push(list);
  return undefined;
}

function addToItem(open: readonly OpenList[], level: number, content: RichTextNode[]): boolean {
  const list = open.findLast((one) => one.level <= level);
  const item = list === undefined ? undefined : lastItem(list);
  if (item === undefined || content.length === 0) return false;
  item.push(paragraph(content));
  return true;
}

function lastItem({ list }: OpenList): RichTextNode[] | undefined {
  const content = list.content.at(-1)?.content;
  return isText(content) ? content : undefined;
}

/** A table with its head and spans. One of this application's heads is no table of the text. */
function tableOf(node: WordNode, caption: string, state: WordState): RichTextNode | undefined {
  const rows = (node.children ?? []).filter(({ type }) => type === 'tableRow');
  const styles = rows.flatMap((row) => (row.children ?? []).flatMap((cell) => (cell.children ?? []).map(styleOf)));
  if (rows.length === 0 || (styles.length > 0 && styles.every(isApart))) return undefined;
  return {
    type: 'table',
    attrs: { caption },
    content: rows.map((row) => ({
      type: 'tableRow',
      content: (row.children ?? []).map((cell) => cellOf(cell, row.isHeader === true, state)),
    })),
  };
}

function cellOf(cell: WordNode, isHeader: boolean, state: WordState): RichTextNode {
  const blocks = wordBlocks(cell.children ?? [], state, true).map(({ block }) => block);
  const alignment = cell.children?.find(({ type }) => type === 'paragraph')?.alignment;
  const align = alignment === 'right' || alignment === 'end' ? 'right' : alignment === 'center' ? 'center' : undefined;
  const span = { colspan: cell.colSpan ?? 1, rowspan: cell.rowSpan ?? 1 };
  const attrs = {
    ...(align !== undefined && { align }),
    ...(span.colspan > 1 && { colspan: span.colspan }),
    ...(span.rowspan > 1 && { rowspan: span.rowspan }),
  };
  return {
    type: isHeader ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 && { attrs }),
    content: blocks.length === 0 ? [paragraph([])] : blocks,
  };
}

/** Every text of a paragraph with this style, or of any, in order. */
export function paragraphsOf(nodes: readonly WordNode[], style: string | undefined, state: WordState): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'paragraph') return paragraphsOf(node.children ?? [], style, state);
    return style === undefined || styleOf(node) === style
      ? [plain(wordInline(node.children ?? [], state, { isHeading: true })).trim()]
      : [];
  });
}

/** Attributes of a block. */
export const attrsIn = (block: RichTextNode) => (isJsonObject(block.attrs) ? block.attrs : {});
