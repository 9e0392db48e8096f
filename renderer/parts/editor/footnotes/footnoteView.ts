import { msg } from '@lingui/core/macro';
import type { Editor } from '@tiptap/core';
import { baseKeymap } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import type { Node } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { StepMap } from '@tiptap/pm/transform';
import { EditorView, type NodeView } from '@tiptap/pm/view';
import { i18n } from '../../../language/language.ts';
import classes from '../editor.module.css';

const FROM_OUTSIDE = 'fromOutside';

/**
 * A footnote where it is called: its number, and, while it is chosen, its text in a small field below the line. The
 * field is an editor of its own on the note's content; what is typed there is a change of the document like any other.
 */
export class FootnoteView implements NodeView {
  readonly dom: HTMLElement;
  readonly #editor: Editor;
  readonly #getPos: () => number | undefined;
  #node: Node;
  #number = 0;
  #inner: EditorView | undefined;
  #field: HTMLElement | undefined;

  constructor(node: Node, editor: Editor, getPos: () => number | undefined) {
    this.#node = node;
    this.#editor = editor;
    this.#getPos = getPos;
    this.dom = document.createElement('span');
    this.dom.className = classes.footnote ?? '';
    this.dom.setAttribute('role', 'button');
    this.dom.dataset.footnote = '';
    this.number(0);
  }

  /** Where it stands among the footnotes of the document. */
  number(number: number): void {
    if (number === this.#number && this.dom.textContent !== '') return;
    this.#number = number;
    this.dom.textContent = number === 0 ? '*' : String(number);
    this.dom.setAttribute('aria-label', i18n._(msg`Footnote ${number}`));
  }

  position(): number {
    return this.#getPos() ?? 0;
  }

  selectNode(): void {
    this.dom.dataset.chosen = '';
    this.#open();
  }

  deselectNode(): void {
    delete this.dom.dataset.chosen;
    this.#close();
  }

  /** Goes into the text of the note. */
  enter(): void {
    this.#inner?.focus();
  }

  /** Puts this where the cursor of the note stands, and goes there. Tells whether the note is open. */
  type(text: string): boolean {
    const inner = this.#inner;
    if (inner === undefined) return false;
    inner.focus();
    inner.dispatch(inner.state.tr.insertText(text).scrollIntoView());
    return true;
  }

  update(node: Node): boolean {
    if (!node.sameMarkup(this.#node)) return false;
    this.#node = node;
    const inner = this.#inner;
    if (inner === undefined) return true;
    const { state } = inner;
    const start = node.content.findDiffStart(state.doc.content);
    const end = node.content.findDiffEnd(state.doc.content);
    if (start === null || end === null) return true;
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    inner.dispatch(
      state.tr
        .replace(start, end.b + overlap, node.slice(start, end.a + overlap))
        .setMeta(FROM_OUTSIDE, true)
        .setMeta('addToHistory', false),
    );
    return true;
  }

  stopEvent(): boolean {
    return false;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#close();
  }

  #open(): void {
    const { view } = this.#editor;
    const frame = view.dom.parentElement;
    if (this.#field !== undefined || frame === null) return;
    const field = document.createElement('div');
    field.className = classes.footnoteField ?? '';
    const label = document.createElement('span');
    label.className = classes.footnoteLabel ?? '';
    label.textContent = i18n._(msg`Footnote ${this.#number}`);
    field.append(label);
    frame.append(field);
    this.#field = field;
    this.#place(frame, field);
    this.#inner = new EditorView(field, {
      state: EditorState.create({
        doc: this.#node,
        selection: TextSelection.create(this.#node, this.#node.content.size),
        plugins: [
          keymap({
            'Mod-z': () => undo(view.state, view.dispatch),
            'Mod-y': () => redo(view.state, view.dispatch),
            'Mod-Shift-z': () => redo(view.state, view.dispatch),
            Escape: () => this.#leave(),
            Enter: () => this.#leave(),
            'Shift-Enter': (state, dispatch) => {
              const { hardBreak } = state.schema.nodes;
              if (hardBreak !== undefined)
                dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView());
              return true;
            },
            'Mod-b': (state, dispatch) => toggle(state, dispatch, 'bold'),
            'Mod-i': (state, dispatch) => toggle(state, dispatch, 'italic'),
          }),
          keymap(baseKeymap),
        ],
      }),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': i18n._(msg`Text of footnote ${this.#number}`),
        spellcheck: 'false',
        class: classes.footnoteText ?? '',
      },
      editable: () => view.editable,
      dispatchTransaction: (tr) => this.#dispatch(tr),
    });
  }

  #dispatch(tr: Transaction): void {
    const inner = this.#inner;
    if (inner === undefined) return;
    const { state, transactions } = inner.state.applyTransaction(tr);
    inner.updateState(state);
    if (tr.getMeta(FROM_OUTSIDE) === true) return;
    const { view } = this.#editor;
    const outer = view.state.tr;
    const offset = StepMap.offset(this.position() + 1);
    for (const transaction of transactions) {
      for (const step of transaction.steps) {
        const mapped = step.map(offset);
        if (mapped !== null) outer.step(mapped);
      }
    }
    if (outer.docChanged) view.dispatch(outer);
  }

  #place(frame: HTMLElement, field: HTMLElement): void {
    const [outside, here] = [frame.getBoundingClientRect(), this.dom.getBoundingClientRect()];
    const width = Math.min(420, outside.width);
    field.style.width = `${width}px`;
    field.style.top = `${here.bottom - outside.top + 6}px`;
    field.style.left = `${Math.max(0, Math.min(here.left - outside.left - 24, outside.width - width))}px`;
  }

  /** Back to the text, behind the note. */
  #leave(): boolean {
    const { view } = this.#editor;
    const after = this.position() + this.#node.nodeSize;
    view.focus();
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(after))));
    return true;
  }

  #close(): void {
    this.#inner?.destroy();
    this.#inner = undefined;
    this.#field?.remove();
    this.#field = undefined;
  }
}

function toggle(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined, name: string): boolean {
  const type = state.schema.marks[name];
  const { from, to, empty } = state.selection;
  if (type === undefined || empty) return true;
  const has = state.doc.rangeHasMark(from, to, type);
  dispatch?.(has ? state.tr.removeMark(from, to, type) : state.tr.addMark(from, to, type.create()));
  return true;
}

/** Whether a footnote is what is chosen. */
export function isChosen(state: EditorState): boolean {
  return state.selection instanceof NodeSelection && state.selection.node.type.name === 'footnote';
}
