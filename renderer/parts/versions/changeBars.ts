import { Extension } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Document } from '../../../domain/papers/richText.ts';
import { changeFromElsewhere } from '../editor/freshSelection.ts';
import classes from './versions.module.css';

interface BarsState {
  /** The blocks of the version that is compared with, by id; undefined without one. */
  readonly before: ReadonlyMap<string, Node | undefined> | undefined;
  readonly bars: DecorationSet;
}

const key = new PluginKey<BarsState>('changeBars');

/** Bars at the edge of the blocks that are not as they were in a version, as printed supplements have them. */
export function changeBars(): Extension {
  return Extension.create({
    name: 'changeBars',
    addProseMirrorPlugins: () => [
      new Plugin<BarsState>({
        key,
        state: {
          init: () => ({ before: undefined, bars: DecorationSet.empty }),
          apply(tr, state) {
            const told: Pick<BarsState, 'before'> | undefined = tr.getMeta(key);
            if (told === undefined && !tr.docChanged) return state;
            const before = told === undefined ? state.before : told.before;
            return { before, bars: barsFor(tr.doc, before) };
          },
        },
        props: { decorations: (state) => key.getState(state)?.bars },
      }),
    ],
  });
}

/** Tells the editor with which version its text is compared; undefined for none. */
export function compareWith(view: EditorView, document: Document | undefined): void {
  const before = document && nodesOf(document, view.state.schema);
  changeFromElsewhere(view, ({ tr }) => tr.setMeta(key, { before }).setMeta('addToHistory', false));
}

function nodesOf({ content }: Document, schema: Schema): Map<string, Node | undefined> {
  return new Map(content.map((block) => [block.attrs.id, nodeOf(block, schema)]));
}

/** Undefined for a block that this editor does not know, which is then another one. */
function nodeOf(block: object, schema: Schema): Node | undefined {
  try {
    return schema.nodeFromJSON(block);
  } catch {
    return undefined;
  }
}

function barsFor(doc: Node, before: BarsState['before']): DecorationSet {
  if (before === undefined) return DecorationSet.empty;
  const bars: Decoration[] = [];
  doc.forEach((block, place) => {
    const id: unknown = block.attrs.id;
    const then = typeof id === 'string' ? before.get(id) : undefined;
    // An empty paragraph that is new says nothing.
    const isNothing = then === undefined && block.isTextblock && block.content.size === 0;
    if (isNothing || (then !== undefined && block.eq(then))) return;
    bars.push(Decoration.node(place, place + block.nodeSize, { class: classes.bar ?? '', 'data-changed': '' }));
  });
  return DecorationSet.create(doc, bars);
}
