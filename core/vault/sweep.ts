import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { blobFile, stagedBlob } from '../../drizzle/schema.ts';
import { type Backup, listBackups } from './backups.ts';
import { openDatabase, type VaultDatabase } from './database.ts';
import { UNFINISHED } from './durable.ts';
import type { VaultPaths } from './folder.ts';

/**
 * Removes what a crash left: unfinished files everywhere, staged files no row names, attachments that neither the
 * database nor any retained copy of it names. When a copy cannot be read, no attachment is removed at all.
 */
export function sweepFiles(paths: VaultPaths, key: Uint8Array, database: VaultDatabase): void {
  for (const folder of [paths.folder, paths.keys, paths.blobs, paths.backups]) {
    for (const name of namesIn(folder)) {
      if (name.endsWith(UNFINISHED)) rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
  const staged = new Set(
    database.orm
      .select({ file: stagedBlob.file })
      .from(stagedBlob)
      .all()
      .map((row) => row.file),
  );
  for (const name of namesIn(paths.staging)) {
    if (!staged.has(name)) rmSync(join(paths.staging, name), { recursive: true, force: true });
  }
  for (const file of orphanedBlobs(paths, key, database)) rmSync(join(paths.blobs, file), { force: true });
}

/** Files in `blobs/` that no database names, retained copies included; none when a copy cannot be read. */
export function orphanedBlobs(paths: VaultPaths, key: Uint8Array, database: VaultDatabase): string[] {
  const named = new Set(blobFilesOf(database));
  const unnamed = namesIn(paths.blobs).filter((name) => !named.has(name));
  if (unnamed.length === 0) return [];
  for (const backup of listBackups(paths.folder)) {
    const files = blobFilesOfCopy(backup, key);
    if (files === undefined) return [];
    for (const file of files) named.add(file);
  }
  return unnamed.filter((name) => !named.has(name));
}

function blobFilesOf(database: VaultDatabase): string[] {
  return database.orm
    .select({ file: blobFile.file })
    .from(blobFile)
    .all()
    .map((row) => row.file);
}

function blobFilesOfCopy(backup: Backup, key: Uint8Array): string[] | undefined {
  let copy: VaultDatabase | undefined;
  try {
    copy = openDatabase(join(backup.path, 'vault.db'), key, { mustExist: true, copy: true });
    return blobFilesOf(copy);
  } catch {
    // Damaged, or under a key this vault no longer has: what it names is not known.
    return undefined;
  } finally {
    copy?.sqlite.close();
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
