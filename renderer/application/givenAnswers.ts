import { create } from 'zustand';
import type { Json } from '../../domain/records/json.ts';

/** What a person answered: the value of a version, of all of them together, or one of their own. */
export type ConflictAnswer =
  | { readonly take: 'side'; readonly version: string }
  | { readonly take: 'both' }
  | { readonly take: 'own'; readonly value: Json | undefined };

/** Answers by the path of their question. */
export type ConflictAnswers = Readonly<Record<string, ConflictAnswer>>;

interface GivenState {
  readonly given: Readonly<Record<string, ConflictAnswers>>;
  /** Keeps answers beside those that were given already. */
  give(record: string, answers: ConflictAnswers): void;
  forget(record: string): void;
  forgetAll(): void;
}

/**
 * What was answered about records in conflict and not applied, by record: it is there again when the person comes back
 * to the record, wherever it is shown, until the vault is locked.
 */
export const useGivenAnswers = create<GivenState>((set) => ({
  given: {},
  give: (record, answers) => set(({ given }) => ({ given: { ...given, [record]: { ...given[record], ...answers } } })),
  forget: (record) =>
    set(({ given }) => ({ given: Object.fromEntries(Object.entries(given).filter(([id]) => id !== record)) })),
  forgetAll: () => set({ given: {} }),
}));
