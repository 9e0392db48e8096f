import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Event } from '../../contract/events.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { JobMessage, JobOrder } from './jobMessages.ts';
import type { WorkInput, WorkName, WorkOutput } from './works.ts';

/** The worker beside this file: `.ts` when run from source, `.js` when built. */
const WORKER = new URL(`./jobWorker${import.meta.url.slice(-3)}`, import.meta.url);

interface RunningJob {
  readonly work: WorkName;
  readonly worker: Worker;
  readonly cancelled: Int32Array;
  done: number;
  total: number;
  what: string;
}

/** Runs long work in worker threads, each with its own connection to the open vault. */
export interface JobRunner {
  /** Resolves with the work's result; rejects with a coded error (`job.cancelled` among them). */
  run<N extends WorkName>(name: N, input: WorkInput<N>, job?: string): Promise<WorkOutput<N>>;
  /** Asks the job to stop at its next check. Unknown jobs are ignored: they have ended. */
  cancel(job: string): void;
  list(): { job: string; work: string; done: number; total: number; what: string }[];
  /** Cancels everything and waits until no worker is left. */
  close(): Promise<void>;
}

export function createJobRunner(vault: () => JobOrder['vault'], announce: (event: Event) => void): JobRunner {
  const running = new Map<string, RunningJob>();

  function run<N extends WorkName>(name: N, input: WorkInput<N>, job: string = randomUUID()): Promise<WorkOutput<N>> {
    if (running.has(job)) throw new AmberdeskError('input.invalid', 'job');
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    const { folder, key, copySource } = vault();
    const order: JobOrder = { work: name, input, vault: { folder, key, copySource }, cancelled };
    const worker = new Worker(WORKER, { workerData: order });
    const entry: RunningJob = { work: name, worker, cancelled, done: 0, total: 0, what: '' };
    running.set(job, entry);
    announce({ event: 'jobStarted', job, work: name });
    return new Promise<WorkOutput<N>>((resolve, reject) => {
      let outcome: 'done' | 'failed' | 'cancelled' = 'failed';
      let settle = () => reject(new AmberdeskError('internal', ['The worker ended without an answer.']));
      worker.on('message', (message: JobMessage) => {
        if (message.type === 'progress') {
          Object.assign(entry, { done: message.done, total: message.total, what: message.what });
          announce({ event: 'jobProgress', job, done: message.done, total: message.total, what: message.what });
        } else if (message.type === 'event') {
          announce(message.event);
        } else if (message.type === 'result') {
          outcome = 'done';
          settle = () => resolve(message.value as WorkOutput<N>);
        } else {
          outcome = message.code === 'job.cancelled' ? 'cancelled' : 'failed';
          settle = () => reject(new AmberdeskError(message.code, message.details));
        }
      });
      worker.on('error', (error) => {
        settle = () => reject(new AmberdeskError('internal', [error instanceof Error ? error.name : 'error']));
      });
      worker.on('exit', () => {
        running.delete(job);
        announce({ event: 'jobEnded', job, outcome });
        settle();
      });
    });
  }

  function cancel(job: string): void {
    const entry = running.get(job);
    if (entry) Atomics.store(entry.cancelled, 0, 1);
  }

  return {
    run,
    cancel,
    list: () => [...running].map(([job, { work, done, total, what }]) => ({ job, work, done, total, what })),
    async close() {
      const ended = [...running.values()].map(
        ({ worker }) => new Promise<void>((resolve) => worker.once('exit', () => resolve())),
      );
      for (const job of running.keys()) cancel(job);
      await Promise.all(ended);
    },
  };
}
