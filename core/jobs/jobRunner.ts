import { randomUUID } from 'node:crypto';
import type { ResourceLimits } from 'node:worker_threads';
import type { Event } from '../../contract/events.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { JobMessage, JobOrder, OpenVault } from './jobMessages.ts';
import { createThreads } from './threads.ts';
import {
  ANSWERS_ONLY,
  BOUNDED,
  type UnattachedWorkInput,
  type UnattachedWorkName,
  type UnattachedWorkOutput,
  type WorkInput,
  type WorkName,
  type WorkOutput,
} from './works.ts';

/** A bounded heap, in MiB: what was made lately, and the rest. */
const HEAP = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 } as const;

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

interface RunningJob {
  readonly work: string;
  readonly cancelled: Int32Array;
  done: number;
  total: number;
  what: string;
  /** Answers that it was cancelled, whatever its thread is at. */
  readonly abandon: (() => void) | undefined;
}

/** Runs long work in worker threads, each with its own connection to the open vault. */
export interface JobRunner {
  /** Resolves with the work's result; rejects with a coded error (`job.cancelled` among them). */
  run<N extends WorkName>(name: N, input: WorkInput<N>, job?: string): Promise<WorkOutput<N>>;
  /** The same for work that needs no open vault. */
  runUnattached<N extends UnattachedWorkName>(
    name: N,
    input: UnattachedWorkInput<N>,
    job?: string,
  ): Promise<UnattachedWorkOutput<N>>;
  /**
   * Asks the job to stop at its next check; one that only gives an answer has ended for whoever asked. Unknown jobs are ignored: they
   * have ended.
   */
  cancel(job: string): void;
  list(): { job: string; work: string; done: number; total: number; what: string }[];
  /** How many ever began: it tells whether another one did since. */
  begun(): number;
  /** Cancels everything and waits until no thread is left, nor anything that one remembered. */
  close(): Promise<void>;
}

export function createJobRunner(
  vault: () => OpenVault,
  announce: (event: Event) => void,
  heap: ResourceLimits = HEAP,
): JobRunner {
  const running = new Map<string, RunningJob>();
  const threads = createThreads(heap);
  let begun = 0;

  function start(name: string, input: unknown, job: string, attachTo: OpenVault | undefined): Promise<unknown> {
    if (running.has(job)) throw new AmberdeskError('input.invalid', 'job');
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    const order: JobOrder = { work: name, input, vault: attachTo, cancelled };
    const isBounded = BOUNDED.has(name);
    begun += 1;
    return new Promise((resolve, reject) => {
      let outcome: 'done' | 'failed' | 'cancelled' = 'failed';
      let settle = () => reject(new AmberdeskError('internal', ['The worker ended without an answer.']));
      const end = (): void => {
        if (running.get(job) !== entry) return;
        running.delete(job);
        announce({ event: 'jobEnded', job, outcome });
        settle();
      };
      const abandon = (): void => {
        outcome = 'cancelled';
        settle = () => reject(new AmberdeskError('job.cancelled'));
        end();
      };
      const entry: RunningJob = {
        work: name,
        cancelled,
        done: 0,
        total: 0,
        what: '',
        abandon: ANSWERS_ONLY.has(name) ? abandon : undefined,
      };
      running.set(job, entry);
      announce({ event: 'jobStarted', job, work: name });
      const hear = (message: JobMessage): void => {
        if (running.get(job) !== entry) return;
        if (message.type === 'progress') {
          Object.assign(entry, { done: message.done, total: message.total, what: message.what });
          announce({ event: 'jobProgress', job, done: message.done, total: message.total, what: message.what });
        } else if (message.type === 'event') {
          announce(message.event);
        } else if (message.type === 'result') {
          outcome = 'done';
          settle = () => resolve(message.value);
          // Answered already; the thread ends by itself.
          if (message.early === true) settle();
        } else {
          outcome = message.code === 'job.cancelled' ? 'cancelled' : 'failed';
          settle = () => reject(new AmberdeskError(message.code, message.details));
        }
      };
      const failed = (error: unknown): void => {
        settle = () =>
          reject(
            isBounded && isOutOfMemory(error)
              ? new AmberdeskError('bundle.tooLarge', ['memory'])
              : new AmberdeskError('internal', [error instanceof Error ? error.name : 'error']),
          );
      };
      void threads.run(order, { hear, failed }).then(end);
    });
  }

  function cancel(job: string): void {
    const entry = running.get(job);
    if (entry === undefined) return;
    Atomics.store(entry.cancelled, 0, 1);
    entry.abandon?.();
  }

  return {
    // What comes back from the thread is what the work of this name gave there.
    async run<N extends WorkName>(name: N, input: WorkInput<N>, job: string = randomUUID()) {
      const { folder, key, copySource } = vault();
      return (await start(name, input, job, { folder, key, copySource })) as WorkOutput<N>;
    },
    async runUnattached<N extends UnattachedWorkName>(
      name: N,
      input: UnattachedWorkInput<N>,
      job: string = randomUUID(),
    ) {
      return (await start(name, input, job, undefined)) as UnattachedWorkOutput<N>;
    },
    cancel,
    begun: () => begun,
    list: () => [...running].map(([job, { work, done, total, what }]) => ({ job, work, done, total, what })),
    async close() {
      for (const job of running.keys()) cancel(job);
      await threads.close();
    },
  };
}
