import { NodeSelection } from '@tiptap/pm/state';
import { ReactNodeViewRenderer } from '@tiptap/react';
import classes from '../editor.module.css';
import { Portion } from '../schema/portions.ts';
import { PortionBlock } from './PortionBlock.tsx';

/** Stricter portions as placeholders, whose text is opened in their place where it is in this vault. */
export const Portions = Portion.extend({
  addNodeView() {
    return ReactNodeViewRenderer(PortionBlock, {
      className: classes.portion ?? '',
      stopEvent: () => true,
      ignoreMutation: () => true,
      attrs: ({ node }) => ({ 'data-id': String(node.attrs.id), 'data-mark': String(node.attrs.label) }),
    });
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== this.name) return false;
        const place = this.editor.view.nodeDOM(selection.from);
        if (place instanceof Element) place.querySelector('button')?.click();
        return true;
      },
    };
  },
});
