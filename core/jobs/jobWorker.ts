import { parentPort, workerData } from 'node:worker_threads';
import type { Event } from '../../contract/events.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { codedError } from '../codedError.ts';
import { realSurroundings } from '../context.ts';
import { laidHere } from '../documents/laidHere.ts';
import { keepLess } from '../vault/database.ts';
import { attachVault } from '../vault/openVault.ts';
import type { JobOrder, JobSaid } from './jobMessages.ts';
import type { Work } from './work.ts';
import { AFTERWARDS, BOUNDED, unattachedWorkNamed, workNamed } from './works.ts';

const PROGRESS_EVERY_MS = 50;

/** What the thread is for; null where it is kept, and told one order after the other. */
const only: JobOrder | null = workerData;

function say(message: JobSaid): void {
  parentPort?.postMessage(message);
}

function watchedWork({ cancelled }: JobOrder): Work {
  let last = 0;
  let doing = '';
  function check(): void {
    if (Atomics.load(cancelled, 0) === 1) throw new AmberdeskError('job.cancelled');
  }
  return {
    check,
    progress(done, total, what) {
      check();
      const now = performance.now();
      // That it came to another part of the work is told at once.
      if (done < total && what === doing && now - last < PROGRESS_EVERY_MS) return;
      last = now;
      doing = what;
      say({ type: 'progress', done, total, what });
    },
  };
}

/** Attaches to the open vault, if the work needs one, does the work, and says what came of it. */
async function doWork(order: JobOrder): Promise<void> {
  const work = watchedWork(order);
  if (order.vault === undefined) {
    work.check();
    return say({ type: 'result', value: await unattachedWorkNamed(order.work)(work, realSurroundings, order.input) });
  }
  const { folder, key, copySource } = order.vault;
  const vault = attachVault(folder, key, { copySource });
  try {
    if (BOUNDED.has(order.work)) keepLess(vault);
    const announce = (event: Event) => say({ type: 'event', event });
    const session = { vault, surroundings: realSurroundings, announce };
    work.check();
    const value = await workNamed(order.work)(work, session, order.input);
    const after = AFTERWARDS[order.work];
    say({ type: 'result', value, ...(after && { early: true }) });
    // What fails here is done by whoever writes next.
    await after?.(session).catch(() => {});
  } finally {
    vault.close();
    key.fill(0);
  }
}

async function answer(order: JobOrder): Promise<void> {
  try {
    await doWork(order);
  } catch (error) {
    const coded = codedError(error);
    say({ type: 'error', code: coded.code, details: coded.details });
  }
}

/** Carries out orders as they come, until it is told that there will be none. */
function answerAll(): void {
  let before = Promise.resolve();
  parentPort?.on('message', (order: JobOrder | null) => {
    before = before.then(async () => {
      if (order === null) {
        // Also what others left, whether anything was laid out here or not.
        const { forgetPrints } = await import('../documents/forgetPrints.ts');
        forgetPrints();
        parentPort?.close();
        return;
      }
      await answer(order);
      say({ type: 'idle' });
    });
  });
}

if (only === null) answerAll();
else {
  laidHere.isLeft = only.leaves === true;
  await answer(only);
}
