import { Mark, markInputRule } from '@tiptap/core';

/** Words as a machine has them. Beside Tiptap's own, it may stand with other marks, as the model allows. */
export const Code = Mark.create({
  name: 'code',
  code: true,
  inclusive: false,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark(this.name) };
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`([^`]+)`(?!`))$/, type: this.type })];
  },
});
