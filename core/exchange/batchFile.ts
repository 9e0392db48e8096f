import type { FileHandle } from 'node:fs/promises';
import type { ReadableFile } from './joinedFile.ts';

const BATCH = 1024 * 1024;
/** After so many bytes the disk is asked to begin, so that the sync at the end finds little left to do. */
const SYNC_EVERY = 64 * BATCH;

/** Where pieces are written to, in their order. */
export interface BatchTarget {
  writeAll(pieces: Uint8Array[], bytes: number): Promise<void>;
  /** Asks the disk to begin. */
  datasync(): Promise<void>;
}

/** Writes pieces to a file in their order, a megabyte at a time, with one write under way while the next is gathered. */
export interface BatchWriter {
  write(pieces: readonly Uint8Array[]): Promise<void>;
  /** Resolves once everything is handed to the operating system. */
  flush(): Promise<void>;
}

/** One open file. */
export function wholeFile(handle: FileHandle): BatchTarget {
  return {
    datasync: () => handle.datasync(),
    async writeAll(pieces, bytes) {
      const { bytesWritten } = await handle.writev(pieces);
      if (bytesWritten === bytes) return;
      // A short write: the rest tells why, for instance that the disk is full.
      await handle.appendFile(Buffer.concat(pieces).subarray(bytesWritten));
    },
  };
}

export function batchWriter(target: BatchTarget): BatchWriter {
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  let underWay: Promise<void> = Promise.resolve();
  let unsynced = 0;
  let syncing: Promise<void> | undefined;

  /** Its failure is not told here: the sync at the end meets it again. */
  function beginSync(): void {
    unsynced = 0;
    syncing ??= target
      .datasync()
      .catch(() => {})
      .finally(() => {
        syncing = undefined;
      });
  }

  async function send(): Promise<void> {
    await underWay;
    if (bytes === 0) return;
    underWay = target.writeAll(gathered, bytes);
    // Whoever awaits next sees the failure; until then it must not count as unhandled.
    underWay.catch(() => {});
    gathered = [];
    unsynced += bytes;
    bytes = 0;
    if (unsynced >= SYNC_EVERY) beginSync();
  }

  return {
    async write(pieces) {
      for (const piece of pieces) {
        gathered.push(piece);
        bytes += piece.length;
      }
      if (bytes >= BATCH) await send();
    },
    async flush() {
      await send();
      await underWay;
      await syncing;
    },
  };
}

/**
 * The bytes of an open file, or of several as one, from `start`, a megabyte at a time, the next one being read meanwhile. A piece is only good
 * until the next is asked for.
 */
export async function* readPieces(file: ReadableFile, start: number): AsyncGenerator<Uint8Array> {
  const buffers = [Buffer.allocUnsafe(BATCH), Buffer.allocUnsafe(BATCH)] as const;
  let position = start;
  let turn: 0 | 1 = 0;
  let next = file.read(buffers[turn], 0, BATCH, position);
  next.catch(() => {});
  for (;;) {
    const { bytesRead, buffer } = await next;
    if (bytesRead === 0) return;
    position += bytesRead;
    turn = turn === 0 ? 1 : 0;
    next = file.read(buffers[turn], 0, BATCH, position);
    next.catch(() => {});
    yield buffer.subarray(0, bytesRead);
  }
}
