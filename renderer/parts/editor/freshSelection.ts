import { Extension } from '@tiptap/core';
import { keymap } from '@tiptap/pm/keymap';
import { type Command, type EditorState, Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * What a key does it does where the cursor is seen. The browser tells that the cursor moved with its next frame, and keys
 * may come faster than frames, as may what changes the text from elsewhere: before and after each key the editor is told,
 * so that it reads where the cursor is.
 *
 * To the start and the end of the text the cursor is brought here: where the browser does it, ProseMirror takes it back
 * for 200 ms after the text got the keyboard (it looks like a browser that lost its place), and from between two blocks
 * the browser does not do it.
 */
export const FreshSelection = Extension.create({
  name: 'freshSelection',
  priority: 10_000,
  addProseMirrorPlugins: () => [
    keymap({
      'Mod-Home': goTo(Selection.atStart),
      'Mod-End': goTo(Selection.atEnd),
    }),
    new Plugin({
      key: new PluginKey('freshSelection'),
      props: {
        handleDOMEvents: {
          keydown: readCursor,
          keyup: readCursor,
        },
      },
    }),
  ],
});

function goTo(end: (doc: EditorState['doc']) => Selection): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.setSelection(end(state.doc)).scrollIntoView());
    return true;
  };
}

/**
 * Changes a text, or what is drawn in it, for another reason than a key in it. The cursor is read first, so that it stays
 * where it is seen: the last key may have moved it in this very frame.
 */
export function changeFromElsewhere(view: EditorView, change: (state: EditorState) => Transaction): void {
  readCursor(view);
  view.dispatch(change(view.state));
}

function readCursor({ dom, composing }: EditorView): boolean {
  if (!composing) dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
  return false;
}
