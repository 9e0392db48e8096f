import type { z } from 'zod';
import { create } from 'zustand';
import type { FolderOffer } from '../../../contract/folder/calls.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { useArrivals } from '../dropping/arrivals.ts';

export type Offer = z.output<typeof FolderOffer>;

/** Offers whose line in the corner was closed in this window; they stay on the page of the exchange. */
export const useClosedOffers = create<{ readonly closed: ReadonlySet<string>; close(marks: readonly string[]): void }>(
  (set) => ({
    closed: new Set(),
    close: (marks) => set(({ closed }) => ({ closed: new Set([...closed, ...marks]) })),
  }),
);

export interface Offers {
  /** What lies in the exchange folder and is not being opened already. */
  readonly offers: readonly Offer[];
  /** The marks of all that lie there, those being opened too. */
  readonly marks: readonly string[];
  /** Opens it as any bundle that a person chose. */
  open(offer: Offer): void;
  /** Does not offer it again; can be undone. `label` says so in the person's words. */
  dismiss(offer: Offer, label: string): void;
}

/** Bundles that arrived in the exchange folder. */
export function useOffers(): Offers {
  const client = useClient();
  const { data } = useRead('folder', 'read', {});
  const arrivals = useArrivals((state) => state.arrivals);
  const busy = new Set(
    arrivals.flatMap(({ sources }) => sources.map((source) => ('file' in source ? source.file : ''))),
  );
  return {
    offers: (data?.offers ?? []).filter(({ files }) => files.every(({ file }) => !busy.has(file))),
    marks: (data?.offers ?? []).map(({ mark }) => mark),
    open: ({ files }) => useArrivals.getState().receive(files.map((source) => ({ source }))),
    dismiss({ mark }, label) {
      const dismiss = () => client.folder.dismiss({ mark });
      dismiss()
        .then(() => useUndo.getState().did({ label, undo: () => client.folder.offerAgain({ mark }), redo: dismiss }))
        .catch(tellError);
    },
  };
}
