import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { objects, text } from '../../domain/records/text.ts';
import { assertRelease, release } from '../../domain/release/release.ts';
import { minuteOf } from '../context.ts';
import type { Work } from '../jobs/work.ts';
import { readCircle } from '../records/circle.ts';
import { readRecord } from '../records/recordView.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';

export interface SaveOrder {
  readonly record: RecordId;
  readonly attachment: string;
  readonly file: string;
}

/**
 * Writes one of a record's files where a person wants it, for this installation itself: through the gate, and with a line
 * in the journal. Throws `record.missing`, `release.withheld`, `file.missing` when the vault has no such file,
 * `file.exists`, `file.unwritable`, `vault.damaged` and `job.cancelled`; then nothing is left behind.
 */
export async function saveAttachment(work: Work, { vault, surroundings }: Session, order: SaveOrder) {
  const { record, attachment, file } = order;
  const view = readRecord(vault, record);
  const made = release({ records: [view] }, { kind: 'self' } as const, {
    at: minuteOf(surroundings.now()),
    circle: readCircle(vault),
    mint: (id) => id,
    product: 'documents',
  });
  assertRelease(made.release);
  const entry = objects(view.body.attachments).find(({ id }) => id === attachment);
  const stored = entry && vault.blobs.get(text(entry.sha256));
  if (stored === undefined) throw new AmberdeskError('file.missing', { record, attachment });
  if (made.release.attachments.every(({ sha256 }) => sha256 !== stored.sha256)) {
    throw new AmberdeskError('release.withheld', { record });
  }
  if (existsSync(file)) throw new AmberdeskError('file.exists', basename(file));
  await write(work, vault.blobs.read(stored.sha256), stored.size, file);
  appendJournal(vault, surroundings.now(), 'fileSaved', { record, sha256: stored.sha256 });
  return { bytes: stored.size };
}

async function write(work: Work, content: NodeJS.ReadableStream, size: number, file: string): Promise<void> {
  let done = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      done += chunk.length;
      try {
        work.progress(done, size, 'saving');
        next(null, chunk);
      } catch (error) {
        next(error instanceof Error ? error : new AmberdeskError('internal'));
      }
    },
  });
  try {
    await pipeline(content, counting, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  } catch (error) {
    rmSync(file, { force: true });
    if (error instanceof AmberdeskError) throw error;
    throw new AmberdeskError('file.unwritable', basename(file), { cause: error });
  }
}
