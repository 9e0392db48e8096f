import { create } from 'zustand';
import type { CopiesIn, Purpose, What, Whom } from './audience.ts';

import type { NoticeDraft } from './notice.ts';

/** What was chosen for a bundle that is not sealed yet. */
export interface KeptDraft {
  readonly whom: Whom;
  readonly what: What;
  readonly purpose: Purpose | undefined;
  readonly without: ReadonlySet<string>;
  readonly each: boolean;
  readonly underWords: boolean;
  readonly name: string;
  readonly volumeBytes: number | undefined;
  readonly intoFolder: boolean;
  readonly copies: CopiesIn | undefined;
  readonly notice: NoticeDraft;
}

interface KeptDraftState {
  /** Which visit to the page it is of: going back to that finds what was chosen, going there anew does not. */
  readonly visit: string | undefined;
  readonly draft: KeptDraft | undefined;
  keep(visit: string, draft: KeptDraft): void;
  forget(): void;
}

/** The bundle that is being put together, for who comes back to it (by the arrow, or `?back`): until the vault is locked. */
export const useKeptDraft = create<KeptDraftState>((set) => ({
  visit: undefined,
  draft: undefined,
  keep: (visit, draft) => set({ visit, draft }),
  forget: () => set({ visit: undefined, draft: undefined }),
}));
