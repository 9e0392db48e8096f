import { create } from 'zustand';
import type { Anchor } from '../../../domain/papers/placeAnchor.ts';
import type { NoteRanges } from './placeNotes.ts';

export type NoteKind = 'comment' | 'annotation';

/** A note that is being written on words of a text. */
export interface NoteDraft {
  readonly record: string;
  readonly kind: NoteKind;
  readonly anchor: Anchor;
}

/** What the list of notes asks of the text that is open. */
export interface OpenText {
  readonly record: string;
  /** Where its notes stand; undefined until they were placed. */
  readonly ranges: NoteRanges | undefined;
  /** Goes to the words of a note; false when they could not be placed. */
  reveal(note: string): boolean;
  /** The anchor of the words that are chosen, or of the block where the cursor stands. */
  anchorHere(): Anchor | undefined;
  /** Gives the text the focus back. */
  focus(): void;
}

interface NotesStore {
  readonly text: OpenText | undefined;
  readonly selected: string | undefined;
  /** How often a note was asked for from the text, and how often the list has shown one: it shows it each time, once. */
  readonly asked: number;
  readonly answered: number;
  readonly draft: NoteDraft | undefined;
  /** The note whose words are gone to as soon as they are placed in the text that is being opened. */
  readonly sought: string | undefined;
  opened(text: OpenText | undefined): void;
  /** Where the notes of the open text stand now. */
  placed(ranges: NoteRanges): void;
  select(note: string | undefined): void;
  ask(note: string): void;
  answer(): void;
  begin(draft: NoteDraft | undefined): void;
  /** Looks for a note in the text that is opened next. */
  seek(note: string | undefined): void;
}

/** What joins a text in an editor and the list of its notes in the side panel. */
export const useNotesStore = create<NotesStore>((set) => ({
  text: undefined,
  selected: undefined,
  asked: 0,
  answered: 0,
  draft: undefined,
  sought: undefined,
  opened: (text) => set(({ sought }) => (text === undefined ? { text, selected: sought, draft: undefined } : { text })),
  placed: (ranges) => set(({ text }) => (text === undefined ? {} : { text: { ...text, ranges } })),
  select: (selected) => set({ selected }),
  ask: (selected) => set(({ asked }) => ({ selected, asked: asked + 1 })),
  answer: () => set(({ asked }) => ({ answered: asked })),
  begin: (draft) => set({ draft }),
  seek: (sought) => set({ sought, selected: sought }),
}));
