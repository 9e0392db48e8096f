import type { NoteRanges, NoteToPlace } from './placeNotes.ts';
import type { PlacedState } from './placingInText.ts';

/** What the plugin tells, and what it needs of the language. */
export interface NotesDesk {
  /** Where the notes stand, after each time that they were looked for. */
  placed(ranges: NoteRanges): void;
  /** Somebody points at this note in the text: its words, or, with `open`, its sign. */
  pointed(note: string, open: boolean): void;
  /** What a sign is called: `Private note: …`. */
  signName(notes: readonly NoteToPlace[]): string;
}

export type NotesState = PlacedState<NoteToPlace>;
