import type { FileHandle } from 'node:fs/promises';

const BATCH = 1024 * 1024;
/** After so many bytes the disk is asked to begin, so that the sync at the end finds little left to do. */
const SYNC_EVERY = 64 * BATCH;

/** Writes pieces to a file in their order, a megabyte at a time, with one write under way while the next is gathered. */
export interface BatchWriter {
  write(pieces: readonly Uint8Array[]): Promise<void>;
  /** Resolves once everything is handed to the operating system. */
  flush(): Promise<void>;
}

async function writeAll(handle: FileHandle, pieces: Uint8Array[], bytes: number): Promise<void> {
  const { bytesWritten } = await handle.writev(pieces);
  if (bytesWritten === bytes) return;
  // A short write: the rest tells why, for instance that the disk is full.
  await handle.appendFile(Buffer.concat(pieces).subarray(bytesWritten));
}

export function batchWriter(handle: FileHandle): BatchWriter {
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  let underWay: Promise<void> = Promise.resolve();
  let unsynced = 0;
  let syncing: Promise<void> | undefined;

  /** Its failure is not told here: the sync at the end meets it again. */
  function beginSync(): void {
    unsynced = 0;
    syncing ??= handle
      .datasync()
      .catch(() => {})
      .finally(() => {
        syncing = undefined;
      });
  }

  async function send(): Promise<void> {
    await underWay;
    if (bytes === 0) return;
    underWay = writeAll(handle, gathered, bytes);
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
 * The bytes of an open file from `start`, a megabyte at a time, the next one being read meanwhile. A piece is only good
 * until the next is asked for.
 */
export async function* readPieces(handle: FileHandle, start: number): AsyncGenerator<Uint8Array> {
  const buffers = [Buffer.allocUnsafe(BATCH), Buffer.allocUnsafe(BATCH)] as const;
  let position = start;
  let turn: 0 | 1 = 0;
  let next = handle.read(buffers[turn], 0, BATCH, position);
  next.catch(() => {});
  for (;;) {
    const { bytesRead, buffer } = await next;
    if (bytesRead === 0) return;
    position += bytesRead;
    turn = turn === 0 ? 1 : 0;
    next = handle.read(buffers[turn], 0, BATCH, position);
    next.catch(() => {});
    yield buffer.subarray(0, bytesRead);
  }
}
