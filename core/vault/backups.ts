import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AmberdeskError, hasCode } from '../../domain/errors.ts';
import { retainedBackups } from '../../domain/vault/rotation.ts';
import { blobFile } from '../../drizzle/schema.ts';
import { realSurroundings, type Surroundings } from '../context.ts';
import { unwatched, type Work } from '../jobs/work.ts';
import { type CopyableDatabase, copyDatabase, digestOfFile } from './copyDatabase.ts';
import { onDisk, onDiskLater, requireWritable } from './diskErrors.ts';
import { copyDurably, copyFolderDurably, renameDurably, syncFolder, UNFINISHED, writeDurably } from './durable.ts';
import { type VaultPaths, vaultPaths } from './folder.ts';
import { appendJournal } from './journal.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Vault } from './vault.ts';

/** Why a backup was made; `replaced` is what a restore put aside, and is never rotated away. */
export type BackupReason = 'regular' | 'import' | 'migration' | 'replaced';

/** A copy of the encrypted database with its wrapped keys, in a folder of its own. */
export interface Backup {
  /** The folder's name: time and reason. */
  readonly name: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: BackupReason;
  /** Bytes of the database. */
  readonly size: number;
}

/** A backup as it is told to windows. */
export function lineOf({ name, at, size }: Pick<Backup, 'name' | 'at' | 'size'>) {
  return { name, made: new Date(at).toISOString(), bytes: size };
}

export const DIGESTS = 'SHA256SUMS';
const DATABASE = 'vault.db';
const NAME = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(?:-(import|migration|replaced))?$/;
const Reason = z.enum(['import', 'migration', 'replaced']).optional();

/** The folder name of a backup made at `at`. */
function backupName(at: number, reason: BackupReason): string {
  const time = new Date(at).toISOString().replaceAll(/[:.]/g, '-');
  return reason === 'regular' ? time : `${time}-${reason}`;
}

/** A name no backup in `root` has yet: that of `at`, or of the next millisecond that is free. */
export function freeBackupName(root: string, at: number, reason: BackupReason): string {
  let free = at;
  while (existsSync(join(root, backupName(free, reason)))) free += 1;
  return backupName(free, reason);
}

/** The backups in a vault's folder, the newest first. */
export function listBackups(folder: string): Backup[] {
  return listBackupsIn(vaultPaths(folder).backups);
}

/** The backups in any folder that holds some, as one on an external disk, the newest first. */
export function listBackupsIn(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, day, hour, minute, second, milli, reason] = NAME.exec(name) ?? [];
      const path = join(folder, name);
      if (day === undefined || !existsSync(join(path, DATABASE))) return [];
      const at = Date.parse(`${day}${hour}:${minute}:${second}.${milli}Z`);
      const size = statSync(join(path, DATABASE)).size;
      return [{ name, path, at, reason: Reason.parse(reason) ?? ('regular' as const), size }];
    })
    .sort((one, other) => other.at - one.at || (one.name < other.name ? 1 : -1));
}

/**
 * Backs the database up into `backups/`, synced, and lets old ones go (see `retainedBackups`). Short: writers wait
 * while the file is copied. Throws `vault.full`, `vault.readOnly`.
 */
export function backupVault(
  vault: Vault,
  options: { readonly surroundings?: Surroundings; readonly reason?: BackupReason } = {},
): Backup {
  const { surroundings = realSurroundings, reason = 'regular' } = options;
  return backupDatabase(vaultPaths(vault.folder), vault, surroundings.now(), reason);
}

/** The same for a database that is not a vault yet, as before its migration. */
export function backupDatabase(
  paths: VaultPaths,
  database: CopyableDatabase,
  now: number,
  reason: BackupReason,
): Backup {
  return onDisk('backups', () => {
    const path = copyInto(paths.backups, paths, database, now, reason);
    return keepRotating(paths, path, now);
  });
}

/** Ends a backup in the vault's own folder: it has its name, and old ones go. */
export function keepRotating(paths: VaultPaths, path: string, now: number): Backup {
  finishBackup(path);
  rotate(paths.backups, now, basename(path));
  return found(paths.backups, basename(path));
}

const LastExternal = z.object({ at: z.number(), path: z.string() });
const EXTERNAL = 'backup.external';

/** When and where a backup was last written outside the vault; undefined when never. For the reminder. */
export function lastExternalBackup(vault: Vault): z.infer<typeof LastExternal> | undefined {
  return readSetting(vault, EXTERNAL, LastExternal);
}

/**
 * Backs up to another place, attachments included: `NAME.amberbackup/` in `target`, with one folder a backup and one
 * `blobs/` for all, into which only what is not there yet is copied. Old ones stay. Throws `vault.full`,
 * `vault.readOnly`, `vault.damaged` when an attachment's file is gone, `job.cancelled`.
 */
