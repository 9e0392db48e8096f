import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AmberdeskError } from '../../domain/errors.ts';

/** What the thread that opens attachments is told. */
export interface ContentOrder {
  readonly files: readonly { readonly sealed: string; readonly key: Uint8Array; readonly size: number }[];
  /** How many batches may be opened ahead. */
  readonly credit: Int32Array;
}

/** Some of one file's content, in order. */
export interface ContentBatch {
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  /** The last of this file. */
  readonly end: boolean;
}

/** Attachments opened ahead of their use, one after the other. */
export interface ContentAhead {
  /** The content of the next file. Throws `vault.damaged` when it cannot be read whole. */
  next(): AsyncGenerator<Uint8Array>;
  stop(): Promise<void>;
}

/** The worker beside this file: `.ts` when run from source, `.js` when built. */
const WORKER = new URL(`./contentWorker${import.meta.url.slice(-3)}`, import.meta.url);
const AHEAD = 6;

/** Opens encrypted files in a thread of its own, a few megabytes ahead of whoever takes them, in their order. */
export function contentAhead(files: ContentOrder['files']): ContentAhead {
  const credit = new Int32Array(new SharedArrayBuffer(4));
  Atomics.store(credit, 0, AHEAD);
  const order: ContentOrder = { files, credit };
  const worker = new Worker(WORKER, { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: 2 } });
  const batches = on(worker, 'message', { close: ['exit'] });

  async function nextBatch(): Promise<ContentBatch> {
    try {
      const { value, done } = await batches.next();
      if (done !== true) return value[0];
    } catch (error) {
      throw new AmberdeskError('vault.damaged', { folder: 'blobs' }, { cause: error });
    }
    throw new AmberdeskError('vault.damaged', { folder: 'blobs' });
  }

  return {
    async *next() {
      for (;;) {
        const { parts, end } = await nextBatch();
        yield* parts;
        Atomics.add(credit, 0, 1);
        Atomics.notify(credit, 0);
        if (end) return;
      }
    },
    async stop() {
      await worker.terminate();
    },
  };
}
