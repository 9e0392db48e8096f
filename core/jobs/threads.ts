import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { JobMessage, JobOrder, JobSaid } from './jobMessages.ts';
import { BOUNDED, LAID_OUT } from './works.ts';

/** The worker beside this file: `.ts` when run from source, `.js` when built. */
const WORKER = new URL(`./jobWorker${import.meta.url.slice(-3)}`, import.meta.url);

/** Who hears what a thread says of one order. */
export interface Listener {
  hear(message: JobMessage): void;
  /** The thread has died of this. */
  failed(error: unknown): void;
}

/** The threads in which jobs run. */
export interface Threads {
  /** Carries an order out; resolves when its thread has let go of everything that the order gave it, whatever came of it. */
  run(order: JobOrder, listener: Listener): Promise<void>;
  /** Ends the thread that is kept when it has done what it is at, and waits until no thread is left. */
  close(): Promise<void>;
}

/** The thread that is not ended when it is done: what it remembers of the last print makes the next one faster. */
interface Kept {
  readonly worker: Worker;
  readonly isBusy: boolean;
  run(order: JobOrder, listener: Listener): Promise<void>;
  end(): void;
}

const ended = (worker: Worker): Promise<void> => new Promise((resolve) => worker.once('exit', () => resolve()));

/**
 * A thread for each order, with a bounded heap for works of `BOUNDED`. One that lays documents out is kept for the next
 * order of `LAID_OUT`, until `close`; while it is at work, others get a thread of their own.
 */
export function createThreads(heap: ResourceLimits): Threads {
  const all = new Set<Worker>();
  let kept: Kept | undefined;

  function begin(order: JobOrder | null, resourceLimits?: ResourceLimits): Worker {
    const worker = new Worker(WORKER, { workerData: order, ...(resourceLimits && { resourceLimits }) });
    all.add(worker);
    worker.once('exit', () => all.delete(worker));
    return worker;
  }

  function keep(): Kept {
    const worker = begin(null);
    let current: (Listener & { done(): void }) | undefined;
    const finish = (): void => {
      const { done } = current ?? {};
      current = undefined;
      // It waits for orders, and keeps no process alive by that.
      worker.unref();
      done?.();
    };
    worker.on('message', (message: JobSaid) => {
      if (message.type === 'idle') finish();
      else current?.hear(message);
    });
    worker.on('error', (error) => current?.failed(error));
    worker.once('exit', () => {
      if (kept === self) kept = undefined;
      finish();
    });
    const self: Kept = {
      worker,
      get isBusy() {
        return current !== undefined;
      },
      run(order, listener) {
        worker.ref();
        return new Promise((resolve) => {
          current = { hear: listener.hear, failed: listener.failed, done: resolve };
          worker.postMessage(order);
        });
      },
      end() {
        worker.ref();
        worker.postMessage(null);
      },
    };
    return self;
  }

  return {
    run(order, listener) {
      if (LAID_OUT.has(order.work) && kept?.isBusy !== true) {
        kept ??= keep();
        return kept.run(order, listener);
      }
      const worker = begin({ ...order, leaves: kept !== undefined }, BOUNDED.has(order.work) ? heap : undefined);
      worker.on('message', listener.hear);
      worker.on('error', listener.failed);
      return ended(worker);
    },
    async close() {
      // What the others leave to it, the one that is kept forgets: it ends as the last.
      const last = kept;
      await Promise.all([...all].filter((worker) => worker !== last?.worker).map(ended));
      if (last === undefined || !all.has(last.worker)) return;
      const isOver = ended(last.worker);
      last.end();
      if (kept === last) kept = undefined;
      await isOver;
    },
  };
}