export async function backupTo(
  vault: Vault,
  target: string,
  options: { readonly surroundings?: Surroundings; readonly work?: Work } = {},
): Promise<Backup> {
  const { surroundings = realSurroundings, work = unwatched } = options;
  const paths = vaultPaths(vault.folder);
  const now = surroundings.now();
  requireWritable(target);
  return onDiskLater(target, async () => {
    const root = join(target, `${basename(vault.folder).replace(/\.amberdesk$/, '')}.amberbackup`);
    const blobs = join(root, 'blobs');
    mkdirSync(blobs, { recursive: true, mode: 0o700 });
    const path = copyInto(root, paths, vault, now, 'regular');
    try {
      const rows = vault.orm.select({ file: blobFile.file, size: blobFile.size }).from(blobFile).all();
      const total = rows.reduce((sum, row) => sum + row.size, 0);
      let done = 0;
      for (const { file, size } of rows) {
        work.check();
        copyBlob(paths.blobs, blobs, file);
        done += size;
        work.progress(done, total, 'backup.blobs');
      }
      syncFolder(blobs);
      finishBackup(path);
    } catch (error) {
      dropUnfinished(path);
      throw error;
    }
    remember(vault, now, path);
    return found(root, basename(path));
  });
}

/** Notes the backup for the reminder and the journal. */
function remember(vault: Vault, now: number, path: string): void {
  try {
    onDisk(vault.folder, () =>
      vault.sqlite.transaction(() => {
        writeSetting(vault, EXTERNAL, { at: now, path });
        appendJournal(vault, now, 'backedUp', { path });
      })(),
    );
  } catch (error) {
    // A full disk is a reason to back up elsewhere: the backup counts, only the reminder comes too early.
    if (!hasCode(error, 'vault.full')) throw error;
  }
}

/** Copies an attachment's file as it is, unless it is there; its name is random, so the same name is the same file. */
export function copyBlob(from: string, to: string, file: string): void {
  const source = join(from, file);
  const target = join(to, file);
  if (!existsSync(source)) throw new AmberdeskError('vault.damaged', { file: `blobs/${file}` });
  if (existsSync(target) && statSync(target).size === statSync(source).size) return;
  copyDurably(source, `${target}${UNFINISHED}`);
  renameSync(`${target}${UNFINISHED}`, target);
}

/** Copies database and keys under an unfinished name; gives the name it is to have. */
function copyInto(
  root: string,
  paths: VaultPaths,
  database: CopyableDatabase,
  now: number,
  reason: BackupReason,
): string {
  const path = join(root, freeBackupName(root, now, reason));
  try {
    addKeys(paths, path, copyDatabase(database, paths.database, databaseIn(path)));
    return path;
  } catch (error) {
    dropUnfinished(path);
    throw error;
  }
}

/** Where the database of a backup is copied to that is not finished, in a folder that is made for it. */
export function databaseIn(path: string): string {
  const unfinished = `${path}${UNFINISHED}`;
  dropUnfinished(path);
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  return join(unfinished, DATABASE);
}

/** Adds to the copy of the database, which has this digest, what else a backup holds. */
export function addKeys(paths: VaultPaths, path: string, digest: string): void {
  const unfinished = `${path}${UNFINISHED}`;
  copyFolderDurably(paths.keys, join(unfinished, 'keys'));
  writeDigests(unfinished, digest);
}

/** Removes what there is of a backup that is not finished. */
export function dropUnfinished(path: string): void {
  rmSync(`${path}${UNFINISHED}`, { recursive: true, force: true });
}

function finishBackup(path: string): void {
  syncFolder(`${path}${UNFINISHED}`);
  renameDurably(`${path}${UNFINISHED}`, path);
}

function found(folder: string, name: string): Backup {
  const backup = listBackupsIn(folder).find((entry) => entry.name === name);
  if (backup === undefined) throw new AmberdeskError('backup.missing', { name });
  return backup;
}

/** `SHA256SUMS` of a backup, so that damage shows without a passphrase (`sha256sum -c`). */
export function writeDigests(path: string, database = digestOfFile(join(path, DATABASE))): void {
  const keys = readdirSync(join(path, 'keys')).map((name) => `keys/${name}`);
  const lines = keys.map((file) => `${digestOfFile(join(path, file))}  ${file}\n`);
  writeDurably(join(path, DIGESTS), [`${database}  ${DATABASE}\n`, ...lines].join(''));
}

/** Files of a backup that are not what its `SHA256SUMS` says. Empty when all is well or nothing is said. */
export function changedFiles(path: string): string[] {
  const digests = join(path, DIGESTS);
  if (!existsSync(digests)) return [];
  return readFileSync(digests, 'latin1')
    .split('\n')
    .flatMap((line) => {
      if (line === '') return [];
      const [, digest, file] = /^([0-9a-f]{64}) {2}(vault\.db|keys\/\w+(?:\.age)?)$/.exec(line) ?? [];
      if (digest === undefined || file === undefined) return [DIGESTS];
      const whole = existsSync(join(path, file)) && digestOfFile(join(path, file)) === digest;
      return whole ? [] : [file];
    });
}

/** Lets old ones go, but never the one just made: after a clock was set back it may look like the oldest. */
function rotate(folder: string, now: number, made: string): void {
  const rotating = listBackupsIn(folder).filter((backup) => backup.reason !== 'replaced');
  const kept = new Set(
    retainedBackups(
      rotating.map((backup) => backup.at),
      now,
    ),
  );
  for (const backup of rotating) {
    if (!kept.has(backup.at) && backup.name !== made) rmSync(backup.path, { recursive: true, force: true });
  }
}
