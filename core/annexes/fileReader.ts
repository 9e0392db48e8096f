import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { AnnexFile } from '../../domain/documents/annexFiles.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Work } from '../jobs/work.ts';
import type { LookAnswer, LookData, LookOrder } from './annexMessages.ts';
import { onlyListed } from './lookAtFile.ts';

/** The worker beside this file: `.ts` when run from source, `.js` when built. */
const WORKER = new URL(`./annexWorker${import.meta.url.slice(-3)}`, import.meta.url);

/** What a file may cost: memory of the thread, and time, which grows with its size. */
export interface LookLimits {
  readonly megabytes: number;
  readonly milliseconds: (bytes: number) => number;
}

const LIMITS: LookLimits = { megabytes: 1024, milliseconds: (bytes) => 30_000 + bytes / 1000 };
/** How often somebody who cancels is heard. */
const HEARD_EVERY_MS = 100;

/** Looks at files one after the other in a thread of its own, and waits for each. */
export interface FileReader {
  /** Throws `vault.damaged` and `job.cancelled`. What takes too long, or too much memory, is only listed. */
  look(work: Work, order: LookOrder): AnnexFile;
  close(): void;
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

/** Reads files within limits. A thread that does not answer is ended, and the next file gets another one. */
export function fileReader(limits: LookLimits = LIMITS): FileReader {
  let thread: Thread | undefined;

  function begin(): Thread {
    const { port1, port2 } = new MessageChannel();
    const answered = new Int32Array(new SharedArrayBuffer(4));
    const workerData: LookData = { port: port2, answered };
    const worker = new Worker(WORKER, {
      workerData,
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 },
    });
    // It ends when it is told to; that its heap is full is no failure of the print.
    worker.on('error', () => {});
    worker.unref();
    return { worker, port: port1, answered };
  }

  function end(): void {
    thread?.port.close();
    void thread?.worker.terminate();
    thread = undefined;
  }

  return {
    look(work, order) {
      thread ??= begin();
      const { port, answered } = thread;
      Atomics.store(answered, 0, 0);
      port.postMessage(order);
      const size = 'sealed' in order ? order.sealed.size : order.content.length;
      const until = performance.now() + limits.milliseconds(size);
      while (Atomics.load(answered, 0) === 0) {
        Atomics.wait(answered, 0, 0, HEARD_EVERY_MS);
        try {
          work.check();
        } catch (error) {
          end();
          throw error;
        }
        if (performance.now() < until || Atomics.load(answered, 0) === 1) continue;
        end();
        return onlyListed('other', 'tooSlow');
      }
      const received: { message: LookAnswer } | undefined = receiveMessageOnPort(port);
      if (received === undefined) throw new AmberdeskError('internal');
      if ('damaged' in received.message)
        throw new AmberdeskError('vault.damaged', { folder: received.message.damaged });
      return received.message.file;
    },
    close: end,
  };
}
