import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import { realSurroundings } from '../context.ts';
import { openChunk, sealChunk } from '../crypto/stream.ts';
import { type Backup, listBackups, writeDigests } from './backups.ts';
import { copyDatabase } from './copyDatabase.ts';
import { checkIntegrity, openDatabase, rekeyDatabase, type VaultDatabase } from './database.ts';
import { asVaultError } from './diskErrors.ts';
import { copyDurably, renameDurably, syncFile, syncFolder, UNFINISHED, writeDurably } from './durable.ts';
import { requireVault, type VaultPaths } from './folder.ts';
import { appendJournal } from './journal.ts';
import {
  DATA_KEY_LENGTH,
  PASSPHRASE_FILE,
  RECOVERY_FILE,
  replaceKeyFile,
  requirePassphrase,
  unwrapWithPassphrase,
  WORK_FACTOR,
  wrapForRecovery,
  wrapWithPassphrase,
  writeKeyFolder,
} from './keys.ts';
import { lockVault } from './lock.ts';
import { readRecoveryRecipient } from './recovery.ts';
import { settleRestore } from './replaceVault.ts';
import type { OpenOptions } from './vault.ts';

/** The former data key under the new one, in `keys.next/`, until every backup is under the new one too. */
const FORMER = 'former.key';

/**
 * "The passphrase may be known to others": a new data key for the database and all backups, a new passphrase; the
 * recovery identity stays. The vault must be closed. Gives the names of backups that neither key opens, which stay as
 * they are. Throws what `openVault` throws, and `vault.weakPassphrase`.
 *
 * Order, so that a crash at any moment leaves a vault that one of the two passphrases opens: (1) a copy of the
 * database under the new key, `vault.db.next`; (2) the new key files and the former key under the new, `keys.next/`;
 * (3) the copy takes the database's name, from where on the change counts; (4) the key files follow; (5) the backups
 * follow, one by one; (6) `keys.next/` goes. Before (3) the next opening undoes it, after (3) it finishes it.
 */
export async function rekeyVault(
  folder: string,
  passphrase: string,
  newPassphrase: string,
  options: OpenOptions = {},
): Promise<{ left: string[] }> {
  requirePassphrase(newPassphrase);
  const { surroundings = realSurroundings, workFactor = WORK_FACTOR } = options;
  const paths = requireVault(folder);
  const lock = lockVault(paths, surroundings.now());
  try {
    settleRestore(paths);
    settleRekey(paths);
    const former = await unwrapWithPassphrase(paths.keys, passphrase);
    finishRekey(paths, former);
    const key = surroundings.randomBytes(DATA_KEY_LENGTH);
    const recipient = copyUnderNewKey(paths, former, key, surroundings.now());
    const unfinished = `${paths.nextKeys}${UNFINISHED}`;
    rmSync(unfinished, { recursive: true, force: true });
    writeKeyFolder(unfinished, {
      passphrase: await wrapWithPassphrase(key, newPassphrase, workFactor),
      recovery: await wrapForRecovery(key, recipient),
    });
    writeDurably(join(unfinished, FORMER), Buffer.concat(sealChunk(key, 0, true, former)));
    renameDurably(unfinished, paths.nextKeys);
    renameDurably(paths.nextDatabase, paths.database);
    settleRekey(paths);
    return { left: finishRekey(paths, key) };
  } catch (error) {
    if (existsSync(paths.nextDatabase)) settleRekey(paths);
    throw asVaultError(error, folder);
  } finally {
    lock.release();
  }
}

