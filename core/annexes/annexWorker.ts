/** A thread that looks at files which others made, so that a hostile one costs the print no more than its own place. */
import { workerData } from 'node:worker_threads';
import type { LookAnswer, LookData, LookOrder } from './annexMessages.ts';
import { lookAtFile } from './lookAtFile.ts';
import { openSealed } from './openSealed.ts';

const { port, answered }: LookData = workerData;

function look({ sealed, bindsPdf }: LookOrder): LookAnswer {
  let bytes: Buffer;
  try {
    bytes = openSealed(sealed);
  } catch {
    return { damaged: 'blobs' };
  }
  return { file: lookAtFile(bytes, bindsPdf) };
}

port.on('message', (order: LookOrder) => {
  const answer = look(order);
  port.postMessage(answer);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
});
