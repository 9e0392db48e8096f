import { LABELS } from '../handling/handling.ts';
import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import { figureOf, isFigureWidth } from './figures.ts';
import { BLOCK_NODES, type Document, INLINE_NODES, MARKS } from './richText.ts';

/** A part of a document that is not as it should be: where (`content[3].content[0]`), and what stands there. */
export interface DocumentFault {
  path: string;
  fault: 'unknownNode' | 'unknownMark' | 'misplaced' | 'badAttribute' | 'tooDeep';
  found: string;
}

/** Deeper than this no document is read: no person nests so, and every reader of documents may recurse to here. */
export const DEEPEST = 100;

const BLOCKS_IN_TEXT = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'codeBlock', 'table'];
const IN_ITEM = [...BLOCKS_IN_TEXT, 'horizontalRule'];
/** Which nodes may stand inside which. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  doc: [...IN_ITEM, 'portion', 'figure'],
  paragraph: INLINE_NODES,
  heading: INLINE_NODES,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: IN_ITEM,
  blockquote: IN_ITEM,
  codeBlock: ['text'],
  horizontalRule: [],
  table: ['tableRow'],
  tableRow: ['tableHeader', 'tableCell'],
  tableHeader: IN_ITEM,
  tableCell: IN_ITEM,
  portion: [],
  figure: INLINE_NODES,
  footnote: ['text', 'hardBreak', 'redacted', 'crossReference'],
  redacted: [],
  crossReference: [],
  text: [],
  hardBreak: [],
};
const NODES = new Set<string>([...INLINE_NODES, ...BLOCK_NODES]);
const KNOWN_MARKS = new Set<string>(MARKS);

/**
 * Everything in a document that this version's editor could not keep: nodes and marks it does not know, nodes where
 * they cannot stand, attributes out of range. A document with `unknownNode` or `unknownMark` opens read-only. Parts
 * inside an unknown node are not judged. Gives an empty list for a document that may be edited.
 */
export function checkDocument(document: Document): DocumentFault[] {
  const faults: DocumentFault[] = [];
  checkChildren(document, 'doc', '', 1, faults);
  return faults;
}

/** Paths of the nodes and marks that this version does not know. While there are any, a document is not edited. */
export function unknownParts(document: Document): string[] {
  return checkDocument(document)
    .filter((fault) => fault.fault === 'unknownNode' || fault.fault === 'unknownMark')
    .map((fault) => fault.path);
}

function checkChildren(node: JsonObject, parent: string, path: string, depth: number, faults: DocumentFault[]): void {
  if (node.content === undefined) return;
  if (!Array.isArray(node.content)) {
    faults.push({ path: `${path}content`, fault: 'misplaced', found: typeof node.content });
    return;
  }
  for (const [index, child] of node.content.entries()) {
    checkNode(child, parent, `${path}content[${index}]`, depth, faults);
  }
}

function checkNode(node: Json, parent: string, path: string, depth: number, faults: DocumentFault[]): void {
  const type = isJsonObject(node) ? text(node.type) : '';
  if (!isJsonObject(node) || !NODES.has(type)) {
    faults.push({ path, fault: 'unknownNode', found: type });
    return;
  }
  if (depth > DEEPEST) {
    faults.push({ path, fault: 'tooDeep', found: type });
    return;
  }
  if (!INSIDE[parent]?.includes(type)) faults.push({ path, fault: 'misplaced', found: type });
  if (!attributesFit(type, node)) faults.push({ path, fault: 'badAttribute', found: type });
  checkMarks(node, path, faults);
  checkChildren(node, type, `${path}.`, depth + 1, faults);
}

function checkMarks(node: JsonObject, path: string, faults: DocumentFault[]): void {
  if (node.marks === undefined) return;
  const marks = Array.isArray(node.marks) ? node.marks : [node.marks];
  for (const [index, mark] of marks.entries()) {
    const type = isJsonObject(mark) ? text(mark.type) : '';
    const at = `${path}.marks[${index}]`;
    if (!KNOWN_MARKS.has(type)) faults.push({ path: at, fault: 'unknownMark', found: type });
    else if (type === 'link' && !hasText(mark, 'href')) faults.push({ path: at, fault: 'badAttribute', found: type });
    else if (type === 'recordLink' && !hasText(mark, 'record'))
      faults.push({ path: at, fault: 'badAttribute', found: type });
  }
}

function attributesFit(type: string, node: JsonObject): boolean {
  const attrs = isJsonObject(node.attrs) ? node.attrs : {};
  switch (type) {
    case 'text':
      return typeof node.text === 'string' && node.text !== '';
    case 'heading':
      return (
        Number.isInteger(attrs.level) &&
        Number(attrs.level) >= 1 &&
        Number(attrs.level) <= 6 &&
        (attrs.section === undefined || attrs.section === null || typeof attrs.section === 'string')
      );
    case 'orderedList':
      return attrs.start === undefined || (Number.isInteger(attrs.start) && Number(attrs.start) >= 0);
    case 'portion':
      return text(attrs.placeholder) !== '' && LABELS.some((label) => label === attrs.label);
    case 'figure':
      return (
        figureOf(node).file !== '' &&
        (attrs.alt === undefined || typeof attrs.alt === 'string') &&
        isFigureWidth(attrs.width)
      );
    case 'crossReference':
      return text(attrs.record) !== '' && text(attrs.block) !== '';
    case 'redacted':
      return Object.keys(node).every((key) => key === 'type');
    default:
      return true;
  }
}

function hasText(mark: Json | undefined, attribute: string): boolean {
  return isJsonObject(mark) && isJsonObject(mark.attrs) && text(mark.attrs[attribute]) !== '';
}
