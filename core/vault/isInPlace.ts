import { fstatSync, statSync } from 'node:fs';
import { vaultPaths } from './folder.ts';
import type { Vault } from './vault.ts';

/**
 * Whether the database of an open vault is still the file at its path: not when a stick was pulled out, when the folder
 * was moved or deleted, or when another vault was put there. Two short questions to the system, nothing is read.
 */
export function isInPlace(vault: Pick<Vault, 'folder' | 'copySource'>): boolean {
  try {
    const there = statSync(vaultPaths(vault.folder).database, { bigint: true });
    if (vault.copySource === undefined) return true;
    const opened = fstatSync(vault.copySource, { bigint: true });
    // Some mounted file systems make inode numbers up anew; the same size and time to the nanosecond will do.
    const sameInode = there.ino === opened.ino && there.dev === opened.dev;
    return sameInode || (there.size === opened.size && there.mtimeNs === opened.mtimeNs);
  } catch {
    return false;
  }
}
