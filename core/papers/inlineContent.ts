import type { FootnoteReference, Html, Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { MARKS, type RichTextNode } from '../../domain/papers/richText.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { isJsonObject, type JsonObject, sameJson } from '../../domain/records/json.ts';
import { text } from '../../domain/records/text.ts';
import { attributeOf, type HtmlTag, readTag } from './htmlTags.ts';
import { type ImportState, noteAt, sourceOf } from './importState.ts';

/** A mark on text: `{ type, attrs? }`. */
interface Mark extends JsonObject {
  type: string;
}

/** Marks that HTML tags of the same block opened and did not close yet. */
interface OpenTag {
  name: string;
  mark: Mark | undefined;
}

interface Inline {
  readonly state: ImportState;
  readonly open: OpenTag[];
  /** Inside a footnote: no further footnote may stand there. */
  readonly inFootnote: boolean;
  readonly nodes: RichTextNode[];
}

/** Marks stand in this order, so that equal texts are equal. */
const ORDER: readonly string[] = MARKS;

const TAG_MARKS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
};

/** The inline nodes of a paragraph, heading or cell: text with marks, breaks, footnotes. */
export function inlineContent(
  nodes: readonly PhrasingContent[],
  state: ImportState,
  inFootnote = false,
): RichTextNode[] {
  const inline: Inline = { state, open: [], inFootnote, nodes: [] };
  convertAll(nodes, [], inline);
  return joined(inline.nodes);
}

/** A text node, or none when there is no text. */
export function textNode(value: string, marks: readonly Mark[] = []): RichTextNode[] {
  if (value === '') return [];
  return [marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks: [...marks] }];
}

function convertAll(nodes: readonly PhrasingContent[], marks: readonly Mark[], inline: Inline): void {
  for (const node of nodes) convert(node, marks, inline);
}

function convert(node: PhrasingContent, marks: readonly Mark[], inline: Inline): void {
  switch (node.type) {
    case 'text':
      addText(node, marks, inline);
      break;
    case 'inlineCode':
      add(node.value, withMark(marks, { type: 'code' }), inline);
      break;
    case 'break':
      inline.nodes.push({ type: 'hardBreak' });
      break;
    case 'emphasis':
      convertAll(node.children, withMark(marks, { type: 'italic' }), inline);
      break;
    case 'strong':
      convertAll(node.children, withMark(marks, { type: 'bold' }), inline);
      break;
    case 'delete':
      convertAll(node.children, withMark(marks, { type: 'strike' }), inline);
      break;
    case 'link':
      addLink(node, node.url, node.title, marks, inline);
      break;
    case 'linkReference': {
      const definition = definitionUsed(node, inline.state);
      addLink(node, definition?.url ?? '', definition?.title, marks, inline);
      break;
    }
    case 'image':
      addImage(node, node.url, node.title, marks, inline);
      break;
    case 'imageReference': {
      const definition = definitionUsed(node, inline.state);
      addImage(node, definition?.url ?? '', definition?.title, marks, inline);
      break;
    }
    case 'footnoteReference':
      addFootnote(node, marks, inline);
      break;
    case 'html':
      addHtml(node, marks, inline);
  }
}

function addText(node: Extract<PhrasingContent, { type: 'text' }>, marks: readonly Mark[], inline: Inline): void {
  for (const missing of node.value.match(/\[\^[^\]\s]+\]/g) ?? []) {
    if (sourceOf(node, inline.state).includes(missing)) noteAt(inline.state, node, 'footnoteMissing');
  }
  add(node.value.replaceAll('\n', ' '), marks, inline);
}

function add(value: string, marks: readonly Mark[], inline: Inline): void {
  const open = inline.open.flatMap((tag) => (tag.mark === undefined ? [] : [tag.mark]));
  inline.nodes.push(...textNode(value, open.reduce(withMark, marks)));
}

function addLink(
  node: Link | LinkReference,
  url: string,
  title: string | null | undefined,
  marks: readonly Mark[],
  inline: Inline,
): void {
  if (typeof title === 'string' && title !== '') noteAt(inline.state, node, 'linkTitle', title);
  const mark = linkMark(url);
  if (mark === undefined) noteAt(inline.state, node, 'link', url);
  if (node.children.length === 0) add(url, mark === undefined ? marks : withMark(marks, mark), inline);
  convertAll(node.children, mark === undefined ? marks : withMark(marks, mark), inline);
}

/** A picture leaves its description, linked to where it was. */
function addImage(
  node: Image | ImageReference,
  url: string,
  title: string | null | undefined,
  marks: readonly Mark[],
  inline: Inline,
): void {
  noteAt(inline.state, node, 'image', [url, title ?? ''].filter(Boolean).join(' '));
  const mark = linkMark(url);
  add(node.alt || url, mark === undefined ? marks : withMark(marks, mark), inline);
}

