import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { z } from 'zod';
import { hasCode } from '../../domain/errors.ts';
import { copyBytes, PIECE } from './copyBytes.ts';
import type { Sqlite, VaultDatabase } from './database.ts';
import { asVaultError } from './diskErrors.ts';
import { syncFile } from './durable.ts';

/** How often it is tried to find the log empty, while others write. */
export const COPY_ATTEMPTS = 5;

/**
 * A connection, and a descriptor of its file that stays open as long as the process has any connection to it: POSIX
 * drops all locks a process has on a file as soon as it closes any descriptor of it, and another program could then
 * take the write-ahead log away.
 */
export interface CopyableDatabase extends VaultDatabase {
  readonly copySource?: number | undefined;
}

const Checkpoint = z.tuple([z.object({ busy: z.number() })]);

/**
 * Copies the encrypted database into a new file, synced: the log is written back, writers are held, the file's bytes
 * are copied. Where there is no descriptor, a reader keeps the log busy, or the disk has no space for writing it back,
 * SQLite writes the copy itself (`VACUUM INTO`, slower, the same key). Must not be called inside a transaction.
 * Gives the SHA-256 of the copy, in hexadecimal.
 */
export function copyDatabase({ sqlite, copySource }: CopyableDatabase, file: string, to: string): string {
  for (let attempt = 0; copySource !== undefined && attempt < COPY_ATTEMPTS && writeLogBack(sqlite); attempt += 1) {
    sqlite.exec('BEGIN IMMEDIATE');
    try {
      // Somebody may have written between the two; then the file alone is not the whole truth.
      if (logIsEmpty(`${file}-wal`)) {
        return copyBytes(copySource, to);
      }
    } finally {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    }
  }
  sqlite.prepare('VACUUM INTO ?').run(to);
  syncFile(to);
  return digestOfFile(to);
}

/** Moves the whole log into the database file, waiting half a second for readers; whether it is empty now. */
export function writeLogBack(sqlite: Sqlite): boolean {
  const patience = Number(sqlite.pragma('busy_timeout', { simple: true }));
  sqlite.pragma('busy_timeout=500');
  try {
    const [{ busy }] = Checkpoint.parse(sqlite.pragma('wal_checkpoint(TRUNCATE)'));
    return busy === 0;
  } catch (error) {
    if (hasCode(asVaultError(error, 'vault.db'), 'vault.full')) return false;
    throw error;
  } finally {
    sqlite.pragma(`busy_timeout=${patience}`);
  }
}

export function logIsEmpty(log: string): boolean {
  return !existsSync(log) || statSync(log).size === 0;
}

/** SHA-256 of a file, in hexadecimal. */
export function digestOfFile(path: string): string {
  const digest = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(PIECE);
    for (let bytes = readSync(file, buffer); bytes > 0; bytes = readSync(file, buffer)) {
      digest.update(buffer.subarray(0, bytes));
    }
  } finally {
    closeSync(file);
  }
  return digest.digest('hex');
}
