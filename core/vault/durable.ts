import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The end of a name that says "not finished": swept when the vault is opened, never read. */
export const UNFINISHED = '.partial';

/** Waits until the content of a file is on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the names in a folder are on the disk, so that a rename survives a power cut. */
export function syncFolder(path: string): void {
  // Windows cannot open a folder for syncing; NTFS journals renames itself.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Writes a small file so that after a crash or a power cut either the old or the new content is there, whole. */
export function writeDurably(path: string, content: Uint8Array | string): void {
  const unfinished = `${path}${UNFINISHED}`;
  try {
    writeFileSync(unfinished, content, { mode: 0o600, flush: true });
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Copies a file to a name that is not there yet, and waits until it is on the disk. The folder is not synced. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to);
  syncFile(to);
}

/** Copies the files of one folder (no folders within) into a new one, synced. */
export function copyFolderDurably(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(from)) {
    if (!name.endsWith(UNFINISHED)) copyDurably(join(from, name), join(to, name));
  }
  syncFolder(to);
}

/** Renames, and waits until both folders' names are on the disk. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) syncFolder(dirname(from));
}
