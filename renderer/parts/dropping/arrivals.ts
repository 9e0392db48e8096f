import { create } from 'zustand';
import type { ChosenFile } from '../../../contract/bridge.ts';
import type { FileOutcome } from './takers.ts';

/** How files came: a person put them here and follows them, or they came by themselves. */
export type Coming = 'asked' | 'opened';

/** A file of the browser, which is not where calls find it yet, or one that is. */
export type FileSource = File | ChosenFile;

/** A file that came, and what was done with it. */
export interface Arrival {
  readonly id: string;
  readonly name: string;
  readonly source: FileSource;
  /** A folder: it is named, and not taken. */
  readonly folder: boolean;
  /** It came alone, so what becomes of it may be shown at once. */
  readonly alone: boolean;
  readonly coming: Coming;
  readonly state: ArrivalState;
}

export type ArrivalState =
  | { readonly is: 'waiting'; readonly passphrase?: string }
  | { readonly is: 'working'; readonly job: string }
  | { readonly is: 'done'; readonly outcome: FileOutcome }
  | { readonly is: 'notTaken' }
  | { readonly is: 'failed'; readonly error: unknown; readonly tried: boolean };

export interface Incoming {
  readonly source: FileSource;
  readonly folder?: boolean;
}

interface ArrivalsState {
  readonly arrivals: readonly Arrival[];
  /** Files come: they are taken one after the other. */
  receive(files: readonly Incoming[], coming?: Coming): void;
  change(id: string, state: ArrivalState, source?: FileSource): void;
  remove(id: string): void;
  /** Forgets all that is done with. */
  clear(): void;
  /** Forgets everything, as when the vault is locked. */
  forget(): void;
}

/** The files that came to this window, in their order. */
export const useArrivals = create<ArrivalsState>((set) => ({
  arrivals: [],
  receive: (files, coming = 'asked') =>
    set(({ arrivals }) => ({
      arrivals: [
        ...arrivals,
        ...files.map(
          ({ source, folder = false }): Arrival => ({
            id: crypto.randomUUID(),
            name: source.name,
            source,
            folder,
            alone: files.length === 1,
            coming,
            state: { is: 'waiting' },
          }),
        ),
      ],
    })),
  change: (id, state, source) =>
    set(({ arrivals }) => ({
      arrivals: arrivals.map((one) => (one.id === id ? { ...one, state, source: source ?? one.source } : one)),
    })),
  remove: (id) => set(({ arrivals }) => ({ arrivals: arrivals.filter((one) => one.id !== id) })),
  clear: () => set(({ arrivals }) => ({ arrivals: arrivals.filter(({ state }) => isOpen(state)) })),
  forget: () => set({ arrivals: [] }),
}));

const isOpen = ({ is }: ArrivalState): boolean => is === 'waiting' || is === 'working';
