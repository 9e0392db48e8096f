import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Surroundings } from '../context.ts';
import { syncFolder } from '../vault/durable.ts';

/**
 * Writes a file that a person asked for: under a temporary name, synced, then under its own name, which must be free.
 * Throws `file.exists` and `file.unwritable`; then nothing is left behind.
 */
export function writeOutput(file: string, content: Uint8Array | string, surroundings: Surroundings): void {
  if (existsSync(file)) throw new AmberdeskError('file.exists', file);
  const folder = dirname(file);
  const unfinished = join(folder, `.${Buffer.from(surroundings.randomBytes(8)).toString('hex')}.partial`);
  try {
    const handle = openSync(unfinished, 'wx', 0o600);
    try {
      writeAll(handle, Buffer.from(content));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    linkSync(unfinished, file);
    rmSync(unfinished);
    syncFolder(folder);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new AmberdeskError('file.unwritable', file, { cause: error });
  }
}

function writeAll(handle: number, content: Uint8Array): void {
  for (let done = 0; done < content.length; ) done += writeSync(handle, content, done);
}
