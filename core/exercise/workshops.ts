import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from '../context.ts';
import { UNFINISHED } from '../vault/durable.ts';
import { vaultPaths } from '../vault/folder.ts';
import { lockVault, type VaultLock } from '../vault/lock.ts';

/** Where an exercise is built, beside its future folder; locked as a vault is as long as somebody builds in it. */
const WORKSHOP = /^\.exercise-[0-9a-f]{8}\.partial$/;

/** Makes a workshop in `root`. */
export function openWorkshop(root: string, surroundings: Surroundings): { workshop: string; lock: VaultLock } {
  const name = `.exercise-${Buffer.from(surroundings.randomBytes(4)).toString('hex')}${UNFINISHED}`;
  const workshop = join(root, name);
  mkdirSync(workshop, { recursive: true, mode: 0o700 });
  return { workshop, lock: lockVault(vaultPaths(workshop), surroundings.now()) };
}

/** Removes what programs that died in the midst of building have left in `root`. Never throws: it can wait. */
export function sweepWorkshops(root: string, now: number): void {
  for (const name of workshopsIn(root)) {
    const workshop = join(root, name);
    try {
      lockVault(vaultPaths(workshop), now).release();
      rmSync(workshop, { recursive: true, force: true });
    } catch {
      // Somebody builds there at this moment, or it cannot be written to.
    }
  }
}

function workshopsIn(root: string): string[] {
  try {
    return existsSync(root) ? readdirSync(root).filter((entry) => WORKSHOP.test(entry)) : [];
  } catch {
    return [];
  }
}
