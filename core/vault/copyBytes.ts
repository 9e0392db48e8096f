import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/** Bytes that are read at once. */
export const PIECE = 1024 * 1024;

/**
 * Copies a file into a new one, synced; `source` is a descriptor of it. Gives the SHA-256 of what was copied, in
 * hexadecimal. `check` is called now and then, and ends it by throwing.
 */
export function copyBytes(source: number, to: string, check: () => void = () => {}): string {
  const target = openSync(to, 'wx', 0o600);
  const digest = createHash('sha256');
  try {
    const buffer = Buffer.allocUnsafeSlow(PIECE);
    for (let position = 0; ; ) {
      check();
      const bytes = readSync(source, buffer, 0, PIECE, position);
      if (bytes === 0) break;
      let written = 0;
      while (written < bytes) written += writeSync(target, buffer, written, bytes - written);
      digest.update(buffer.subarray(0, bytes));
      position += bytes;
    }
    fsyncSync(target);
    return digest.digest('hex');
  } finally {
    closeSync(target);
  }
}
