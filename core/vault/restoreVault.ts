import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AmberdeskError, hasCode } from '../../domain/errors.ts';
import { blobFile } from '../../drizzle/schema.ts';
import { realSurroundings, type Surroundings } from '../context.ts';
import { changedFiles, copyBlob, freeBackupName } from './backups.ts';
import { checkIntegrity, openDatabase, type VaultDatabase } from './database.ts';
import { asVaultError, requireWritable } from './diskErrors.ts';
import { copyDurably, copyFolderDurably, syncFolder } from './durable.ts';
import { makeFolders, type VaultPaths, vaultPaths } from './folder.ts';
import {
  generateInstallationKeys,
  type InstallationKeys,
  readInstallation,
  readKeyMode,
  renewInstallation,
} from './installation.ts';
import { appendJournal } from './journal.ts';
import { unwrapWithPassphrase } from './keys.ts';
import { lockVault } from './lock.ts';
import { migrate, schemaAge } from './migrate.ts';
import { openExisting, openLocked } from './openVault.ts';
import { settleRekey } from './rekey.ts';
import { replaceVault, restoreFolder, settleRestore } from './replaceVault.ts';
import type { Vault } from './vault.ts';

/** A restored vault, open. */
export interface Restored {
  readonly vault: Vault;
  /** The backup that what was replaced is now kept as; undefined when nothing was there. */
  readonly replaced: string | undefined;
  /** SHA-256 of attachments that the restored records name and that were found nowhere. */
  readonly missing: readonly string[];
}

/**
 * Puts a backup in the place of the vault at `folder`, or where nothing is yet. `backup` is a name of `listBackups` or
 * the path of a backup's folder; `passphrase` is that of the backup. The backup is checked before anything is
 * replaced; what it replaces is kept; the vault becomes a new device with keys of its own. Throws `backup.missing`,
 * `backup.damaged`, `vault.passphrase`, `vault.newer`, `vault.inUse`, `vault.exists` (the folder holds something
 * else), `vault.full`, `vault.readOnly`; after each of them the vault is as it was.
 */
export async function restoreVault(
  folder: string,
  backup: string,
  passphrase: string,
  options: { readonly surroundings?: Surroundings } = {},
): Promise<Restored> {
  const { surroundings = realSurroundings } = options;
  const paths = vaultPaths(folder);
  const source = locate(paths, backup);
  const existed = existsSync(folder);
  const fresh = !existed || readdirSync(folder).length === 0;
  if (!fresh && !existsSync(paths.database) && !existsSync(paths.keys) && !existsSync(paths.backups)) {
    throw new AmberdeskError('vault.exists', { folder });
  }
  requireWritable(folder);
  let restored: Restored | undefined;
  try {
    makeFolders(paths);
    restored = await restoreLocked(paths, source, passphrase, surroundings);
    return restored;
  } catch (error) {
    throw asVaultError(error, folder);
  } finally {
    if (restored === undefined && fresh) {
      rmSync(folder, { recursive: true, force: true });
      if (existed) mkdirSync(folder);
    }
  }
}

async function restoreLocked(
  paths: VaultPaths,
  source: string,
  passphrase: string,
  surroundings: Surroundings,
): Promise<Restored> {
  const lock = lockVault(paths, surroundings.now());
  try {
    settleRestore(paths);
    settleRekey(paths);
    const present = existsSync(paths.database) || existsSync(paths.keys);
    const aside = freeBackupName(paths.backups, surroundings.now(), 'replaced');
    const prepared = restoreFolder(paths);
    try {
      const key = await prepare(paths, source, passphrase, surroundings.now());
      fetchBlobs(join(dirname(source), 'blobs'), paths, prepared, key);
      replaceVault(paths, aside);
      const vault = openLocked(paths, key, lock, surroundings);
      return { vault, replaced: present ? aside : undefined, missing: missingBlobs(paths, vault) };
    } finally {
      rmSync(prepared, { recursive: true, force: true });
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The backup's folder. Throws `backup.missing`; `backup.damaged` when its database or keys are gone. */
function locate(paths: VaultPaths, backup: string): string {
  const inside = join(paths.backups, basename(backup));
  const source = existsSync(inside) && basename(backup) === backup ? inside : resolve(backup);
  if (!existsSync(source)) throw new AmberdeskError('backup.missing', { backup });
  const lost = ['vault.db', 'keys'].filter((name) => !existsSync(join(source, name)));
  if (lost.length > 0) throw new AmberdeskError('backup.damaged', { files: lost });
  return source;
}

/** Copies the backup beside the vault, checks it, and makes it a new device. Gives its data key. */
async function prepare(paths: VaultPaths, source: string, passphrase: string, now: number): Promise<Uint8Array> {
  const changed = changedFiles(source);
  if (changed.length > 0) throw new AmberdeskError('backup.damaged', { files: changed });
  const prepared = restoreFolder(paths);
  rmSync(prepared, { recursive: true, force: true });
  mkdirSync(prepared, { mode: 0o700 });
  // A copy put aside by an earlier restore may have a log beside it.
  for (const name of ['vault.db', 'vault.db-wal']) {
    if (existsSync(join(source, name))) copyDurably(join(source, name), join(prepared, name));
  }
  copyFolderDurably(join(source, 'keys'), join(prepared, 'keys'));
  const key = await asBackup(() => unwrapWithPassphrase(join(prepared, 'keys'), passphrase));
  const database = await asBackup(async () => openExisting({ database: join(prepared, 'vault.db') }, key));
  try {
    const keys = await asBackup(async () => generateInstallationKeys(readKeyMode(database)));
    renew(database, now, keys, basename(source));
  } finally {
    database.sqlite.close();
  }
  syncFolder(prepared);
  return key;
}

function renew(database: VaultDatabase, now: number, keys: InstallationKeys, name: string): void {
  const integrity = checkIntegrity(database);
  if (integrity !== 'ok') throw new AmberdeskError('backup.damaged', { integrity });
  if (schemaAge(database) === 'newer') throw new AmberdeskError('vault.newer');
  migrate(database);
  database.sqlite.transaction(() => {
    const former = readInstallation(database).id;
    const { id } = renewInstallation(database, keys);
    appendJournal(database, now, 'restored', { backup: name, former, installation: id });
  })();
}

/** What is damaged here is the backup, not the vault. */
async function asBackup<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof AmberdeskError && hasCode(error, 'vault.damaged')) {
      throw new AmberdeskError('backup.damaged', error.details, { cause: error });
    }
    throw error;
  }
}

/** Copies attachments that an external backup has and the vault does not. */
function fetchBlobs(from: string, paths: VaultPaths, prepared: string, key: Uint8Array): void {
  if (!existsSync(from)) return;
  const database = openDatabase(join(prepared, 'vault.db'), key, { mustExist: true });
  try {
    for (const { file } of database.orm.select({ file: blobFile.file }).from(blobFile).all()) {
      if (existsSync(join(from, file))) copyBlob(from, paths.blobs, file);
    }
  } finally {
    database.sqlite.close();
  }
  syncFolder(paths.blobs);
}

function missingBlobs(paths: VaultPaths, database: VaultDatabase): string[] {
  const rows = database.orm.select({ file: blobFile.file, sha256: blobFile.sha256 }).from(blobFile).all();
  return rows.filter(({ file }) => !existsSync(join(paths.blobs, file))).map(({ sha256 }) => sha256);
}
