import { readFileSync, writeFileSync } from 'node:fs';

/** What a step took: the highest resident memory since the step before in MiB, and milliseconds of the clock and of the processor. */
export interface MeasuredStep {
  readonly name: string;
  readonly memory: number;
  readonly wall: number;
  readonly processor: number;
}

/** The highest resident memory of this process since it was asked last, in MiB; 0 where the system does not tell. */
function peak(): number {
  if (process.platform !== 'linux') return 0;
  const highest = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
  writeFileSync('/proc/self/clear_refs', '5');
  return Math.round(highest);
}

/** Does a step, tells what it took, and gives what came of it. */
export async function measuredStep<T>(
  name: string,
  tell: (step: MeasuredStep) => void,
  work: () => Promise<T>,
): Promise<T> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  const [wall = 0, processor = 0] = [performance.now() - started, (user + system) / 1000].map(Math.round);
  tell({ name, memory: peak(), wall, processor });
  return result;
}
