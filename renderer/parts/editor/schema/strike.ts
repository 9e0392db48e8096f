import { Mark, markInputRule, markPasteRule } from '@tiptap/core';

/** Words that are struck through. Tiptap's own has the keys of sealing a bundle. */
export const Strike = Mark.create({
  name: 'strike',
  parseHTML: () => [
    { tag: 's' },
    { tag: 'del' },
    { tag: 'strike' },
    {
      style: 'text-decoration',
      consuming: false,
      getAttrs: (style) => (style.includes('line-through') ? {} : false),
    },
  ],
  renderHTML: () => ['s', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-x': () => this.editor.commands.toggleMark(this.name) };
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|\s)(~~(?!\s+~~)([^~]+)~~(?!\s+~~))$/, type: this.type })];
  },
  addPasteRules() {
    return [markPasteRule({ find: /(?:^|\s)(~~(?!\s+~~)([^~]+)~~(?!\s+~~))/g, type: this.type })];
  },
});
