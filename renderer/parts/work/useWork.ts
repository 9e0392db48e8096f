import { useEffect, useRef, useState } from 'react';
import { AmberdeskError } from '../../../domain/errors.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { tellError } from '../../application/errors.tsx';

export interface Work<Input, Output> {
  /** The job under way. */
  readonly job: string | undefined;
  /** What went wrong the last time; cancelling is not wrong. */
  readonly error: unknown;
  /** Starts it; gives its result, or undefined when it failed or was cancelled. */
  start(input: Input): Promise<Output | undefined>;
  cancel(): void;
}

interface WorkOptions {
  /** What it makes goes to this window: when the window goes in the middle of it, it ends, and nothing was made. */
  readonly endsWithWindow?: boolean;
}

/** Long work that is begun here and followed here: `useWork((input, job) => client.vault.backup({ ...input, job }))`. */
export function useWork<Input, Output>(
  run: (input: Input, job: string) => Promise<Output>,
  { endsWithWindow = false }: WorkOptions = {},
): Work<Input, Output> {
  const client = useClient();
  const [job, setJob] = useState<string>();
  const [error, setError] = useState<unknown>();
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!endsWithWindow || job === undefined) return;
    // There is nobody left to tell.
    const end = () => void client.jobs.cancel({ job }).catch(() => {});
    window.addEventListener('pagehide', end);
    return () => window.removeEventListener('pagehide', end);
  }, [endsWithWindow, job, client]);
  return {
    job,
    error,
    async start(input) {
      const id = crypto.randomUUID();
      setJob(id);
      setError(undefined);
      try {
        return await latest.current(input, id);
      } catch (reason) {
        if (!(reason instanceof AmberdeskError && reason.code === 'job.cancelled')) setError(reason);
        return undefined;
      } finally {
        setJob(undefined);
      }
    },
    cancel() {
      if (job !== undefined) client.jobs.cancel({ job }).catch(tellError);
    },
  };
}
