/**
 * A thread for the bytes of large bundles. It loads nothing but streams and ciphers, so that clearing away the buffers
 * that Node's ciphers leave behind costs next to nothing, which it does not beside a heap full of application.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { AmberdeskError } from '../../domain/errors.ts';
import { faultOf } from '../jobs/systemFault.ts';
import type { ArchiveMessage, ArchiveOrder } from './archiveMessages.ts';
import { contentAhead } from './contentAhead.ts';
import { stageArchive } from './stageArchive.ts';
import { isSealed, type WriteOrder, type Written, writeArchive } from './writeArchive.ts';

const TELL_EVERY = 4 * 1024 * 1024;
const order: ArchiveOrder = workerData;
let told = Number.NEGATIVE_INFINITY;

function say(message: ArchiveMessage): void {
  parentPort?.postMessage(message);
}

function tell(done: number): void {
  if (Atomics.load(order.cancelled, 0) === 1) throw new AmberdeskError('job.cancelled');
  if (done - told < TELL_EVERY) return;
  told = done;
  say({ type: 'progress', done });
}

async function write(wanted: WriteOrder): Promise<Written> {
  const ahead = contentAhead(wanted.files.filter(isSealed));
  try {
    return await writeArchive(wanted, () => ahead.next(), tell);
  } finally {
    await ahead.stop();
  }
}

try {
  if (order.write !== undefined) say({ type: 'written', written: await write(order.write) });
  if (order.stage !== undefined) say({ type: 'staged', archive: await stageArchive(order.stage, tell) });
} catch (error) {
  if (error instanceof AmberdeskError) {
    say({ type: 'error', code: error.code, details: error.details });
  } else {
    say({ type: 'fault', fault: faultOf(error) });
  }
}
