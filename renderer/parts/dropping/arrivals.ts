import { create } from 'zustand';
import type { ChosenFile } from '../../../contract/bridge.ts';
import { hasCode } from '../../../domain/errors.ts';
import { volumeOf } from '../../../domain/exchange/volumes.ts';
import type { FileOutcome } from './takers.ts';

/** How files came: a person put them here and follows them, or they came by themselves. */
export type Coming = 'asked' | 'opened';

/** A file of the browser, which is not where calls find it yet, or one that is. */
export type FileSource = File | ChosenFile;

/** A file that came, and what was done with it. */
export interface Arrival {
  readonly id: string;
  /** Of volumes, the name of the bundle that they are. */
  readonly name: string;
  /** The file, or the volumes of one bundle. */
  readonly sources: readonly FileSource[];
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
  change(id: string, state: ArrivalState, sources?: readonly FileSource[]): void;
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
    set(({ arrivals }) => {
      const bundles = together(files);
      const came = bundles.map(({ name, sources, folder }): Arrival => {
        const before = arrivals.find((one) => lacksParts(one) && one.name.toLowerCase() === name.toLowerCase());
        return {
          id: crypto.randomUUID(),
          name,
          sources: [...(before?.sources ?? []), ...sources],
          folder,
          alone: bundles.length === 1,
          coming,
          state: { is: 'waiting' },
        };
      });
      const joined = new Set(came.map(({ name }) => name.toLowerCase()));
      const kept = arrivals.filter((one) => !(lacksParts(one) && joined.has(one.name.toLowerCase())));
      return { arrivals: [...kept, ...came] };
    }),
  change: (id, state, sources) =>
    set(({ arrivals }) => ({
      arrivals: arrivals.map((one) => (one.id === id ? { ...one, state, sources: sources ?? one.sources } : one)),
    })),
  remove: (id) => set(({ arrivals }) => ({ arrivals: arrivals.filter((one) => one.id !== id) })),
  clear: () => set(({ arrivals }) => ({ arrivals: arrivals.filter(({ state }) => isOpen(state)) })),
  forget: () => set({ arrivals: [] }),
}));

const isOpen = ({ is }: ArrivalState): boolean => is === 'waiting' || is === 'working';

/** What came earlier and waits for the rest of its volumes: they join it. */
const lacksParts = ({ state }: Arrival): boolean =>
  state.is === 'failed' && hasCode(state.error, 'bundle.volumesMissing');

/** Volumes that come at once are one bundle; every other file is for itself. */
function together(files: readonly Incoming[]) {
  const bundles = new Map<string, { name: string; sources: FileSource[]; folder: boolean }>();
  for (const [index, { source, folder = false }] of files.entries()) {
    const volume = folder ? undefined : volumeOf(source.name);
    const key = volume === undefined ? String(index) : `volumes ${volume.bundle.toLowerCase()}`;
    const known = bundles.get(key);
    if (known === undefined) bundles.set(key, { name: volume?.bundle ?? source.name, sources: [source], folder });
    else known.sources.push(source);
  }
  return [...bundles.values()];
}
