import { Extension } from '@tiptap/core';
import { search } from 'prosemirror-search';

/** Finds and marks words in the text; the bar is FindBar. */
export const Finding = Extension.create({
  name: 'finding',
  addProseMirrorPlugins: () => [search()],
});
