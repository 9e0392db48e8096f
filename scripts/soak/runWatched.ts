import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { ROOT } from '../run.ts';

export interface Watched {
  readonly succeeded: boolean;
  readonly seconds: number;
  /** The most resident memory that the program and all that it started had together, in MiB; 0 where no system tells. */
  readonly mebibytes: number;
}

const LOOK_EVERY_MS = 1_000;

/** Runs a program of `node_modules/.bin` in the project's folder, its output shown, and looks how much memory it takes. */
export async function runWatched(
  program: string,
  programArguments: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Watched> {
  const began = performance.now();
  const child = spawn(program, programArguments, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env.PATH}`, ...environment },
    shell: process.platform === 'win32',
  });
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, residentOf(child.pid));
  }, LOOK_EVERY_MS);
  try {
    await once(child, 'close');
  } finally {
    clearInterval(look);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  return { succeeded: child.exitCode === 0, seconds, mebibytes: Math.round(most / 1024) };
}

/** Resident memory of a process and its descendants, in KiB, as Linux tells it. */
function residentOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + residentOf(Number(child)), own);
  } catch {
    return 0;
  }
}
