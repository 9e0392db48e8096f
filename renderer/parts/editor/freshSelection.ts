import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * What a key does it does where the cursor is seen. The browser tells that the cursor moved with its next frame, and on a
 * slow machine keys come faster than frames: before each key the editor is told, so that it reads where the cursor is.
 */
export const FreshSelection = Extension.create({
  name: 'freshSelection',
  priority: 10_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('freshSelection'),
      props: {
        handleDOMEvents: {
          keydown: ({ dom, composing }) => {
            if (!composing) dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
            return false;
          },
        },
      },
    }),
  ],
});
