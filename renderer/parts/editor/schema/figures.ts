import { Node } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** A picture among the record's files, with its caption. It stands at the top of a document only. */
export const Figure = Node.create({
  name: 'figure',
  group: 'top',
  content: 'inline*',
  draggable: true,
  isolating: true,
  addAttributes: () => ({
    file: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-file'),
      renderHTML: ({ file }) => (typeof file === 'string' ? { 'data-file': file } : {}),
    },
    alt: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-alt') ?? '',
      renderHTML: ({ alt }) => ({ 'data-alt': typeof alt === 'string' ? alt : '' }),
    },
    width: {
      default: null,
      parseHTML: (element) => Number(element.getAttribute('data-width')) || null,
      renderHTML: ({ width }) => (typeof width === 'number' ? { 'data-width': String(width) } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-file]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    const inCaption = () => this.editor.state.selection.$from.parent.type.name === this.name;
    return {
      // A caption is one paragraph: what follows stands under the figure.
      Enter: () => {
        const { state, view } = this.editor;
        const paragraph = state.schema.nodes.paragraph?.createAndFill();
        if (!inCaption() || paragraph === null || paragraph === undefined) return false;
        const after = state.selection.$from.after();
        const tr = state.tr.insert(after, paragraph);
        view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
        return true;
      },
      // At the beginning of its caption the figure is chosen first, and taken out by the same key again.
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        return (
          inCaption() && empty && $from.parentOffset === 0 && this.editor.commands.setNodeSelection($from.before())
        );
      },
    };
  },
});
