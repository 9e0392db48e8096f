import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Document } from '../../../../domain/papers/richText.ts';
import type { DocumentReader } from '../schema/documentReader.ts';

/**
 * The transaction that brings what changed elsewhere into an open text: only blocks that differ are touched, and in
 * them only what differs, so that the cursor stays where the person writes. It is no step of their own undo.
 */
export function showChanges(state: EditorState, document: Document | undefined, reader: DocumentReader): Transaction {
  const tr = state.tr.setMeta('addToHistory', false).setMeta('preventUpdate', true);
  const wanted = (document?.content ?? []).map((block) => reader.node(block));
  const ids = new Set(wanted.map(idOf));
  removeOthers(tr, ids);
  let at = 0;
  for (const [index, node] of wanted.entries()) {
    const present = tr.doc.maybeChild(index);
    if (present !== null && idOf(present) === idOf(node)) {
      const size = present.nodeSize;
      if (!present.eq(node)) change(tr, at, present, node);
      if (tr.doc.child(index).nodeSize !== node.nodeSize || !tr.doc.child(index).eq(node)) {
        tr.replaceWith(at, at + (tr.doc.maybeChild(index)?.nodeSize ?? size), node);
      }
    } else {
      removeLater(tr, index, at, idOf(node));
      tr.insert(at, node);
    }
    at += node.nodeSize;
  }
  if (at < tr.doc.content.size && at > 0) tr.delete(at, tr.doc.content.size);
  return tr;
}

const idOf = (node: Node): unknown => node.attrs.id;

function removeOthers(tr: Transaction, ids: ReadonlySet<unknown>): void {
  const gone: [number, number][] = [];
  tr.doc.forEach((node, at) => {
    if (!ids.has(idOf(node))) gone.push([at, at + node.nodeSize]);
  });
  if (gone.length === tr.doc.childCount && ids.size === 0) {
    const { paragraph } = tr.doc.type.schema.nodes;
    if (paragraph !== undefined) tr.replaceWith(0, tr.doc.content.size, paragraph.create({ id: crypto.randomUUID() }));
    return;
  }
  // A document is never without a block: where all go, the last goes when others have come.
  const spared = gone.length === tr.doc.childCount ? gone.slice(1) : gone;
  for (const [from, to] of spared.reverse()) tr.delete(from, to);
}

/** A block that was moved goes from where it stood. */
function removeLater(tr: Transaction, index: number, start: number, id: unknown): void {
  let at = start;
  for (let next = index; next < tr.doc.childCount; next += 1) {
    const node = tr.doc.child(next);
    if (idOf(node) === id) {
      if (tr.doc.childCount > 1) tr.delete(at, at + node.nodeSize);
      return;
    }
    at += node.nodeSize;
  }
}

/** Changes a block into another of the same id, touching only what differs. */
function change(tr: Transaction, at: number, present: Node, wanted: Node): void {
  if (present.type !== wanted.type) {
    tr.replaceWith(at, at + present.nodeSize, wanted);
    return;
  }
  const start = present.content.findDiffStart(wanted.content);
  const end = present.content.findDiffEnd(wanted.content);
  if (start !== null && end !== null) {
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const inside = at + 1;
    try {
      tr.replace(inside + start, inside + end.a + overlap, wanted.slice(start, end.b + overlap));
    } catch {
      // What differs does not fit alone: the whole block is taken instead, by the caller.
      return;
    }
  }
  if (!present.hasMarkup(wanted.type, wanted.attrs)) tr.setNodeMarkup(at, null, wanted.attrs);
}
