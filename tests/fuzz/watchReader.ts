import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ReaderOrder } from './oneCase.ts';
import type { Target } from './theNetwork.ts';

const READER = fileURLToPath(new URL('./fuzzReader.ts', import.meta.url));
/** No step may take longer: in time of the processor, so that a busy machine is no fault. */
const STEP_SECONDS = 5;
/** Nor may one wait longer than this for anything. */
const PATIENCE_SECONDS = 120;
const MEMORY_MIB = 512;
/** What the application takes at rest (`tests/core/exchange/memory.test.ts`); run from its sources it takes more. */
const AT_REST_MIB = 143;
/**
 * A reader that keeps more than this between two cases is started anew: in the application each file is read in a thread
 * that ends, here all of them one after the other by one process, into whose memory holes come.
 */
const RESTING_MIB = 360;
const LOOK_EVERY_MS = 200;
/** Clock ticks a second, as Linux gives them to programs. */
const TICKS = 100;

/** How a case ended: with an outcome, or with what must never happen. */
export type Ended =
  | { readonly outcome: string; readonly memory: number }
  | { readonly fault: string; readonly memory: number };

/** A reader in a process of its own, watched from outside; it is started again when it did not survive a case. */
export interface WatchedReader {
  open(seed: string, order: ReaderOrder): Promise<Ended>;
  close(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
  /** What it took before its first case, in MiB; absent until then. */
  begun?: number;
}

/** Processor time that a process has used, in seconds; undefined where the system does not tell. */
function secondsOf(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return undefined;
  }
}

async function started(target: Target): Promise<Running> {
  const child = spawn(process.execPath, [READER, JSON.stringify(target)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  return { child, lines };
}

async function stopped({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Ends the reader when a step takes too long; `begin` starts the clock anew. */
function stopwatch({ child }: Running) {
  let [since, used, step] = [Date.now(), secondsOf(child.pid) ?? 0, ''];
  let late: string | undefined;
  const timer = setInterval(() => {
    const waited = (Date.now() - since) / 1000;
    const worked = (secondsOf(child.pid) ?? waited + used) - used;
    if (worked < STEP_SECONDS && waited < PATIENCE_SECONDS) return;
    late ??= `${step}: no end after ${worked.toFixed(1)} s of work and ${waited.toFixed(1)} s`;
    child.kill('SIGKILL');
  }, LOOK_EVERY_MS);
  return {
    begin(name: string) {
      [since, used, step] = [Date.now(), secondsOf(child.pid) ?? 0, name];
    },
    late: () => late,
    step: () => step,
    stop: () => clearInterval(timer),
  };
}

export async function watchedReader(target: Target): Promise<WatchedReader> {
  let running = await started(target);
  async function startAnew(): Promise<void> {
    await stopped(running);
    running = await started(target);
  }
  const reader: WatchedReader = {
    async open(seed, order) {
      const isFirst = running.begun === undefined;
      const watch = stopwatch(running);
      running.child.stdin?.write(`${seed} ${JSON.stringify(order)}\n`);
      try {
        for (;;) {
          const { value: line, done } = await running.lines.next();
          if (done === true) {
            const { exitCode, signalCode } = running.child;
            const fault = watch.late() ?? `${watch.step()}: the process ended (${exitCode ?? signalCode})`;
            await startAnew();
            return { fault, memory: 0 };
          }
          const [, word = '', said = ''] = /^(\w+) (.*)$/.exec(line) ?? [];
          if (word === 'step') {
            watch.begin(said);
            continue;
          }
          const [, resting = '0', most = '0', rest = ''] = /^(\d+) (\d+) (.*)$/.exec(said) ?? [];
          running.begun ??= Number(resting);
          // As much as the application would take.
          const memory = Number(most) - running.begun + AT_REST_MIB;
          // What it holds is not the next case's fault, nor this one's what those before it left.
          if (Number(resting) > RESTING_MIB || memory > MEMORY_MIB) await startAnew();
          if (memory > MEMORY_MIB && !isFirst) return await reader.open(seed, order);
          if (word === 'fault') return { fault: String(JSON.parse(rest)), memory };
          if (memory > MEMORY_MIB) return { fault: `${rest}: ${memory} MiB of memory`, memory };
          return { outcome: rest, memory };
        }
      } finally {
        watch.stop();
      }
    },
    async close() {
      running.child.stdin?.end();
      await stopped(running);
    },
  };
  return reader;
}
