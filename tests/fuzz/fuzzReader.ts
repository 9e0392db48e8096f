/**
 * Opens bundles in a process of its own, which is watched from outside (`watchReader.ts`). Its one argument is the
 * `Target`, in JSON. For each line `SEED ORDER` (a `ReaderOrder`, in JSON) it writes `step NAME` before each step, and at the end `end OUTCOME` or
 * `fault REASON` (in JSON) with the resident memory at the beginning and the highest since, in MiB.
 */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { realSurroundings } from '../../core/context.ts';
import type { Session } from '../../core/session.ts';
import { openVaultWithKey } from '../../core/vault/openVault.ts';
import { chanceFrom } from './chance.ts';
import { oneCase, type ReaderOrder } from './oneCase.ts';
import type { Target } from './theNetwork.ts';

const target: Target = JSON.parse(process.argv[2] ?? '');
const kept = `${target.folder} as it was`;
// A reader that did not survive a case left the vault in any state.
if (existsSync(kept)) restore();
else cpSync(target.folder, kept, { recursive: true });

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function opened(): Promise<Session> {
  const vault = await openVaultWithKey(target.folder, Buffer.from(target.key, 'hex'));
  return { vault, surroundings: realSurroundings, announce: () => {} };
}

function restore(): void {
  rmSync(target.folder, { recursive: true });
  cpSync(kept, target.folder, { recursive: true });
}

/** The vault again as it was at the beginning. */
async function renewed(session: Session): Promise<Session> {
  session.vault.close();
  restore();
  return opened();
}

/** What is left of a case does not count for the next. Gives what is left all the same, in MiB. */
function beginMeasuring(): number {
  if (process.memoryUsage.rss() > 200 * 2 ** 20) collect();
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
  return process.memoryUsage.rss() / 2 ** 20;
}

/** The highest resident memory since then, in MiB; 0 where the system does not tell. */
function peak(): number {
  if (process.platform !== 'linux') return 0;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
}

let session = await opened();
say('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const seed = line.slice(0, line.indexOf(' '));
  const order: ReaderOrder = JSON.parse(line.slice(line.indexOf(' ') + 1));
  const rest = beginMeasuring().toFixed();
  try {
    const tell = (step: string) => say(`step ${step}`);
    const outcome = await oneCase({ target, session, chance: chanceFrom(`${seed} reader`), tell }, order);
    say(`end ${rest} ${peak().toFixed()} ${outcome}`);
    if (!outcome.includes('.') && outcome !== 'repeated') session = await renewed(session);
  } catch (error) {
    say(`fault ${rest} ${peak().toFixed()} ${JSON.stringify(error instanceof Error ? error.message : String(error))}`);
    session = await renewed(session);
  }
}
session.vault.close();
