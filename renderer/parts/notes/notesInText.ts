import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { changeFromElsewhere } from '../editor/freshSelection.ts';
import { markNotes } from './markNotes.ts';
import type { NotesDesk, NotesState } from './notesDesk.ts';
import { followRanges, type NoteRange, type NoteRanges, type NoteToPlace, placeNotes } from './placeNotes.ts';

/** How long typing pauses before notes that lost their words are looked for anew. */
const PAUSE = 250;

interface Change {
  readonly notes?: readonly NoteToPlace[];
  readonly selected?: string | null;
  readonly pending?: { readonly from: number; readonly to: number } | null;
  readonly again?: true;
}

const key = new PluginKey<NotesState>('notesInText');

export const notesState = (state: EditorState): NotesState | undefined => key.getState(state);

/** Tells the editor's plugin: which notes there are, which is chosen, and which words one is being written on. */
export function tellNotes(view: EditorView, change: Change): void {
  changeFromElsewhere(view, ({ tr }) => tr.setMeta(key, change).setMeta('addToHistory', false));
}

/**
 * Shows notes on the words that they are about, in any text, also one that is only read. While somebody types they are
 * carried along; where their words went is looked for in a pause.
 */
export function notesInText(desk: NotesDesk): Extension {
  return Extension.create({ name: 'notesInText', addProseMirrorPlugins: () => [plugin(desk)] });
}

function plugin(desk: NotesDesk): Plugin<NotesState> {
  return new Plugin<NotesState>({
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
      apply: (tr, before) => next(tr, before, desk),
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClick(view, place) {
        const note = noteAt(key.getState(view.state), place);
        if (note !== undefined) desk.pointed(note, false);
        return false;
      },
    },
    view(view) {
      let pausing: ReturnType<typeof setTimeout> | undefined;
      let told: NoteRanges | undefined;
      const tell = (ranges: NoteRanges) => {
        if (ranges === told) return;
        told = ranges;
        desk.placed(ranges);
      };
      return {
        update(now) {
          const state = key.getState(now.state);
          if (state === undefined) return;
          if (!state.stale) return tell(state.ranges);
          clearTimeout(pausing);
          pausing = setTimeout(() => tellNotes(view, { again: true }), PAUSE);
        },
        destroy: () => clearTimeout(pausing),
      };
    },
  });
}

function next(tr: Transaction, before: NotesState, desk: NotesDesk): NotesState {
  const change: Change | undefined = tr.getMeta(key);
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
  const marks = markNotes(tr.doc, { notes, ranges, selected, pending }, desk);
  return { notes, ranges, selected, pending, marks, stale: false };
}

/** What was followed of the notes that are on the same words as before. */
function kept(before: NotesState, notes: readonly NoteToPlace[], followed: NoteRanges): NoteRanges {
  const anchors = new Map(before.notes.map(({ id, anchor }) => [id, JSON.stringify(anchor)]));
  const same = new Map<string, NoteRange>();
  for (const { id, anchor } of notes) {
    const range = followed.get(id);
    if (range !== undefined && anchors.get(id) === JSON.stringify(anchor)) same.set(id, range);
  }
  return same;
}

function followPending(tr: Transaction, { pending }: NotesState, change: Change | undefined) {
  if (change?.pending !== undefined) return change.pending ?? undefined;
  if (pending === undefined || !tr.docChanged) return pending;
  const from = tr.mapping.map(pending.from, 1);
  return { from, to: Math.max(from, tr.mapping.map(pending.to, -1)) };
}

/** The note at a place of the text: of several the shortest. */
export function noteAt(state: NotesState | undefined, place: number): string | undefined {
  if (state === undefined) return undefined;
  const shown = new Set(state.notes.filter(({ resolved }) => !resolved).map(({ id }) => id));
  const hits = [...state.ranges].filter(
    ([id, { from, to, how }]) => shown.has(id) && how !== 'changed' && from <= place && place <= to,
  );
  hits.sort(([, one], [, other]) => one.to - one.from - (other.to - other.from));
  return hits[0]?.[0];
}
