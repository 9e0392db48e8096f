import { msg } from '@lingui/core/macro';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { i18n } from '../../../language/language.ts';
import classes from '../editor.module.css';

/** A table with its caption above, which scrolls in itself when it is wider than the page. */
export class CaptionedTableView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #caption: HTMLInputElement;
  readonly #editor: Editor;
  readonly #getPos: () => number | undefined;
  #node: Node;

  constructor(node: Node, editor: Editor, getPos: () => number | undefined) {
    this.#node = node;
    this.#editor = editor;
    this.#getPos = getPos;
    this.dom = document.createElement('div');
    this.dom.className = classes.table ?? '';
    this.#caption = document.createElement('input');
    this.#caption.className = classes.caption ?? '';
    this.#caption.setAttribute('aria-label', i18n._(msg`Caption of the table`));
    this.#caption.placeholder = i18n._(msg`Caption`);
    this.#caption.addEventListener('input', () => this.#tell());
    this.#caption.addEventListener('keydown', (event) => this.#onKey(event));
    const scroller = document.createElement('div');
    scroller.className = classes.tableScroll ?? '';
    const table = document.createElement('table');
    this.contentDOM = document.createElement('tbody');
    table.append(this.contentDOM);
    scroller.append(table);
    this.dom.append(this.#caption, scroller);
    this.#show();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#caption;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  #show(): void {
    const { id, mark, caption } = this.#node.attrs;
    for (const [name, value] of [
      ['data-id', id],
      ['data-mark', mark],
    ] as const) {
      if (typeof value === 'string') this.dom.setAttribute(name, value);
      else this.dom.removeAttribute(name);
    }
    const said = typeof caption === 'string' ? caption : '';
    if (this.#caption.value !== said) this.#caption.value = said;
    this.#caption.readOnly = !this.#editor.isEditable;
    this.#caption.hidden = this.#caption.readOnly && said === '';
  }

  #tell(): void {
    const at = this.#getPos();
    if (at === undefined) return;
    const value = this.#caption.value === '' ? null : this.#caption.value;
    this.#editor.view.dispatch(this.#editor.state.tr.setNodeAttribute(at, 'caption', value));
  }

  /** Down and Enter go into the first cell. */
  #onKey(event: KeyboardEvent): void {
    const at = this.#getPos();
    if (at === undefined || !['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    this.#editor
      .chain()
      .focus(at + 4)
      .run();
  }
}
