import { Extension } from '@tiptap/core';
import type { Fragment, Node } from '@tiptap/pm/model';
import { Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';

/** Nodes that stand at the top of a document and carry its stable ids. */
export const TOP_BLOCKS = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'table',
  'portion',
  'figure',
];

/**
 * Every block at the top has an id of its own. A block that is split keeps its id where its text stays: on the first
 * part, or, with the cursor before all of it, on the second. What is pasted gets new ids; what is dragged keeps them.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes: () => [
    {
      types: TOP_BLOCKS,
      attributes: {
        id: {
          default: null,
          keepOnSplit: true,
          parseHTML: (element) => element.getAttribute('data-id'),
          renderHTML: ({ id }) => (typeof id === 'string' ? { 'data-id': id } : {}),
        },
      },
    },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('blockIds'),
      appendTransaction: (transactions, _before, state) =>
        transactions.some((transaction) => transaction.docChanged) ? giveIds(state) : null,
      props: {
        transformPasted: (slice, view) =>
          view.dragging?.move === true && view.dragging.slice === slice
            ? slice
            : new Slice(withoutIds(slice.content), slice.openStart, slice.openEnd),
      },
    }),
  ],
});

/** The transaction that gives the blocks without an id, or with one that another has, an id; null when none is needed. */
export function giveIds(state: EditorState): Transaction | null {
  const holders = new Map<string, { readonly node: Node; readonly at: number }>();
  const lacking: number[] = [];
  state.doc.forEach((node, at) => {
    const id: unknown = node.attrs.id;
    if (typeof id !== 'string' || id === '') {
      lacking.push(at);
      return;
    }
    const first = holders.get(id);
    if (first === undefined || isEmptied(first.node, node)) holders.set(id, { node, at });
    if (first !== undefined) lacking.push(isEmptied(first.node, node) ? first.at : at);
  });
  if (lacking.length === 0) return null;
  const { tr } = state;
  for (const at of lacking) tr.setNodeAttribute(at, 'id', crypto.randomUUID());
  return tr.setMeta('addToHistory', false);
}

/** Of two parts of a split block, the text went to the second. */
function isEmptied(first: Node, second: Node): boolean {
  return first.isTextblock && first.content.size === 0 && second.content.size > 0;
}

function withoutIds(content: Fragment): Fragment {
  let result = content;
  content.forEach((node, _offset, index) => {
    const inside = withoutIds(node.content);
    const hasId = TOP_BLOCKS.includes(node.type.name) && node.attrs.id !== null;
    if (!hasId && inside.eq(node.content)) return;
    const bare = hasId ? node.type.create({ ...node.attrs, id: null }, inside, node.marks) : node.copy(inside);
    result = result.replaceChild(index, bare);
  });
  return result;
}
