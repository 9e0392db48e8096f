import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import { Footnote } from '../schema/footnotes.ts';
import { FootnoteView, isChosen } from './footnoteView.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    documentFootnotes: {
      /** Calls a new footnote behind what is chosen, and goes into its text. */
      addFootnote: () => ReturnType;
    };
  }
  interface Storage {
    footnote: { views: Set<FootnoteView>; renumber: () => void };
  }
}

/** Footnotes with their numbers, which follow the order in the text, and their text to be edited. */
export const Footnotes = Footnote.extend({
  addStorage: () => ({ views: new Set<FootnoteView>(), renumber: () => {} }),
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const { views } = editor.storage.footnote;
      // Where it stands can be asked when the editor has it.
      queueMicrotask(() => editor.storage.footnote.renumber());
      const view = new FootnoteView(node, editor, getPos);
      const destroy = view.destroy.bind(view);
      views.add(view);
      view.destroy = () => {
        views.delete(view);
        destroy();
      };
      return view;
    };
  },
  addCommands() {
    return {
      addFootnote:
        () =>
        ({ tr, dispatch, state, editor }) => {
          const { $to } = state.selection;
          const type = state.schema.nodes.footnote;
          if (type === undefined || !$to.parent.inlineContent || !$to.parent.type.contentMatch.matchType(type))
            return false;
          if (dispatch) {
            tr.insert($to.pos, type.create({ id: crypto.randomUUID() }));
            tr.setSelection(NodeSelection.create(tr.doc, $to.pos));
            requestAnimationFrame(() => enterChosen(editor.storage.footnote.views, $to.pos));
          }
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-f': () => {
        if (!this.editor.commands.addFootnote()) return false;
        enterChosen(this.editor.storage.footnote.views, this.editor.state.selection.from);
        return true;
      },
      Enter: () => {
        if (!isChosen(this.editor.state)) return false;
        enterChosen(this.editor.storage.footnote.views, this.editor.state.selection.from);
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    const { storage } = this.editor;
    const { views } = storage.footnote;
    return [
      new Plugin({
        key: new PluginKey('footnoteNumbers'),
        props: {
          // What is typed while a note is chosen is its text, also before the field has the focus; it never takes its place.
          handleTextInput: (editorView, from, _to, text) =>
            isChosen(editorView.state) && typeIntoChosen(views, from, text),
        },
        view: (editorView) => {
          let numbered: string | undefined;
          const renumber = (doc: Node) => {
            const order = `${views.size}: ${orderIn(doc)}`;
            if (order === numbered) return;
            numbered = order;
            const ordered = [...views].map((view) => ({ view, at: view.position() }));
            for (const [index, { view }] of ordered.sort((one, other) => one.at - other.at).entries()) {
              view.number(index + 1);
            }
          };
          storage.footnote.renumber = () => {
            numbered = undefined;
            renumber(editorView.state.doc);
          };
          renumber(editorView.state.doc);
          return {
            update: (now, before) => {
              if (now.state.doc !== before.doc) renumber(now.state.doc);
            },
          };
        },
      }),
    ];
  },
});

const orders = new WeakMap<Node, string>();
let unnamed = 0;

/** Tells one order of footnotes from another; blocks that did not change are not looked through again. */
function orderIn(doc: Node): string {
  let all = '';
  doc.forEach((block) => {
    let order = orders.get(block);
    if (order === undefined) {
      order = '';
      block.descendants((node) => {
        if (node.type.name !== 'footnote') return true;
        unnamed += 1;
        order += `${typeof node.attrs.id === 'string' ? node.attrs.id : unnamed} `;
        return false;
      });
      orders.set(block, order);
    }
    all += order;
  });
  return all;
}

function enterChosen(views: ReadonlySet<FootnoteView>, at: number): void {
  for (const view of views) if (view.position() === at) view.enter();
}

function typeIntoChosen(views: ReadonlySet<FootnoteView>, at: number, text: string): boolean {
  for (const view of views) if (view.position() === at) return view.type(text);
  return false;
}
