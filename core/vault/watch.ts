import { randomUUID } from 'node:crypto';
import { max } from 'drizzle-orm';
import { LOCK_AFTER, reasonToLock } from '../../domain/vault/lockRules.ts';
import { record } from '../../drizzle/schema.ts';
import type { Application } from '../application.ts';
import { listBackups } from './backups.ts';
import { isInPlace } from './isInPlace.ts';
import { readLockAfter } from './lockAfter.ts';
import type { Vault } from './vault.ts';
import { isSame, stateOf, type VaultState } from './vaultState.ts';

const LOOK_EVERY = 5 * 1000;
const BACKUP_EVERY = 15 * 60 * 1000;

/**
 * For hosts with windows: looks every five seconds whether the open vault is to be locked (nobody was there, the
 * machine slept, the folder is gone), and makes a backup beside it every quarter of an hour in which something changed.
 * The function that is given back ends it.
 */
export function watchVault(application: Application): () => void {
  const { surroundings } = application;
  let wall = surroundings.now();
  let steady = surroundings.steadyNow();
  let seen: Vault | undefined;
  /** What the newest backup holds; undefined when that is not known. */
  let backedUp: VaultState | undefined;
  let lastBackup = steady;
  let backup: string | undefined;
  let locking = false;

  function lock(reason: 'idle' | 'suspended' | 'gone'): void {
    locking = true;
    const done = () => {
      locking = false;
    };
    application.lock(reason).then(done, done);
  }

  function backUp(vault: Vault): void {
    const { jobs } = application;
    lastBackup = surroundings.steadyNow();
    const before = stateOf(vault);
    if (isSame(before, backedUp)) return;
    const isAlone = jobs.list().length === 0;
    const job = randomUUID();
    backup = job;
    const copying = jobs.run('backup', { now: surroundings.now() }, job);
    const begun = jobs.begun();
    copying
      .then(
        () => {
          if (seen !== vault) return;
          const after = stateOf(vault);
          // The copy's own connection counts as another one: where nobody else wrote meanwhile, it holds what is there now.
          const isWhole = isAlone && jobs.begun() === begun && after.here === before.here;
          backedUp = isWhole ? after : before;
        },
        // A full disk, or locked meanwhile: the next quarter of an hour tries again, and `vault.status` tells the last.
        () => {},
      )
      .finally(() => {
        if (backup === job) backup = undefined;
      });
  }

  function look(): void {
    const passed = {
      wall: surroundings.now() - wall,
      steady: surroundings.steadyNow() - steady,
      idle: application.idle(),
    };
    wall += passed.wall;
    steady += passed.steady;
    const vault = application.vault();
    if (vault === undefined || locking) return;
    if (!isInPlace(vault)) {
      lock('gone');
      return;
    }
    if (vault !== seen) {
      seen = vault;
      lastBackup = steady;
      backedUp = isBackedUp(vault) ? stateOf(vault) : undefined;
    }
    const working = application.jobs.list().some(({ job }) => job !== backup);
    const reason = reasonToLock(passed, minutesOf(vault), working);
    if (reason !== undefined) lock(reason);
    else if (steady - lastBackup >= BACKUP_EVERY && backup === undefined) backUp(vault);
  }

  return surroundings.every(LOOK_EVERY, look);
}

/** Whether no record changed since the newest backup beside the vault. */
function isBackedUp(vault: Vault): boolean {
  const last =
    vault.orm
      .select({ at: max(record.updated) })
      .from(record)
      .get()?.at ?? null;
  const [newest] = listBackups(vault.folder);
  return last === null || (newest !== undefined && Date.parse(last) < newest.at);
}

function minutesOf(vault: Vault): number {
  try {
    return readLockAfter(vault);
  } catch {
    // A setting that cannot be read must not keep the vault open.
    return LOCK_AFTER.usual;
  }
}
