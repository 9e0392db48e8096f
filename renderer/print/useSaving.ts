import { useLingui } from '@lingui/react/macro';
import { WordDocument } from '../../contract/documents/calls.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { tell } from '../application/errors.tsx';
import { saveFile } from '../host/saveFile.ts';
import { useWork } from '../parts/work/useWork.ts';
import type { Order } from './usePrinted.ts';

/** The forms in which a document is saved. */
export type SavedAs = 'pdf' | 'docx';

interface Save {
  readonly order: Order;
  readonly as: SavedAs;
  /** What the file is called, unless the person calls it something else. */
  readonly name: string;
}

/** Prints a document into a file where the person wants it, and says so. */
export function useSaving() {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const work = useWork(async ({ order, as, name }: Save, job) => {
    const saved = await saveFile(host, name, (file) => make(order, as, file, job));
    if (saved) tell(t`Saved: ${name}`);
  });
  function make({ document, ...order }: Order, as: SavedAs, file: string, job: string): Promise<unknown> {
    const forWord = as === 'docx' ? WordDocument.safeParse(document).data : undefined;
    return forWord === undefined
      ? client.documents.print({ ...order, document, file, job })
      : client.documents.word({ ...order, document: forWord, file, job });
  }
  return {
    job: work.job,
    error: work.error,
    cancel: work.cancel,
    save: (order: Order, as: SavedAs, name: string) => void work.start({ order, as, name }),
  };
}
