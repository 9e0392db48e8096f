import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { LABELS, type Label } from '../../../../domain/handling/handling.ts';
import { labelRank } from '../../../../domain/handling/order.ts';

/** The blocks at the top that are chosen, with where they begin. */
export function chosenBlocks(editor: Editor): { readonly node: Node; readonly at: number }[] {
  const { from, to } = editor.state.selection;
  const blocks: { node: Node; at: number }[] = [];
  editor.state.doc.forEach((node, at) => {
    const end = at + node.nodeSize;
    // A selection that ends before the first letter of a block does not hold it.
    const isIn = from === to ? at <= from && from < end : at < to && from < end;
    if (isIn && !(to === at + 1 && from < at)) blocks.push({ node, at });
  });
  return blocks;
}

/** Labels that a block may carry in a paper with this one: looser ones. */
export function looserThan(own: Label): Label[] {
  return LABELS.filter((label) => label !== 'PRIVATE' && labelRank(label) > labelRank(own));
}

/** Labels that a portion may have: stricter ones. */
export function stricterThan(own: Label): Label[] {
  return LABELS.filter((label) => label !== 'PRIVATE' && labelRank(label) < labelRank(own));
}

/** Gives the chosen blocks a mark of their own; null for the paper's. */
export function setMark(editor: Editor, mark: Label | null): void {
  const { tr } = editor.state;
  for (const { node, at } of chosenBlocks(editor)) {
    if (node.type.name !== 'portion' && node.attrs.mark !== mark) tr.setNodeAttribute(at, 'mark', mark);
  }
  if (tr.docChanged) editor.view.dispatch(tr);
  editor.view.focus();
}
