import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import { createSealer } from '../crypto/sealer.ts';
import { CHUNK, openChunk, TAG } from '../crypto/stream.ts';
import { onDisk } from '../vault/diskErrors.ts';

/** The lines of a bundle between reading and keeping them. Memory holds where each begins, not what it says. */
export interface KeptLines {
  /** Keeps one more. They are numbered from 0. */
  add(line: string): void;
  /** The line of this number, once all were added. */
  read(number: number): string;
  /** Removes what was kept. */
  close(): void;
}

/** So many characters of lines are kept in memory: most bundles have fewer, and need no file. */
const FEW = 4 * 1024 * 1024;
/** Bytes that are written by one call to the system. */
const BATCH = 1024 * 1024;
const SEALED = CHUNK + TAG;

/** Keeps lines in the folder `staging`, encrypted under a key that nobody else has, or in memory while they are few. */
export function keepLines(staging: string): KeptLines {
  let few: string[] | undefined = [];
  let held = 0;
  let file: KeptLines | undefined;
  return {
    add(line) {
      held += line.length;
      if (few !== undefined && held <= FEW) {
        few.push(line);
        return;
      }
      file ??= sealedLines(staging);
      for (const earlier of few ?? []) file.add(earlier);
      few = undefined;
      file.add(line);
    },
    read: (number) => few?.[number] ?? file?.read(number) ?? '',
    close() {
      few = [];
      file?.close();
      file = undefined;
    },
  };
}

/** Lines that are in memory, as they are. */
export function linesInMemory(): KeptLines {
  const lines: string[] = [];
  return { add: (line) => void lines.push(line), read: (number) => lines[number] ?? '', close: () => {} };
}

/** One encrypted file, of which any line is opened without the rest. It is gone with `close`, or swept after a crash. */
function sealedLines(staging: string): KeptLines {
  const [name, key] = [randomBytes(16).toString('hex'), randomBytes(32)];
  const path = join(staging, name);
  const file = onDisk('staging', () => openSync(path, 'wx+', 0o600));
  const sealer = createSealer(key);
  const ends: number[] = [];
  const buffer = Buffer.allocUnsafeSlow(SEALED);
  let size = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let finished = false;
  let opened: { readonly chunk: number; readonly plain: Buffer } | undefined;

  function write(sealed: Buffer[], atOnce: boolean): void {
    for (const part of sealed) waitingBytes += part.length;
    waiting.push(...sealed);
    if (!atOnce && waitingBytes < BATCH) return;
    onDisk('staging', () => writeAll(file, waiting));
    waiting = [];
    waitingBytes = 0;
  }

  function plainOf(chunk: number): Buffer {
    if (opened?.chunk === chunk) return opened.plain;
    const last = Math.max(1, Math.ceil(size / CHUNK)) - 1;
    const bytes = onDisk('staging', () => readSync(file, buffer, 0, SEALED, chunk * SEALED));
    const plain = openChunk(key, chunk, chunk === last, buffer.subarray(0, bytes));
    if (plain === undefined) throw new AmberdeskError('vault.damaged', { file: `staging/${name}` });
    opened = { chunk, plain };
    return plain;
  }

  return {
    add(line) {
      const bytes = Buffer.from(line, 'utf8');
      size += bytes.length;
      ends.push(size);
      write(sealer.seal(bytes), false);
    },
    read(number) {
      if (!finished) write(sealer.end(), true);
      finished = true;
      const [from, to] = [ends[number - 1] ?? 0, ends[number] ?? 0];
      const parts: Buffer[] = [];
      for (let at = from; at < to; ) {
        const chunk = Math.floor(at / CHUNK);
        const begins = chunk * CHUNK;
        parts.push(plainOf(chunk).subarray(at - begins, to - begins));
        at = begins + CHUNK;
      }
      const [only] = parts;
      return (parts.length === 1 && only !== undefined ? only : Buffer.concat(parts)).toString('utf8');
    },
    close() {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

/** `writev` may write less than asked, as on a disk that is nearly full; the rest is tried again and then fails. */
function writeAll(file: number, parts: Buffer[]): void {
  let left = parts;
  while (left.length > 0) {
    let written = writevSync(file, left);
    const rest: Buffer[] = [];
    for (const part of left) {
      if (written < part.length) rest.push(part.subarray(written));
      written = Math.max(0, written - part.length);
    }
    left = rest;
  }
}
