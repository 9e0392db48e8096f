import { create } from 'zustand';

/** A file that was sealed in this window. */
export interface JustSealed {
  readonly bundle: string;
  /** For whom it is, by name; absent where one file is for all. */
  readonly for?: string;
  readonly file: string;
  /** How many volumes stand for the file, where it was cut. */
  readonly volumes?: number;
  /** It lies in the exchange folder. */
  readonly inFolder?: boolean;
  /** The words that open it. They are nowhere else. */
  readonly words?: string;
}

interface JustSealedState {
  readonly files: readonly JustSealed[];
  /** Those for whom no file was made, because nothing goes to them. */
  readonly nothingFor: readonly string[];
  keep(files: readonly JustSealed[], nothingFor?: readonly string[]): void;
  /** The words were noted: they are shown no more. */
  noted(bundle: string): void;
  forget(): void;
}

/** What was sealed last, for telling what to do with it: in the memory of this window, until the vault is locked. */
export const useJustSealed = create<JustSealedState>((set) => ({
  files: [],
  nothingFor: [],
  keep: (files, nothingFor = []) => set({ files, nothingFor }),
  noted: (bundle) =>
    set(({ files }) => ({
      files: files.map((one) => {
        if (one.bundle !== bundle) return one;
        const { words: _words, ...rest } = one;
        return rest;
      }),
    })),
  forget: () => set({ files: [], nothingFor: [] }),
}));
