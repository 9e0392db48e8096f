import { create } from 'zustand';

/** What came from outside and is about to be looked at: a file, or the words of a message. */
export type GivenSource = { readonly file: string; readonly name: string } | { readonly words: string };

interface GivenReplyState {
  readonly source: GivenSource | undefined;
  give(source: GivenSource | undefined): void;
}

/** The answer that is being looked at in this window, until it is taken in or the vault is locked. Nothing of it is kept. */
export const useGivenReply = create<GivenReplyState>((set) => ({
  source: undefined,
  give: (source) => set({ source }),
}));
