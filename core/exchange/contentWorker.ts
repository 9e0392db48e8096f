/** A thread that opens attachments ahead of who writes them, so that opening and sealing take one core each. */
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { CHUNK, openChunk, TAG } from '../crypto/stream.ts';
import type { ContentBatch, ContentOrder } from './contentAhead.ts';

const SEALED = CHUNK + TAG;
const BATCH = 16;

const { files, credit }: ContentOrder = workerData;
const buffer = Buffer.allocUnsafeSlow(BATCH * SEALED);

function say(batch: ContentBatch): void {
  parentPort?.postMessage(
    batch,
    batch.parts.map((part) => part.buffer),
  );
}

/** Waits until somebody has taken enough of what was opened, then takes one credit. */
function awaitCredit(): void {
  while (Atomics.load(credit, 0) <= 0) Atomics.wait(credit, 0, 0);
  Atomics.sub(credit, 0, 1);
}

/** The bytes in memory of their own, which can be handed to another thread without copying. */
function handedOver(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const whole = bytes.buffer;
  return whole instanceof ArrayBuffer && whole.byteLength === bytes.length
    ? new Uint8Array(whole)
    : Uint8Array.from(bytes);
}

function openFile({ sealed, key, size }: ContentOrder['files'][number]): void {
  const chunks = Math.max(1, Math.ceil(size / CHUNK));
  const file = openSync(sealed, 'r');
  try {
    for (let counter = 0; counter < chunks; ) {
      awaitCredit();
      const bytes = readSync(file, buffer, 0, buffer.length, counter * SEALED);
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let from = 0; from < bytes && counter < chunks; from += SEALED) {
        const last = counter === chunks - 1;
        const plain = openChunk(key, counter, last, buffer.subarray(from, Math.min(from + SEALED, bytes)));
        if (plain === undefined) throw new Error(`chunk ${counter} is not authentic`);
        counter += 1;
        if (plain.length > 0) parts.push(handedOver(plain));
      }
      if (bytes === 0) throw new Error('the file is too short');
      say({ parts, end: counter === chunks });
    }
  } finally {
    closeSync(file);
  }
}

for (const file of files) openFile(file);
