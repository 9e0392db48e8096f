import { create } from 'zustand';

/** What a removal for good came to. */
export interface PurgedRecord {
  /** Backups beside the vault that were cleaned. */
  readonly cleaned: number;
  /** There are copies that cannot be reached and still hold it. */
  readonly copiesLeft: boolean;
}

interface PurgedState {
  readonly purged: PurgedRecord | undefined;
  tell(purged: PurgedRecord): void;
  forget(): void;
}

/** What was removed for good last in this window: told once, also when the page of what is gone goes with it. */
export const usePurged = create<PurgedState>((set) => ({
  purged: undefined,
  tell: (purged) => set({ purged }),
  forget: () => set({ purged: undefined }),
}));
