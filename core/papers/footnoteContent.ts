import type { FootnoteDefinition, Nodes, PhrasingContent } from 'mdast';
import type { RichTextNode } from '../../domain/papers/richText.ts';
import { type ImportState, noteAt } from './importState.ts';
import { inlineContent, textNode } from './inlineContent.ts';

/**
 * The inline content of a footnote. Its paragraphs are parted by a break; lists, tables, quotations and headings in it
 * become lines, which is noted.
 */
export function footnoteContent(definition: FootnoteDefinition, state: ImportState): RichTextNode[] {
  const lines = definition.children.flatMap((child) => linesOf(child, '', state)).filter((line) => line.length > 0);
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]));
}

function linesOf(node: Nodes, lead: string, state: ImportState): RichTextNode[][] {
  switch (node.type) {
    case 'paragraph':
      return [[...textNode(lead), ...inlineContent(node.children, state, true)]];
    case 'heading':
      noteAt(state, node, 'footnoteBlocks');
      return [inlineContent(node.children, state, true)];
    case 'code':
      noteAt(state, node, 'footnoteBlocks');
      return node.value.split('\n').map((line) => textNode(line, [{ type: 'code' }]));
    case 'html':
      return [inlineContent(htmlInLine(node.value), state, true)];
    case 'list':
      noteAt(state, node, 'footnoteBlocks');
      return node.children.flatMap((item, index) => {
        const mark = node.ordered === true ? `${(node.start ?? 1) + index}. ` : '– ';
        return item.children.flatMap((child, at) => linesOf(child, at === 0 ? mark : '', state));
      });
    case 'blockquote':
      noteAt(state, node, 'footnoteBlocks');
      return node.children.flatMap((child) => linesOf(child, '', state));
    case 'table':
      noteAt(state, node, 'footnoteBlocks');
      return node.children.map((row) =>
        row.children.flatMap((cell, index) => [
          ...textNode(index === 0 ? '' : ' | '),
          ...inlineContent(cell.children, state, true),
        ]),
      );
    default:
      return [];
  }
}

/** A block of HTML in a footnote, tag by tag, as it would stand in a line. */
function htmlInLine(html: string): PhrasingContent[] {
  return html
    .split(/(<!--[\s\S]*?(?:-->|$)|<[^<>]*>)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('<') ? { type: 'html', value: piece } : { type: 'text', value: piece }));
}
