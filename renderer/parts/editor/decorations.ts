import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A stretch of a block, counted from the block's own start, with what it is shown with. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What decorates a block: from the block alone, so that those that did not change are not looked at again. */
export type Decorate = (block: Node) => readonly Stretch[];

/**
 * Decorations of stretches of text that follow from the blocks themselves. Only blocks that changed are looked at.
 * `again`: a transaction after which every block is looked at.
 */
export function blockDecorations(
  name: string,
  decorate: Decorate,
  again: (tr: Transaction) => boolean = () => false,
): Plugin<DecorationSet> {
  const key = new PluginKey<DecorationSet>(name);
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => DecorationSet.create(doc, decorationsOf(doc, 0, doc.childCount, decorate)),
      apply: (tr, set, before, after) => {
        if (again(tr)) return DecorationSet.create(tr.doc, decorationsOf(tr.doc, 0, tr.doc.childCount, decorate));
        if (!tr.docChanged) return set;
        return renewed(tr, set, before, after, decorate);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function renewed(tr: Transaction, set: DecorationSet, before: EditorState, after: EditorState, decorate: Decorate) {
  const [old, doc] = [before.doc, after.doc];
  let first = 0;
  let from = 0;
  while (first < Math.min(old.childCount, doc.childCount) && old.child(first) === doc.child(first)) {
    from += doc.child(first).nodeSize;
    first += 1;
  }
  let last = doc.childCount;
  let to = doc.content.size;
  for (let other = old.childCount; last > first && other > first; last -= 1, other -= 1) {
    if (old.child(other - 1) !== doc.child(last - 1)) break;
    to -= doc.child(last - 1).nodeSize;
  }
  const mapped = set.map(tr.mapping, doc);
  return mapped.remove(mapped.find(from, to)).add(doc, decorationsOf(doc, first, last, decorate));
}

function decorationsOf(doc: Node, first: number, last: number, decorate: Decorate): Decoration[] {
  const found: Decoration[] = [];
  doc.forEach((block, at, index) => {
    if (index < first || index >= last) return;
    for (const { from, to, attributes } of decorate(block)) {
      found.push(Decoration.inline(at + from, at + to, { ...attributes }));
    }
  });
  return found;
}
