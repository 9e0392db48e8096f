import type { DecorationSet } from '@tiptap/pm/view';
import type { NoteRanges, NoteToPlace } from './placeNotes.ts';

/** What the plugin tells, and what it needs of the language. */
export interface NotesDesk {
  /** Where the notes stand, after each time that they were looked for. */
  placed(ranges: NoteRanges): void;
  /** Somebody points at this note in the text: its words, or, with `open`, its sign. */
  pointed(note: string, open: boolean): void;
  /** What a sign is called: `Private note: …`. */
  signName(notes: readonly NoteToPlace[]): string;
}

export interface NotesState {
  readonly notes: readonly NoteToPlace[];
  readonly ranges: NoteRanges;
  readonly selected: string | undefined;
  /** The words that a note is being written on. */
  readonly pending: { readonly from: number; readonly to: number } | undefined;
  readonly marks: DecorationSet;
  /** The text changed since the notes were placed. */
  readonly stale: boolean;
}
