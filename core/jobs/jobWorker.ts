import { parentPort, workerData } from 'node:worker_threads';
import type { Event } from '../../contract/events.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { codedError } from '../codedError.ts';
import { realSurroundings } from '../context.ts';
import { attachVault } from '../vault/openVault.ts';
import type { JobMessage, JobOrder } from './jobMessages.ts';
import type { Work } from './work.ts';
import { workNamed } from './works.ts';

const PROGRESS_EVERY_MS = 50;

const order: JobOrder = workerData;

function say(message: JobMessage): void {
  parentPort?.postMessage(message);
}

function watchedWork(): Work {
  let last = 0;
  function check(): void {
    if (Atomics.load(order.cancelled, 0) === 1) throw new AmberdeskError('job.cancelled');
  }
  return {
    check,
    progress(done, total, what) {
      check();
      const now = performance.now();
      if (done < total && now - last < PROGRESS_EVERY_MS) return;
      last = now;
      say({ type: 'progress', done, total, what });
    },
  };
}

async function main(): Promise<void> {
  try {
    const vault = attachVault(order.vault.folder, order.vault.key, { copySource: order.vault.copySource });
    try {
      const session = {
        vault,
        surroundings: realSurroundings,
        announce: (event: Event) => say({ type: 'event', event }),
      };
      const work = watchedWork();
      work.check();
      say({ type: 'result', value: await workNamed(order.work)(work, session, order.input) });
    } finally {
      vault.close();
    }
  } catch (error) {
    const coded = codedError(error);
    say({ type: 'error', code: coded.code, details: coded.details });
  }
}

await main();
