/** A thread that looks at files which others made, so that a hostile one costs the print no more than its own place. */
import { workerData } from 'node:worker_threads';
import type { LookAnswer, LookData, LookOrder } from './annexMessages.ts';
import { lookAtFile } from './lookAtFile.ts';
import { openSealed } from './openSealed.ts';

const { port, answered }: LookData = workerData;

function look(order: LookOrder): LookAnswer {
  let bytes: Uint8Array;
  try {
    bytes = 'sealed' in order ? openSealed(order.sealed) : order.content;
  } catch {
    return { damaged: 'blobs' };
  }
  return { file: lookAtFile(bytes, order.pdfPages) };
}

port.on('message', (order: LookOrder) => {
  const answer = look(order);
  port.postMessage(answer);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
});
