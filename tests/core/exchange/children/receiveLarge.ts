/**
 * Receives a bundle through the core, as a window does, in a process of its own whose memory can be told. Arguments: the
 * vault's folder, its passphrase, the bundle. Writes one line of JSON for each step: its name, the highest resident memory
 * since the step before in MiB, and its milliseconds of the clock and of the processor.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { makeClient } from '../../../../contract/client.ts';
import { createCore } from '../../../../core/createCore.ts';

const [folder = '', passphrase = '', file = ''] = process.argv.slice(2);
const core = createCore();
const client = makeClient(core);

/** The highest resident memory since it was asked last, in MiB; 0 where the system does not tell. */
function peak(): number {
  if (process.platform !== 'linux') return 0;
  const highest = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
  writeFileSync('/proc/self/clear_refs', '5');
  return Math.round(highest);
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  const [wall, processor] = [performance.now() - started, (user + system) / 1000].map(Math.round);
  process.stdout.write(`${JSON.stringify({ name, memory: peak(), wall, processor })}\n`);
  return result;
}

await step('unlock', () => client.vault.unlock({ folder, passphrase }));
const { bundle, lines } = await step('open', () => client.exchange.open({ file }));
const [first] = lines;
if (first === undefined) throw new Error('nothing inside');
await step('preview', () => client.exchange.preview({ bundle }));
await step('compare', () => client.exchange.compareStaged({ bundle, record: first.record }));
await step('decline', () => client.exchange.decline({ bundle }));
await step('accept', () => client.exchange.accept({ bundle }));
await step('preview accepted', () => client.exchange.preview({ bundle }));
await step('undo', () => client.exchange.undo({ bundle }));
await core.close();
