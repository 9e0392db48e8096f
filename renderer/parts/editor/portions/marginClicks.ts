import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

export interface MarginOptions {
  /** Somebody asks for the marks of the chosen blocks, here in the window. */
  open(at: { readonly x: number; readonly y: number }): void;
}

/** A click on a mark in the margin asks for the marks of its block, which is chosen first. */
export const MarginClicks = Extension.create<MarginOptions>({
  name: 'marginClicks',
  addOptions: () => ({ open: () => {} }),
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('marginClicks'),
        props: {
          handleDOMEvents: {
            mousedown: (view, event) => {
              const block = blockInMargin(view, event);
              if (block === undefined) return false;
              event.preventDefault();
              choose(view, block);
              return true;
            },
            // Not before the button is released: what is pressed outside a menu closes it.
            click: (view, event) => {
              if (blockInMargin(view, event) === undefined) return false;
              this.options.open({ x: event.clientX, y: event.clientY });
              return true;
            },
          },
        },
      }),
    ];
  },
});

/** The block beside whose text the click was, on its mark. */
function blockInMargin(view: EditorView, event: MouseEvent): HTMLElement | undefined {
  if (!(event.target instanceof HTMLElement) || event.button !== 0 || !view.editable) return undefined;
  let block: HTMLElement | null = event.target;
  while (block !== null && block.parentElement !== view.dom) block = block.parentElement;
  if (block === null || block.dataset.portion !== undefined) return undefined;
  const margin = Number.parseFloat(getComputedStyle(block).getPropertyValue('padding-inline-start'));
  const { left } = block.getBoundingClientRect();
  return margin > 60 && event.clientX < left + margin - 8 ? block : undefined;
}

/** Chooses a block, unless it is among those chosen. */
function choose(view: EditorView, block: HTMLElement): void {
  const at = view.posAtDOM(block, 0);
  const { selection, doc } = view.state;
  view.focus();
  if (selection.from <= at && at <= selection.to) return;
  const [start] = [doc.resolve(Math.min(at, doc.content.size))];
  const top = start.depth === 0 ? start : doc.resolve(start.start(1));
  const end = start.depth === 0 ? top.pos : start.end(1);
  if (selection.from >= top.pos && selection.to <= end) return;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(top)));
}