function linkMark(url: string): Mark | undefined {
  const record = /^record:(.+)$/.exec(url)?.[1];
  if (record !== undefined && RecordId.safeParse(record).success) return { type: 'recordLink', attrs: { record } };
  return /^(https?:|mailto:|tel:)/i.test(url) ? { type: 'link', attrs: { href: url } } : undefined;
}

function definitionUsed(node: LinkReference | ImageReference, state: ImportState) {
  state.usedDefinitions.add(node.identifier);
  return state.definitions.get(node.identifier);
}

function addFootnote(node: FootnoteReference, marks: readonly Mark[], inline: Inline): void {
  const { state } = inline;
  const definition = state.footnotes.get(node.identifier);
  const label = node.label ?? node.identifier;
  if (definition === undefined) {
    noteAt(state, node, 'footnoteMissing');
    add(`[^${label}]`, marks, inline);
    return;
  }
  if (inline.inFootnote || state.placedFootnotes.has(node.identifier)) {
    noteAt(state, node, inline.inFootnote ? 'footnoteInside' : 'footnoteAgain');
    add(label, withMark(marks, { type: 'superscript' }), inline);
    return;
  }
  state.placedFootnotes.add(node.identifier);
  const content = state.footnoteContent(definition, state);
  inline.nodes.push({ type: 'footnote', attrs: { id: state.newId() }, content });
}

function addHtml(node: Html, marks: readonly Mark[], inline: Inline): void {
  const tag = readTag(node.value);
  if (tag === undefined) {
    const hidden = /^<!\[CDATA\[([\s\S]*?)\]\]>$/.exec(node.value)?.[1];
    noteAt(inline.state, node, hidden === undefined ? 'comment' : 'tag', hidden === undefined ? node.value : '');
    if (hidden !== undefined) add(hidden.replaceAll('\n', ' '), marks, inline);
  } else if (tag.name === 'br') inline.nodes.push({ type: 'hardBreak' });
  else if (tag.name === 'redacted') {
    if (!tag.closing) inline.nodes.push({ type: 'redacted' });
  } else if (tag.name === 'img') {
    noteAt(inline.state, node, 'image', node.value);
    add(attributeOf(tag, 'alt') ?? '', marks, inline);
  } else if (tag.closing) closeTag(tag, inline);
  else openTag(node, tag, inline);
}

function openTag(node: Html, tag: HtmlTag, inline: Inline): void {
  const mark = tag.name === 'a' ? linkMark(attributeOf(tag, 'href') ?? '') : markOfTag(tag.name);
  if (mark === undefined) noteAt(inline.state, node, tag.name === 'u' ? 'underline' : 'tag', node.value);
  else if (tag.attributes.trim() !== '' && tag.name !== 'a') noteAt(inline.state, node, 'tag', node.value);
  inline.open.push({ name: tag.name, mark });
}

function markOfTag(name: string): Mark | undefined {
  const type = TAG_MARKS[name];
  return type === undefined ? undefined : { type };
}

function closeTag(tag: HtmlTag, inline: Inline): void {
  const at = inline.open.findLastIndex((open) => open.name === tag.name);
  if (at >= 0) inline.open.splice(at, 1);
}

/** Adds a mark; of two of the same type the inner one stays. */
function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  const others = marks.filter((one) => one.type !== mark.type);
  return [...others, mark].sort((one, other) => rank(one) - rank(other));
}

function rank(mark: Mark): number {
  return ORDER.indexOf(mark.type);
}

/** Neighbouring texts with the same marks as one node, without white space at the edges of lines. */
export function joined(nodes: readonly RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameJson(last.marks, node.marks)) {
      result[result.length - 1] = { ...last, text: text(last.text) + text(node.text) };
    } else result.push(node);
  }
  return result.flatMap((node, index) => {
    if (node.type !== 'text') return [node];
    const starts = isEdge(result[index - 1]) ? text(node.text).replace(/^[ \t]+/, '') : text(node.text);
    const words = isEdge(result[index + 1]) ? starts.replace(/[ \t]+$/, '') : starts;
    return words === '' ? [] : [{ ...node, text: words }];
  });
}

function isEdge(neighbour: RichTextNode | undefined): boolean {
  return neighbour === undefined || neighbour.type === 'hardBreak';
}

/** The text of inline nodes, without footnotes. */
export function plainText(nodes: readonly RichTextNode[]): string {
  return nodes.map((node) => (node.type === 'hardBreak' ? ' ' : text(node.text))).join('');
}

/** Whether inline nodes are nothing but text, apart from bold and italic. */
export function isPlain(nodes: readonly RichTextNode[]): boolean {
  const styles = ['bold', 'italic', 'strike', 'code', 'superscript', 'subscript'];
  return nodes.every(
    (node) =>
      node.type === 'text' &&
      (!Array.isArray(node.marks) ||
        node.marks.every((mark) => isJsonObject(mark) && styles.includes(text(mark.type)))),
  );
}
