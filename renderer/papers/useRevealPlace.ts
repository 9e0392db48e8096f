import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { placeOfBlock } from '../parts/writing/outlineIn.ts';

/** Goes to the block that the address names: where a cross-reference leads, and where one was followed from. */
export function useRevealPlace(editor: Editor | undefined): void {
  const { key, search } = useLocation();
  const block = new URLSearchParams(search).get('at');
  // biome-ignore lint/correctness/useExhaustiveDependencies: again where the same place is asked for again
  useEffect(() => {
    if (block === null || editor === undefined || editor.isDestroyed) return;
    const { doc, tr } = editor.state;
    const at = placeOfBlock(doc, block);
    const node = at === undefined ? null : doc.nodeAt(at);
    if (at === undefined || node === null) return;
    const isWhole = node.isAtom || node.type.name === 'figure';
    editor.view.dispatch(
      tr.setSelection(isWhole ? NodeSelection.create(doc, at) : TextSelection.near(doc.resolve(at + 1))),
    );
    const shown = editor.view.nodeDOM(at);
    if (shown instanceof Element) shown.scrollIntoView({ block: 'center' });
    editor.view.focus();
  }, [editor, block, key]);
}
