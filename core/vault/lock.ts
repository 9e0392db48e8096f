import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { minuteOf } from '../context.ts';
import { asVaultError, requireWritable } from './diskErrors.ts';
import Database from './driver.ts';
import type { VaultPaths } from './folder.ts';

/** Who has the vault open, for the message. `since` in minutes, UTC. */
const Owner = z.object({ pid: z.number(), host: z.string(), since: z.string() });

export interface VaultLock {
  release(): void;
}

/**
 * Makes this process, and this opening of the vault within it, the only one: an exclusive transaction on `lock.db`,
 * which the kernel ends when the process dies. The text beside it names the owner and decides nothing. Throws
 * `vault.inUse` with the owner, `vault.readOnly`, `vault.full`.
 */
export function lockVault(paths: VaultPaths, now: number): VaultLock {
  requireWritable(paths.folder);
  let connection: Database.Database | undefined;
  try {
    connection = new Database(paths.lock, { timeout: 0 });
    connection.exec('BEGIN EXCLUSIVE');
    writeFileSync(paths.owner, JSON.stringify({ pid: process.pid, host: hostname(), since: minuteOf(now) }));
  } catch (error) {
    connection?.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new AmberdeskError('vault.inUse', readOwner(paths.owner), { cause: error });
    }
    throw asVaultError(error, 'lock.db');
  }
  const held = connection;
  return {
    release() {
      rmSync(paths.owner, { force: true });
      held.close();
    },
  };
}

function readOwner(path: string): z.infer<typeof Owner> | null {
  if (!existsSync(path)) return null;
  try {
    return Owner.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Half-written or foreign: the lock holds all the same, only its owner is not known.
    return null;
  }
}
