import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { ChosenFile } from '../../../contract/bridge.ts';
import { volumeOf } from '../../../domain/exchange/volumes.ts';
import type { Card } from '../card/CardTrust.tsx';

/** What was done with a file. */
export interface FileOutcome {
  /** One plain sentence. */
  readonly says: string;
  /** Where it can be looked at: a file that came alone leads there. */
  readonly address?: string;
  /** A card that was added, so that it can be verified. */
  readonly card?: Card;
}

export interface Taking {
  /** The id for a job, so that it is followed and cancelled where the file is listed. */
  readonly job: string;
  /** The file, or all volumes of one bundle. */
  readonly parts: readonly ChosenFile[];
  /** Given by the person, after the file was refused for want of one. */
  readonly passphrase?: string;
}

/** Who takes files of some endings that are dropped on the window, chosen, or opened with the application. */
export interface FileTaker {
  /** Stable: `papers`. */
  readonly id: string;
  /** In lower case, without the dot: `md`. */
  readonly endings: readonly string[];
  /** What will be done, for while files are over the window: `Texts (.md, .txt) become papers.` */
  readonly intent: string;
  /** Takes one file; files are taken one after the other, in their order. Rejects with an AmberdeskError. */
  take(file: ChosenFile, taking: Taking): Promise<FileOutcome>;
}

interface TakersState {
  readonly takers: readonly FileTaker[];
  add(taker: FileTaker): void;
  remove(id: string): void;
}

export const useTakers = create<TakersState>((set) => ({
  takers: [],
  add: (taker) => set(({ takers }) => ({ takers: [...takers.filter(({ id }) => id !== taker.id), taker] })),
  remove: (id) => set(({ takers }) => ({ takers: takers.filter((taker) => taker.id !== id) })),
}));

/** Takes files of these endings as long as the component is there. What it does is always that of the last rendering. */
export function useFileTaker(taker: FileTaker): void {
  const latest = useRef(taker);
  latest.current = taker;
  const { id, intent } = taker;
  const endings = taker.endings.join(' ');
  useEffect(() => {
    const { add, remove } = useTakers.getState();
    add({ id, intent, endings: endings.split(' '), take: (file, taking) => latest.current.take(file, taking) });
    return () => remove(id);
  }, [id, intent, endings]);
}

/** Who takes a file of this name; undefined when nobody does. Where two do, it is the one that came last: of a page's part, not of the page. */
export function takerOf(name: string): FileTaker | undefined {
  const ending = /\.([^.]+)$/.exec(volumeOf(name)?.bundle ?? name)?.[1]?.toLowerCase() ?? '';
  return useTakers.getState().takers.findLast(({ endings }) => endings.includes(ending));
}
