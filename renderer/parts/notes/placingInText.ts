import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { changeFromElsewhere } from '../editor/freshSelection.ts';
import { followRanges, type NoteRange, type NoteRanges, type Placeable, placeNotes } from './placeNotes.ts';

/** How long typing pauses before what lost its words is looked for anew. */
const PAUSE = 250;

/** What is shown on the words of a text, and where it stands in it now. */
export interface PlacedState<P extends Placeable> {
  readonly notes: readonly P[];
  readonly ranges: NoteRanges;
  readonly selected: string | undefined;
  /** The words that one is being written on. */
  readonly pending: { readonly from: number; readonly to: number } | undefined;
  readonly marks: DecorationSet;
  /** The text changed since they were placed. */
  readonly stale: boolean;
}

/** What the editor is told. */
export interface Change<P extends Placeable> {
  readonly notes?: readonly P[];
  readonly selected?: string | null;
  readonly pending?: { readonly from: number; readonly to: number } | null;
  readonly again?: true;
}

/** How they are drawn, and who is told where they stand and which is pointed at. */
export interface Drawing<P extends Placeable> {
  draw(doc: Node, state: Omit<PlacedState<P>, 'marks' | 'stale'>): DecorationSet;
  /** Where they stand, after each time that they were looked for. */
  placed(ranges: NoteRanges): void;
  /** Somebody points at this place of the text. */
  pointed(state: PlacedState<P>, place: number): void;
}

export interface Placing<P extends Placeable> {
  extension(drawing: Drawing<P>): Extension;
  stateOf(state: EditorState): PlacedState<P> | undefined;
  /** Tells the editor what there is, which is chosen, and on which words one is being written. */
  tell(view: EditorView, change: Change<P>): void;
}

/**
 * Shows something on the words that it is about, in any text, also one that is only read: notes, and what is marked in
 * minutes. While somebody types it is carried along; where its words went is looked for in a pause.
 */
export function placingInText<P extends Placeable>(name: string): Placing<P> {
  const key = new PluginKey<PlacedState<P>>(name);
  const tell: Placing<P>['tell'] = (view, change) =>
    changeFromElsewhere(view, ({ tr }) => tr.setMeta(key, change).setMeta('addToHistory', false));
  const next = (tr: Transaction, before: PlacedState<P>, drawing: Drawing<P>): PlacedState<P> => {
    const change: Change<P> | undefined = tr.getMeta(key);
    const followed = tr.docChanged ? followRanges(before.ranges, tr.mapping) : before.ranges;
    const pending = followPending(tr, before, change);
    if (change === undefined) {
      if (!tr.docChanged) return before;
      const marks = before.marks.map(tr.mapping, tr.doc);
      return { ...before, ranges: followed, pending, marks, stale: true };
    }
    const notes = change.notes ?? before.notes;
    const selected = change.selected === undefined ? before.selected : (change.selected ?? undefined);
    const isNew = change.notes !== undefined || change.again === true || before.stale || tr.docChanged;
    const ranges = isNew ? placeNotes(tr.doc, notes, kept(before, notes, followed)) : followed;
    const state = { notes, ranges, selected, pending };
    return { ...state, marks: drawing.draw(tr.doc, state), stale: false };
  };
  const plugin = (drawing: Drawing<P>) =>
    new Plugin<PlacedState<P>>({
      key,
      state: {
        init: () => ({
          notes: [],
          ranges: new Map(),
          selected: undefined,
          pending: undefined,
          marks: DecorationSet.empty,
          stale: false,
        }),
        apply: (tr, before) => next(tr, before, drawing),
      },
      props: {
        decorations: (state) => key.getState(state)?.marks,
        handleClick(view, place) {
          const state = key.getState(view.state);
          if (state !== undefined) drawing.pointed(state, place);
          return false;
        },
      },
      view(view) {
        let pausing: ReturnType<typeof setTimeout> | undefined;
        let told: NoteRanges | undefined;
        return {
          update(now) {
            const state = key.getState(now.state);
            if (state === undefined) return;
            clearTimeout(pausing);
            if (state.stale) {
              pausing = setTimeout(() => tell(view, { again: true }), PAUSE);
            } else if (state.ranges !== told) {
              told = state.ranges;
              drawing.placed(state.ranges);
            }
          },
          destroy: () => clearTimeout(pausing),
        };
      },
    });
  return {
    extension: (drawing) => Extension.create({ name, addProseMirrorPlugins: () => [plugin(drawing)] }),
    stateOf: (state) => key.getState(state),
    tell,
  };
}

/** What was followed of those that are on the same words as before. */
function kept<P extends Placeable>(
  before: PlacedState<P>,
  notes: readonly P[],
  followed: NoteRanges,
): Map<string, NoteRange> {
  const anchors = new Map(before.notes.map(({ id, anchor }) => [id, JSON.stringify(anchor)]));
  const same = new Map<string, NoteRange>();
  for (const { id, anchor } of notes) {
    const range = followed.get(id);
    if (range !== undefined && anchors.get(id) === JSON.stringify(anchor)) same.set(id, range);
  }
  return same;
}

function followPending<P extends Placeable>(
  tr: Transaction,
  { pending }: PlacedState<P>,
  change: Change<P> | undefined,
) {
  if (change?.pending !== undefined) return change.pending ?? undefined;
  if (pending === undefined || !tr.docChanged) return pending;
  const from = tr.mapping.map(pending.from, 1);
  return { from, to: Math.max(from, tr.mapping.map(pending.to, -1)) };
}
