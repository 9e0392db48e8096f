import { msg } from '@lingui/core/macro';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { FIGURE_WIDTHS, figureOf } from '../../../domain/papers/figures.ts';
import { i18n } from '../../language/language.ts';
import classes from './figures.module.css';

/** Gives the address of a picture of the record, held in memory; undefined where it is not there. */
export type LoadPicture = (file: string) => Promise<string | undefined>;

/** A picture with what there is to see, its width, and its caption under it. */
export class FigureView implements NodeView {
  readonly dom = document.createElement('figure');
  readonly contentDOM = document.createElement('figcaption');
  readonly #picture = document.createElement('img');
  readonly #missing = document.createElement('p');
  readonly #tools = document.createElement('div');
  readonly #alt = document.createElement('input');
  readonly #width = document.createElement('select');
  readonly #editor: Editor;
  readonly #getPos: () => number | undefined;
  readonly #load: LoadPicture;
  #node: Node;
  #file = '';

  constructor(node: Node, editor: Editor, getPos: () => number | undefined, load: LoadPicture) {
    this.#node = node;
    this.#editor = editor;
    this.#getPos = getPos;
    this.#load = load;
    this.dom.className = classes.figure ?? '';
    this.contentDOM.className = classes.caption ?? '';
    this.contentDOM.dataset.word = i18n._(msg`Figure`);
    this.contentDOM.dataset.hint = i18n._(msg`Caption`);
    this.#tools.className = classes.tools ?? '';
    this.#tools.contentEditable = 'false';
    this.#missing.className = classes.missing ?? '';
    this.#missing.contentEditable = 'false';
    this.#missing.textContent = i18n._(msg`The picture is not in this vault.`);
    this.#missing.hidden = true;
    this.#alt.setAttribute('aria-label', i18n._(msg`What there is to see`));
    this.#alt.placeholder = i18n._(msg`What there is to see, for those who do not see it`);
    this.#alt.addEventListener('input', () => this.#tell('alt', this.#alt.value));
    this.#alt.addEventListener('keydown', (event) => this.#onKey(event));
    this.#width.setAttribute('aria-label', i18n._(msg`Width of the figure`));
    this.#width.append(...FIGURE_WIDTHS.map((width) => new Option(`${width} %`, String(width))));
    this.#width.addEventListener('change', () => this.#tell('width', Number(this.#width.value)));
    this.#tools.append(this.#alt, this.#width);
    this.dom.append(this.#picture, this.#missing, this.#tools, this.contentDOM);
    this.#show();
  }

  /** Puts the cursor where it is said what there is to see. */
  ask(): void {
    this.#alt.focus();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.#tools.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  #show(): void {
    const { file, alt, width } = figureOf({ attrs: this.#node.attrs });
    const { id, mark } = this.#node.attrs;
    for (const [name, value] of [
      ['data-id', id],
      ['data-mark', mark],
    ] as const) {
      if (typeof value === 'string') this.dom.setAttribute(name, value);
      else this.dom.removeAttribute(name);
    }
    this.#picture.alt = alt;
    this.#picture.style.width = `${width}%`;
    if (this.#alt.value !== alt) this.#alt.value = alt;
    this.#width.value = String(width);
    this.#tools.hidden = !this.#editor.isEditable;
    this.contentDOM.toggleAttribute('data-empty', this.#node.content.size === 0);
    if (file === this.#file) return;
    this.#file = file;
    this.#picture.hidden = true;
    void this.#load(file).then(
      (address) => this.#draw(file, address),
      () => this.#draw(file, undefined),
    );
  }

  #draw(file: string, address: string | undefined): void {
    if (file !== this.#file) return;
    this.#picture.hidden = address === undefined;
    this.#missing.hidden = address !== undefined;
    if (address !== undefined) this.#picture.src = address;
  }

  #tell(name: 'alt' | 'width', value: string | number): void {
    const at = this.#getPos();
    if (at !== undefined) this.#editor.view.dispatch(this.#editor.state.tr.setNodeAttribute(at, name, value));
  }

  /** Down, Enter and Escape go on into the caption. */
  #onKey(event: KeyboardEvent): void {
    const at = this.#getPos();
    if (at === undefined || !['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    // At once: the next key is meant for the caption.
    const { view, state } = this.#editor;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at + 1)));
    view.focus();
  }
}
