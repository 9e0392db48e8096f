import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Work } from '../jobs/work.ts';
import { syncFolder, UNFINISHED } from '../vault/durable.ts';
import { AGE_NONCE, payloadKey, type SealedHeader } from './ageHeader.ts';
import { LIMITS } from './limits.ts';
import { runWriting } from './runArchive.ts';
import type { ArchiveFile } from './writeArchive.ts';

/** An error of writing at the destination, as one of ours: `vault.full` or `file.unwritable`. */
function asDestinationError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG';
  return new AmberdeskError(
    full ? 'vault.full' : 'file.unwritable',
    { file, cause: String(error.code) },
    { cause: error },
  );
}

function checkLimits(files: readonly ArchiveFile[]): void {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const tooLarge =
    files.length > LIMITS.entries || total > LIMITS.total || files.some(({ size }) => size > LIMITS.entry);
  if (tooLarge) throw new AmberdeskError('bundle.tooLarge', { files: files.length, bytes: total });
}

/**
 * Writes files as tar inside age: under a temporary name beside `file`, synced, then `settle` (which notes it in the
 * vault), then renamed, and the folder synced. Constant memory. Gives the number of bytes. On any failure nothing is
 * left at the destination. Throws `file.exists`, `file.unwritable`, `vault.full`, `bundle.tooLarge`, `job.cancelled`,
 * and `vault.damaged` when an attachment cannot be read.
 */
export async function writeBundle(
  work: Work,
  file: string,
  { header, fileKey }: SealedHeader,
  files: readonly ArchiveFile[],
  modified: Date,
  settle: { note(bytes: number): void; takeBack(): void },
): Promise<number> {
  checkLimits(files);
  if (existsSync(file)) throw new AmberdeskError('file.exists', { file });
  const unfinished = join(dirname(file), `.${basename(file)}-${randomBytes(4).toString('hex')}${UNFINISHED}`);
  try {
    const nonce = randomBytes(AGE_NONCE);
    const bytes = await runWriting(work, {
      path: unfinished,
      head: Buffer.concat([header, nonce]),
      payloadKey: payloadKey(fileKey, nonce),
      files,
      modified: modified.getTime() / 1000,
    });
    work.check();
    settle.note(bytes);
    try {
      await rename(unfinished, file);
      syncFolder(dirname(file));
    } catch (error) {
      settle.takeBack();
      throw error;
    }
    return bytes;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw asDestinationError(error, file);
  }
}
