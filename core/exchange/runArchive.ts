import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AmberdeskError } from '../../domain/errors.ts';
import { errorOf } from '../jobs/systemFault.ts';
import type { Work } from '../jobs/work.ts';
import type { ArchiveMessage, ArchiveOrder } from './archiveMessages.ts';
import { type StagedArchive, type StageOrder, stageArchive } from './stageArchive.ts';
import { openContent, type WriteOrder, type Written, writeArchive } from './writeArchive.ts';

/** Bundles up to this size are not worth a thread's start. */
const SMALL = 16 * 1024 * 1024;
/** The worker beside this file: `.ts` when run from source, `.js` when built. */
const WORKER = new URL(`./archiveWorker${import.meta.url.slice(-3)}`, import.meta.url);

/** Writes a bundle's file, in a thread of its own when it is large; see `writeArchive`. */
export async function runWriting(work: Work, order: WriteOrder): Promise<Written> {
  const total = order.files.reduce((sum, { size }) => sum + size, 0);
  const tell = telling(work, total, 'exchange.sealing');
  if (total <= SMALL) return writeArchive(order, openContent, tell);
  const { last, stopped } = await inWorker({ write: order }, tell);
  if (stopped !== undefined) throw stopped.error;
  if (last.type !== 'written') throw new AmberdeskError('internal', ['archive worker']);
  return last.written;
}

/** Stages a bundle's payload, in a thread of its own when the file of `size` bytes is large; see `stageArchive`. */
export async function runStaging(work: Work, order: StageOrder, size: number): Promise<StagedArchive> {
  const tell = telling(work, size, 'exchange.opening');
  if (size <= SMALL) return stageArchive(order, tell);
  const { last, stopped } = await inWorker({ stage: order }, tell);
  if (last.type === 'staged' && stopped === undefined) return last.archive;
  if (last.type === 'staged') {
    for (const { file } of last.archive.staged.values()) await rm(join(order.staging, file), { force: true });
  }
  throw stopped?.error ?? new AmberdeskError('internal', ['archive worker']);
}

function telling(work: Work, total: number, what: string): (done: number) => void {
  return (done) => {
    work.check();
    work.progress(done, total, what);
  };
}

interface Ended {
  readonly last: ArchiveMessage;
  /** What `tell` threw, if the thread had finished before it heard of it. */
  readonly stopped: { readonly error: unknown } | undefined;
}

/** Runs the thread to its end and gives its last word. What `tell` throws stops it and is thrown when it has. */
function inWorker(order: Omit<ArchiveOrder, 'cancelled'>, tell: (done: number) => void): Promise<Ended> {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(WORKER, {
    workerData: { ...order, cancelled },
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  return new Promise((resolve, reject) => {
    let last: ArchiveMessage | undefined;
    let stopped: { readonly error: unknown } | undefined;
    worker.on('message', (message: ArchiveMessage) => {
      last = message;
      if (message.type !== 'progress' || stopped !== undefined) return;
      try {
        tell(message.done);
      } catch (error) {
        stopped = { error };
        Atomics.store(cancelled, 0, 1);
      }
    });
    worker.on('error', (error) => {
      stopped ??= { error };
    });
    worker.on('exit', () => {
      if (last?.type === 'written' || last?.type === 'staged') resolve({ last, stopped });
      else reject(stopped?.error ?? errorIn(last));
    });
  });
}

function errorIn(message: ArchiveMessage | undefined): Error {
  if (message?.type === 'error') return new AmberdeskError(message.code, message.details);
  if (message?.type === 'fault') return errorOf(message.fault);
  return new AmberdeskError('internal', ['archive worker']);
}
