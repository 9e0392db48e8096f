import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { RECOVERY_FORM } from '../../domain/vault/recoveryKey.ts';
import { looksLikeShare, sharesIn } from '../../domain/vault/shares.ts';
import { writeKey } from '../../domain/vault/typedKey.ts';
import { realSurroundings, type Surroundings } from '../context.ts';
import { backupDatabase } from './backups.ts';
import { createBlobStore } from './blobs.ts';
import type { CopyableDatabase } from './copyDatabase.ts';
import { openDatabase, type VaultDatabase } from './database.ts';
import { asVaultError, onDisk } from './diskErrors.ts';
import { requireVault, type VaultPaths, vaultPaths } from './folder.ts';
import { readInstallation } from './installation.ts';
import {
  PASSPHRASE_FILE,
  RECOVERY_FILE,
  replaceKeyFile,
  requirePassphrase,
  unwrapFromSheet,
  unwrapWithPassphrase,
  unwrapWithRecovery,
  WORK_FACTOR,
  wrapForRecovery,
  wrapWithPassphrase,
} from './keys.ts';
import { lockVault, type VaultLock } from './lock.ts';
import { migrate, schemaAge } from './migrate.ts';
import { readRecoveryRecipient } from './recovery.ts';
import { finishRekey, settleRekey } from './rekey.ts';
import { settleRestore } from './replaceVault.ts';
import { joinShares } from './shares.ts';
import { sweepFiles } from './sweep.ts';
import type { OpenOptions, Vault } from './vault.ts';

/**
 * Unlocks the vault at `folder`. Throws `vault.missing`, `vault.inUse` (details name the owner), `vault.passphrase`,
 * `vault.damaged` (details name the file), `vault.newer`, `vault.readOnly`, `vault.full`.
 */
export async function openVault(folder: string, passphrase: string, options: OpenOptions = {}): Promise<Vault> {
  return unlock(folder, options, (paths) => unwrapWithPassphrase(paths.keys, passphrase));
}

/**
 * Unlocks with the recovery identity from the printed sheet, and sets a new passphrase. When `keys/` is lost, the
 * wrapped key that the sheet carries too is given as `sheet`. Throws `vault.recovery` when the identity is mistyped or
 * another vault's, `vault.weakPassphrase`, and what `openVault` throws.
 */
export async function openVaultWithRecovery(
  folder: string,
  identity: string,
  newPassphrase: string,
  options: OpenOptions & { readonly sheet?: string } = {},
): Promise<Vault> {
  requirePassphrase(newPassphrase);
  const { sheet } = options;
  const vault = await unlock(folder, options, async (paths) => {
    const whole = await wholeKey(identity);
    return sheet === undefined ? unwrapWithRecovery(paths.keys, whole) : unwrapFromSheet(sheet, whole);
  });
  try {
    const { keys } = vaultPaths(folder);
    const passphrase = await wrapWithPassphrase(vault.key, newPassphrase, options.workFactor ?? WORK_FACTOR);
    const recovery = await wrapForRecovery(vault.key, readRecoveryRecipient(vault));
    onDisk('keys', () => {
      mkdirSync(keys, { recursive: true, mode: 0o700 });
      replaceKeyFile(keys, PASSPHRASE_FILE, passphrase);
      replaceKeyFile(keys, RECOVERY_FILE, recovery);
    });
    return vault;
  } catch (error) {
    vault.close();
    throw error;
  }
}

/** The recovery key as typed: whole, or as two of its shares. Throws `key.shares`. */
async function wholeKey(typed: string): Promise<string> {
  if (!looksLikeShare(typed)) return typed;
  return writeKey(RECOVERY_FORM, await joinShares('recovery', sharesIn(typed)));
}

/** Unlocks with the raw data key: after creating or restoring, and where a process is started by one that has it. */
export async function openVaultWithKey(folder: string, key: Uint8Array, options: OpenOptions = {}): Promise<Vault> {
  return unlock(folder, options, async () => key);
}

/**
 * A second connection of the process that has the vault open, for worker threads: no lock, no migration, no sweep.
 * `copySource` is that of the open vault. Throws `vault.missing`, `vault.damaged`.
 */
export function attachVault(
  folder: string,
  key: Uint8Array,
  options: OpenOptions & { readonly copySource?: number | undefined } = {},
): Vault {
  const { surroundings = realSurroundings, copySource } = options;
  const paths = requireVault(folder);
  const database = openExisting(paths, key);
  const close = () => {
    database.sqlite.close();
  };
  try {
    return assemble(paths, key, { ...database, copySource }, surroundings, close);
  } catch (error) {
    close();
    throw error;
  }
}

async function unlock(
  folder: string,
  options: OpenOptions,
  unwrap: (paths: VaultPaths) => Promise<Uint8Array>,
): Promise<Vault> {
  const paths = requireVault(folder);
  const surroundings = options.surroundings ?? realSurroundings;
  const lock = lockVault(paths, surroundings.now());
  try {
    settleRestore(paths);
    settleRekey(paths);
    return openLocked(paths, await unwrap(paths), lock, surroundings);
  } catch (error) {
    lock.release();
    throw asVaultError(error, folder);
  }
}

/** Opens a settled vault whose lock is held; the vault releases it when it is closed, not when opening fails. */
export function openLocked(paths: VaultPaths, key: Uint8Array, lock: VaultLock, surroundings: Surroundings): Vault {
  const opened = openExisting(paths, key);
  const database = { ...opened, copySource: openSync(paths.database, 'r') };
  const close = () => {
    database.sqlite.close();
    closeSync(database.copySource);
  };
  try {
    bringUpToDate(paths, database, surroundings);
    finishRekey(paths, key);
    sweepFiles(paths, key, database);
    return assemble(paths, key, database, surroundings, () => {
      close();
      lock.release();
    });
  } catch (error) {
    close();
    throw asVaultError(error, paths.folder);
  }
}

const ApplicationTables = z.object({ count: z.number() });

/** Opens a database that must be there and be ours: SQLite would make an empty one of a missing or emptied file. */
export function openExisting(paths: Pick<VaultPaths, 'database'>, key: Uint8Array): VaultDatabase {
  const damaged = () => new AmberdeskError('vault.damaged', { file: 'vault.db' });
  if (!existsSync(paths.database) || statSync(paths.database).size === 0) throw damaged();
  const database = onDisk('vault.db', () => openDatabase(paths.database, key, { mustExist: true }));
  const found = database.sqlite.prepare("SELECT count(*) AS count FROM sqlite_schema WHERE name = 'setting'").get();
  if (ApplicationTables.parse(found).count === 0) {
    database.sqlite.close();
    throw damaged();
  }
  return database;
}

/** Migrates an older schema, after a backup; refuses a newer one with `vault.newer`. */
function bringUpToDate(paths: VaultPaths, database: CopyableDatabase, surroundings: Surroundings): void {
  const age = schemaAge(database);
  if (age === 'newer') throw new AmberdeskError('vault.newer');
  if (age === 'current') return;
  backupDatabase(paths, database, surroundings.now(), 'migration');
  migrate(database);
}

function assemble(
  paths: VaultPaths,
  key: Uint8Array,
  database: CopyableDatabase,
  surroundings: Surroundings,
  close: () => void,
): Vault {
  const { folder } = paths;
  const blobs = createBlobStore(folder, database, surroundings);
  return {
    ...database,
    folder,
    key,
    installation: readInstallation(database),
    blobs,
    close() {
      if (database.sqlite.open) close();
    },
  };
}
