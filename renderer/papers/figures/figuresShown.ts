import type { Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Figure } from '../../parts/editor/schema/figures.ts';
import { FigureView, type LoadPicture } from './figureView.ts';

export interface FigureOptions {
  readonly load: LoadPicture;
  /** Takes pictures that were pasted or dropped into the text. */
  readonly take: (editor: Editor, pictures: readonly File[], pasted: boolean) => void;
}

const PICTURES = ['image/png', 'image/jpeg'];

/** Figures with their pictures, and pictures that are pasted or dropped become figures. */
export const FiguresShown = Figure.extend<FigureOptions>({
  addOptions: () => ({ load: async () => undefined, take: () => {} }),
  addNodeView() {
    return ({ node, editor, getPos }) => new FigureView(node, editor, getPos, this.options.load);
  },
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const picturesIn = (files: FileList | undefined): File[] => {
      const all = [...(files ?? [])];
      return editor.isEditable && all.every(({ type }) => PICTURES.includes(type)) ? all : [];
    };
    return [
      new Plugin({
        props: {
          handlePaste(_view, event) {
            const pictures = picturesIn(event.clipboardData?.files);
            // What was copied from a page or a word processor comes with its words, which are what is wanted.
            if (pictures.length === 0 || event.clipboardData?.getData('text/plain').trim()) return false;
            options.take(editor, pictures, true);
            return true;
          },
          handleDrop(view, event) {
            const pictures = picturesIn(event.dataTransfer?.files);
            if (pictures.length === 0) return false;
            event.preventDefault();
            event.stopPropagation();
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (at !== null) editor.commands.setTextSelection(at.pos);
            options.take(editor, pictures, false);
            return true;
          },
        },
      }),
    ];
  },
});
