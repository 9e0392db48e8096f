import { useLingui } from '@lingui/react/macro';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { tell } from '../application/errors.tsx';
import { saveFile } from '../host/saveFile.ts';
import { useWork } from '../parts/work/useWork.ts';
import type { Order } from './usePrinted.ts';

interface Save {
  readonly order: Order;
  /** What the file is called, unless the person calls it something else. */
  readonly name: string;
}

/** Prints a document into a file where the person wants it, and says so. */
export function useSaving() {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const work = useWork(async ({ order, name }: Save, job) => {
    const saved = await saveFile(host, name, (file) => client.documents.print({ ...order, file, job }));
    if (saved) tell(t`Saved: ${name}`);
  });
  return {
    job: work.job,
    error: work.error,
    cancel: work.cancel,
    save: (order: Order, name: string) => void work.start({ order, name }),
  };
}
