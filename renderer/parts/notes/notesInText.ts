import type { Extension } from '@tiptap/core';
import { markNotes } from './markNotes.ts';
import type { NotesDesk, NotesState } from './notesDesk.ts';
import type { NoteToPlace } from './placeNotes.ts';
import { placingInText } from './placingInText.ts';

const placing = placingInText<NoteToPlace>('notesInText');

export const notesState = placing.stateOf;

/** Tells the editor which notes there are, which is chosen, and which words one is being written on. */
export const tellNotes = placing.tell;

/** Shows notes on the words that they are about. */
export function notesInText(desk: NotesDesk): Extension {
  return placing.extension({
    draw: (doc, state) => markNotes(doc, state, desk),
    placed: (ranges) => desk.placed(ranges),
    pointed(state, place) {
      const note = noteAt(state, place);
      if (note !== undefined) desk.pointed(note, false);
    },
  });
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
