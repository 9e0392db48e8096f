/** A thread that copies one file while other work goes on. It loads nothing else. */
import { workerData } from 'node:worker_threads';
import { faultOf } from '../jobs/systemFault.ts';
import { copyBytes } from './copyBytes.ts';
import { COPY_STATE, type Copied, type CopyOrder } from './copyMessages.ts';

const { source, to, state, port }: CopyOrder = workerData;

function copied(): Copied {
  try {
    return {
      digest: copyBytes(source, to, () => {
        if (Atomics.load(state, COPY_STATE.stop) === 1) throw new Error('stopped');
        Atomics.add(state, COPY_STATE.pieces, 1);
        Atomics.notify(state, COPY_STATE.pieces);
      }),
    };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

port.postMessage(copied());
Atomics.store(state, COPY_STATE.ended, 1);
// Whoever waits, waits for the next piece.
Atomics.add(state, COPY_STATE.pieces, 1);
Atomics.notify(state, COPY_STATE.pieces);
