import { closeSync, openSync, readSync } from 'node:fs';
import { AmberdeskError } from '../../domain/errors.ts';
import { CHUNK, openChunk, TAG } from '../crypto/stream.ts';

/** A file as the vault keeps it, and what opens it. */
export interface SealedPlace {
  readonly path: string;
  readonly key: Uint8Array;
  readonly size: number;
}

const SEALED = CHUNK + TAG;

/** The content of an encrypted file, whole, in memory: for a thread that waits for it. Throws `vault.damaged`. */
export function openSealed({ path, key, size }: SealedPlace): Buffer {
  const content = Buffer.allocUnsafeSlow(size);
  const sealed = Buffer.allocUnsafeSlow(SEALED);
  const chunks = Math.max(1, Math.ceil(size / CHUNK));
  const file = openSync(path, 'r');
  try {
    for (let counter = 0; counter < chunks; counter += 1) {
      const bytes = readSync(file, sealed, 0, SEALED, counter * SEALED);
      const plain = openChunk(key, counter, counter === chunks - 1, sealed.subarray(0, bytes));
      if (plain === undefined) throw new AmberdeskError('vault.damaged', { folder: 'blobs' });
      plain.copy(content, counter * CHUNK);
    }
  } finally {
    closeSync(file);
  }
  return content;
}
