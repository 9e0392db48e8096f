import type { z } from 'zod';
import { create } from 'zustand';
import type { ImportNote } from '../../../contract/papers/calls.ts';

type Note = z.output<typeof ImportNote>;

/** What a file became, and what of it could not be kept. */
export interface Imported {
  readonly file: string;
  readonly notes: readonly Note[];
}

interface ImportedStore {
  readonly papers: ReadonlyMap<string, Imported>;
  add(paper: string, imported: Imported): void;
  forget(paper: string): void;
}

/** Papers that were taken in by this window and of which something could not be kept, until somebody has read it. */
export const useImported = create<ImportedStore>((set) => ({
  papers: new Map(),
  add: (paper, imported) => set(({ papers }) => ({ papers: new Map(papers).set(paper, imported) })),
  forget: (paper) =>
    set(({ papers }) => {
      const rest = new Map(papers);
      rest.delete(paper);
      return { papers: rest };
    }),
}));