/** Makes `vault.db.next`, checked and synced; gives the recovery identity's recipient. */
function copyUnderNewKey(paths: VaultPaths, former: Uint8Array, key: Uint8Array, now: number): string {
  const database = openDatabase(paths.database, former, { mustExist: true });
  const copySource = openSync(paths.database, 'r');
  let recipient: string;
  try {
    recipient = readRecoveryRecipient(database);
    copyDatabase({ ...database, copySource }, paths.database, paths.nextDatabase);
  } finally {
    database.sqlite.close();
    closeSync(copySource);
  }
  // The log is gone when the last connection closes; a thread that is still attached would write into the old file.
  if (existsSync(`${paths.database}-wal`)) throw new AmberdeskError('vault.inUse', { pid: process.pid });
  rekeyDatabase(paths.nextDatabase, former, key);
  const next = openDatabase(paths.nextDatabase, key, { mustExist: true });
  try {
    if (checkIntegrity(next) !== 'ok') throw new AmberdeskError('vault.damaged', { file: 'vault.db' });
    appendJournal(next, now, 'rekeyed', {});
  } finally {
    next.sqlite.close();
  }
  syncFile(paths.nextDatabase);
  syncFolder(paths.folder);
  return recipient;
}

/**
 * Undoes a change of data key that did not count yet, or lets the key files of one that counts follow the database.
 * Needs no key, so it comes before unlocking.
 */
export function settleRekey(paths: VaultPaths): void {
  if (existsSync(paths.nextDatabase)) {
    rmSync(paths.nextKeys, { recursive: true, force: true });
    syncFolder(paths.folder);
    for (const end of ['-wal', '-shm', '-journal', '']) rmSync(`${paths.nextDatabase}${end}`, { force: true });
    syncFolder(paths.folder);
    return;
  }
  for (const name of [PASSPHRASE_FILE, RECOVERY_FILE]) {
    const next = join(paths.nextKeys, name);
    if (existsSync(next)) replaceKeyFile(paths.keys, name, readFileSync(next));
  }
}

/** Brings the backups under the new key, if a change of key is to be finished; gives those that no key opens. */
export function finishRekey(paths: VaultPaths, key: Uint8Array): string[] {
  if (!existsSync(paths.nextKeys)) return [];
  const sealed = join(paths.nextKeys, FORMER);
  const former = existsSync(sealed) ? openChunk(key, 0, true, readFileSync(sealed)) : undefined;
  const left =
    former === undefined ? [] : listBackups(paths.folder).filter((backup) => !rekeyBackup(paths, backup, former, key));
  const done = `${paths.nextKeys}${UNFINISHED}`;
  rmSync(done, { recursive: true, force: true });
  renameSync(paths.nextKeys, done);
  syncFolder(paths.folder);
  rmSync(done, { recursive: true, force: true });
  return left.map((backup) => backup.name);
}

/** Brings one backup under the new key; safe to repeat after a crash in its midst. Whether it could be opened. */
function rekeyBackup(paths: VaultPaths, backup: Backup, former: Uint8Array, key: Uint8Array): boolean {
  const file = join(backup.path, 'vault.db');
  if (!opens(file, key)) {
    if (!opens(file, former)) return false;
    const next = `${file}${UNFINISHED}`;
    rmSync(next, { force: true });
    copyDurably(file, next);
    rekeyDatabase(next, former, key);
    syncFile(next);
    renameDurably(next, file);
  }
  shareKeys(paths, backup);
  return true;
}

/** Gives a backup the wrapped keys that the vault has, for a backup under the same data key. */
export function shareKeys(paths: VaultPaths, backup: Backup): void {
  const keys = join(backup.path, 'keys');
  for (const name of [PASSPHRASE_FILE, RECOVERY_FILE]) {
    replaceKeyFile(keys, name, readFileSync(join(paths.keys, name)));
  }
  writeDigests(backup.path);
}

/** Whether the key opens the copy; on the way the log of a copy that has one is written back into it. */
export function opens(file: string, key: Uint8Array): boolean {
  let database: VaultDatabase | undefined;
  try {
    database = openDatabase(file, key, { mustExist: true, copy: true });
    return true;
  } catch {
    return false;
  } finally {
    database?.sqlite.close();
  }
}
