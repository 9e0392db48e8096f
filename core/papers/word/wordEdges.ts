import type { Block, RichTextNode } from '../../../domain/papers/richText.ts';
import { isJsonObject } from '../../../domain/records/json.ts';
import { text } from '../../../domain/records/text.ts';

/** Whether words begin or end here that a comment is on. */
export type Side = 'begins' | 'ends';

/** Characters that are none: no file needs them, and here they stand for places in a text. */
export const NO_CHARACTERS = /[\uFDD0-\uFDEF]/g;
const [OPENS, CLOSES] = ['\uFDD0', '\uFDD1'];
const PLACE = new RegExp(`${OPENS}(\\d+)${CLOSES}`, 'g');

/** Stands in a text, while that is read, where words begin or end that a comment is on. */
export function edgeNode(comment: string, side: Side): RichTextNode {
  return { type: 'commentEdge', attrs: { comment, side } };
}

export const isEdge = ({ type }: RichTextNode): boolean => type === 'commentEdge';

/** Where words begin or end, in the text of a block, in which notes count. */
export interface EdgePlace {
  readonly comment: string;
  readonly side: Side;
  readonly block: number;
  readonly at: number;
}

/**
 * The blocks without what stood for places, and the places. `textIn`: the text of a block as notes count in it; `joined`
 * puts runs together again that nothing parts any more.
 */
export function takeEdges(
  blocks: readonly Block[],
  textIn: (block: Block) => string,
  joined: (nodes: readonly RichTextNode[]) => RichTextNode[],
): { readonly blocks: Block[]; readonly places: EdgePlace[] } {
  const places: EdgePlace[] = [];
  const clean = blocks.map((block, at): Block => {
    const edges: RichTextNode[] = [];
    const marked = withContent(block, (node) => {
      if (!isEdge(node)) return node;
      edges.push(node);
      return { type: 'text', text: `${OPENS}${edges.length - 1}${CLOSES}` };
    });
    if (edges.length === 0) return block;
    const without = joinedIn(block, joined);
    const most = textIn(without).length;
    const read = textIn(marked);
    // The text of a block begins with its first letter, whatever stands empty before it.
    const bare = read.replace(PLACE, '');
    const empty = bare.length - bare.trimStart().length;
    let before = 0;
    for (const { 0: whole, 1: which, index } of read.matchAll(PLACE)) {
      const attrs = edges[Number(which)]?.attrs;
      const offset = Math.min(most, Math.max(0, index - before - empty));
      before += whole.length;
      if (!isJsonObject(attrs)) continue;
      const side = attrs.side === 'ends' ? 'ends' : 'begins';
      places.push({ comment: text(attrs.comment), side, block: at, at: offset });
    }
    return without;
  });
  return { blocks: clean, places };
}

/** A node with every node inside it as `change` makes it. */
function withContent<N extends RichTextNode>(node: N, change: (node: RichTextNode) => RichTextNode): N {
  if (!Array.isArray(node.content)) return node;
  const content = node.content.map((child) => (isNode(child) ? withContent(change(child), change) : child));
  return { ...node, content };
}

function joinedIn<N extends RichTextNode>(node: N, joined: (nodes: readonly RichTextNode[]) => RichTextNode[]): N {
  if (!Array.isArray(node.content)) return node;
  const inside = node.content.filter(isNode).filter((child) => !isEdge(child));
  return { ...node, content: joined(inside.map((child) => joinedIn(child, joined))) };
}

const isNode = (value: unknown): value is RichTextNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
