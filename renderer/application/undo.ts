import { create } from 'zustand';

/** Something a person did that can be taken back. */
export interface Done {
  /** In the person's words: `Removed 3 people`. */
  readonly label: string;
  undo(): Promise<unknown>;
  redo?(): Promise<unknown>;
}

interface UndoState {
  readonly done: readonly Done[];
  readonly undone: readonly Done[];
  did(action: Done): void;
  /** Takes the last thing back; gives it, or undefined when there is none. */
  undo(): Promise<Done | undefined>;
  redo(): Promise<Done | undefined>;
  forget(): void;
}

const MOST = 100;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Does one thing after the other: taking back, and work that can be taken back once it is done, so that keys pressed
 * faster than that are about what they were meant for. The work itself must not wait for another turn.
 */
export function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const next = turn.then(step);
  turn = next.catch(() => undefined);
  return next;
}

/** What was done in this window, the latest last. Text being typed has an undo of its own. */
export const useUndo = create<UndoState>((set, get) => ({
  done: [],
  undone: [],
  did: (action) => set(({ done }) => ({ done: [...done.slice(1 - MOST), action], undone: [] })),
  undo: () =>
    inTurn(async () => {
      const action = get().done.at(-1);
      if (action === undefined) return undefined;
      await action.undo();
      set(({ done, undone }) => ({
        done: done.filter((one) => one !== action),
        undone: action.redo ? [...undone, action] : undone,
      }));
      return action;
    }),
  redo: () =>
    inTurn(async () => {
      const action = get().undone.at(-1);
      if (action?.redo === undefined) return undefined;
      await action.redo();
      set(({ done, undone }) => ({ done: [...done, action], undone: undone.filter((one) => one !== action) }));
      return action;
    }),
  forget: () => set({ done: [], undone: [] }),
}));
