import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AmberdeskError, type ErrorCode } from '../../domain/errors.ts';

/** Codes of Node's file calls and of SQLite (the part before an extended code), and what they mean to a person. */
const MEANING: ReadonlyArray<readonly [RegExp, ErrorCode]> = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, 'vault.full'],
  [/^(EROFS|EACCES|EPERM|SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM)$/, 'vault.readOnly'],
  [/^(SQLITE_NOTADB|SQLITE_CORRUPT.*|SQLITE_IOERR_(SHORT_READ|CORRUPTFS|DATA))$/, 'vault.damaged'],
];

/**
 * The error of a disk or database operation on a vault, as one of ours: `vault.full`, `vault.readOnly` or
 * `vault.damaged`. Our own errors, and errors that mean none of these, are given back as they are.
 */
export function asVaultError(error: unknown, subject: string): unknown {
  if (!(error instanceof Error) || error instanceof AmberdeskError) return error;
  const code = codeOf(error);
  const meaning = MEANING.find(([pattern]) => pattern.test(code))?.[1];
  return meaning === undefined ? error : new AmberdeskError(meaning, { file: subject, cause: code }, { cause: error });
}

/** Runs a disk or database operation and gives its errors their meaning; see `asVaultError`. */
export function onDisk<T>(subject: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    throw asVaultError(error, subject);
  }
}

/** The same for operations that take their time. */
export async function onDiskLater<T>(subject: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw asVaultError(error, subject);
  }
}

/**
 * Throws `vault.readOnly` when nothing can be written to the folder, or, where it is not there yet, to the nearest one
 * above it. Asked first, because making a folder and its parents on a read-only disk says something misleading.
 */
export function requireWritable(folder: string): void {
  let nearest = resolve(folder);
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  onDisk(folder, () => accessSync(nearest, constants.R_OK | constants.W_OK | constants.X_OK));
}

/** The code of the error or, where a library wrapped it, of what caused it. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : '';
}
