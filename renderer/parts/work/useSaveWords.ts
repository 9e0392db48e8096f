import { useState } from 'react';
import { useHost } from '../../application/ApplicationContext.ts';
import { useWork } from './useWork.ts';

/** A bundle that only says something: made by a call into a file that the person saves. */
export interface SavedWords<Output, Said extends unknown[]> {
  readonly job: string | undefined;
  readonly error: unknown;
  /** What was made last. */
  readonly done: Output | undefined;
  save(name: string, ...said: Said): Promise<void>;
  cancel(): void;
}

/** Has a call write a bundle of words alone (a request, receipts, a recall, the directory) where the person wants it. */
export function useSaveWords<Output, Said extends unknown[] = []>(
  make: (file: string, job: string, ...said: Said) => Promise<Output>,
): SavedWords<Output, Said> {
  const host = useHost();
  const [refusal, setRefusal] = useState<unknown>();
  const [done, setDone] = useState<Output>();
  const work = useWork(({ file, said }: { file: string; said: Said }, job) => make(file, job, ...said), {
    endsWithWindow: true,
  });
  return {
    job: work.job,
    error: work.error ?? refusal,
    done,
    async save(name, ...said) {
      setRefusal(undefined);
      try {
        const saving = await host.saveAs(name);
        if (saving === undefined) return;
        const made = await work.start({ file: saving.file, said });
        if (made === undefined) return await saving.abandon();
        await saving.finish();
        setDone(made);
      } catch (error) {
        setRefusal(error);
      }
    },
    cancel: work.cancel,
  };
}
