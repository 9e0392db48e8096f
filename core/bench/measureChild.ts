import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Session } from '../session.ts';

const run = promisify(execFile);

/** A vault that a child process opens. */
export interface VaultOnDisk {
  readonly folder: string;
  /** Data key in hexadecimal, so that unlocking is no part of what is measured. */
  readonly key: string;
  readonly installation: string;
}

export function vaultOnDisk({ session: { vault } }: { readonly session: Session }): VaultOnDisk {
  return { folder: vault.folder, key: Buffer.from(vault.key).toString('hex'), installation: vault.installation.id };
}

/** What a measured child process says. */
const Measured = z.object({ milliseconds: z.number(), records: z.number(), rss: z.number() });
export type Measured = z.infer<typeof Measured>;

const CHILD = new URL(`./exchangeChild${import.meta.url.slice(-3)}`, import.meta.url);

/**
 * Runs sealing, or opening and accepting, in a process of its own, as the application runs them in a thread with a heap
 * of its own. Gives its time, the records that changed, and its highest resident memory in MiB.
 */
export async function measureChild(what: 'seal' | 'open', vault: VaultOnDisk, ...rest: string[]): Promise<Measured> {
  await settle();
  const args = [fileURLToPath(CHILD), what, vault.folder, vault.key, ...rest];
  const { stdout } = await run(process.execPath, args);
  return Measured.parse(JSON.parse(stdout));
}

/** Runs a shell command of stock programs; gives milliseconds. */
export async function measureShell(command: string, cwd: string): Promise<number> {
  await settle();
  const started = performance.now();
  await run('sh', ['-c', command], { cwd });
  return performance.now() - started;
}

/** Waits until nothing of the round before is still being written. */
async function settle(): Promise<void> {
  await run('sync', []);
}
