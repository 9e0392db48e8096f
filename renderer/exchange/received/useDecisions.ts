import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useUndo } from '../../application/undo.ts';
import { useWork } from '../../parts/work/useWork.ts';
import type { Preview } from '../words.ts';

/** What a person can decide about a received bundle. */
export interface Decisions {
  /** The job that accepts. */
  readonly job: string | undefined;
  readonly error: unknown;
  /** Takes these records, or all that can be taken; gives whether it did. */
  accept(records?: readonly string[]): Promise<boolean>;
  decline(): Promise<void>;
  /** Takes the whole import back. */
  undo(): Promise<void>;
  cancel(): void;
}

export function useDecisions({ bundle, sender }: Preview): Decisions {
  const { t } = useLingui();
  const client = useClient();
  const [refusal, setRefusal] = useState<unknown>();
  const work = useWork((records: readonly string[] | undefined, job) =>
    client.exchange.accept({
      bundle,
      job,
      ...(records === undefined ? {} : { records: records.map((id) => RecordId.parse(id)) }),
    }),
  );
  const attempt = async (act: () => Promise<unknown>) => {
    setRefusal(undefined);
    try {
      await act();
    } catch (error) {
      setRefusal(error);
    }
  };
  const undo = () => client.exchange.undo({ bundle });
  return {
    job: work.job,
    error: work.error ?? refusal,
    async accept(records) {
      setRefusal(undefined);
      if ((await work.start(records)) === undefined) return false;
      const from = sender.organisationName;
      useUndo.getState().did({ label: t`accepted from ${from}`, undo });
      return true;
    },
    decline: () => attempt(() => client.exchange.decline({ bundle })),
    undo: () => attempt(undo),
    cancel: work.cancel,
  };
}
