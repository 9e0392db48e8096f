import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createEncryptStream } from './sealedStream.ts';
import { CHUNK, openChunk, TAG } from './stream.ts';

const SEALED = CHUNK + TAG;
/** How many chunks are read, and how many buffers are written, by one call to the system. */
const BATCH = 16;

/** What was sealed into a file: the SHA-256 (hexadecimal) and the number of bytes of the content. */
export interface SealedContent {
  readonly sha256: string;
  readonly size: number;
}

/** How long the file is that holds `size` bytes of content. */
export function sealedLength(size: number): number {
  return size + TAG * Math.max(1, Math.ceil(size / CHUNK));
}

/**
 * Seals content into a new file at `path` (age STREAM, `key` for this file only) and waits until it is on the disk;
 * the folder is not synced. Constant memory. Fails when there is a file of that name; a file half-written when the
 * content or the disk fails is for the caller to remove.
 */
export async function writeSealedFile(
  path: string,
  key: Uint8Array,
  content: Readable | Uint8Array,
): Promise<SealedContent> {
  const file = await open(path, 'wx', 0o600);
  try {
    const digest = createHash('sha256');
    let size = 0;
    await pipeline(
      content instanceof Uint8Array ? Readable.from(slicesOf(content)) : content,
      async function* measure(pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          digest.update(piece);
          size += piece.length;
          yield piece;
        }
      },
      createEncryptStream(key),
      (parts: AsyncIterable<Buffer>) => writeParts(file, parts),
    );
    await file.sync();
    return { sha256: digest.digest('hex'), size };
  } finally {
    await file.close();
  }
}

function* slicesOf(content: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < content.length; from += BATCH * CHUNK) yield content.subarray(from, from + BATCH * CHUNK);
}

async function writeParts(file: FileHandle, parts: AsyncIterable<Buffer>): Promise<void> {
  let waiting: Buffer[] = [];
  for await (const part of parts) {
    waiting.push(part);
    if (waiting.length >= 2 * BATCH) {
      await writeAll(file, waiting);
      waiting = [];
    }
  }
  await writeAll(file, waiting);
}

/** `writev` may write less than asked, as on a disk that is nearly full; the rest is tried again and then fails. */
async function writeAll(file: FileHandle, parts: Uint8Array[]): Promise<void> {
  let left = parts;
  while (left.length > 0) {
    let { bytesWritten } = await file.writev(left);
    const rest: Uint8Array[] = [];
    for (const part of left) {
      if (bytesWritten < part.length) rest.push(part.subarray(bytesWritten));
      bytesWritten = Math.max(0, bytesWritten - part.length);
    }
    left = rest;
  }
}

/**
 * The content of a sealed file of `size` bytes of content, each chunk authenticated before it is given on. Constant
 * memory. The stream fails with `broken()` when the file is missing, shorter, longer, or not authentic.
 */
export function readSealedFile(
  path: string,
  key: Uint8Array,
  size: number,
  broken: (cause?: unknown) => Error,
): Readable {
  return Readable.from(contentOf(path, key, size, broken), { objectMode: false, highWaterMark: BATCH * CHUNK });
}

async function* contentOf(
  path: string,
  key: Uint8Array,
  size: number,
  broken: (cause?: unknown) => Error,
): AsyncGenerator<Buffer> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw broken(error);
  });
  try {
    if ((await file.stat()).size !== sealedLength(size)) throw broken();
    const last = Math.max(1, Math.ceil(size / CHUNK)) - 1;
    const buffer = Buffer.allocUnsafeSlow(Math.min(BATCH * SEALED, sealedLength(size)));
    for (let counter = 0; counter <= last; ) {
      const bytes = await readFully(file, buffer, counter * SEALED);
      for (let from = 0; from < bytes && counter <= last; from += SEALED) {
        const plain = openChunk(key, counter, counter === last, buffer.subarray(from, Math.min(from + SEALED, bytes)));
        if (plain === undefined) throw broken();
        counter += 1;
        if (plain.length > 0) yield plain;
      }
      if (bytes === 0) throw broken();
    }
  } finally {
    await file.close();
  }
}

/** Fills the buffer from `position` as far as the file goes; gives the number of bytes. */
async function readFully(file: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
