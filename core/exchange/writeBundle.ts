import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import { VOLUMES, volumeName } from '../../domain/exchange/volumes.ts';
import { CHUNK, TAG } from '../crypto/stream.ts';
import { markOf } from '../folder/knownFiles.ts';
import type { Work } from '../jobs/work.ts';
import { syncFolder } from '../vault/durable.ts';
import { AGE_NONCE, payloadKey, type SealedHeader } from './ageHeader.ts';
import { LIMITS } from './limits.ts';
import { UNDER_WAY, underWayPath } from './outputFile.ts';
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

/** Where a bundle goes. */
export interface Destination {
  readonly file: string;
  /** Where it is larger, it is cut into volumes of so many bytes: `file` with `.001`, `.002`, … */
  readonly volumeBytes?: number;
}

/** What was written: the bytes of all, and the files, in their order. */
export interface WrittenBundle {
  readonly bytes: number;
  readonly files: readonly string[];
}

/**
 * Writes files as tar inside age: under temporary names beside `file`, synced, then `settle` (which notes it in the
 * vault), then renamed, the first volume last, and the folder synced. Constant memory. On any failure nothing is left at
 * the destination. Throws `file.exists`, `file.unwritable`, `vault.full`, `bundle.tooLarge`, `bundle.volumesTooMany`,
 * `job.cancelled`, and `vault.damaged` when an attachment cannot be read.
 */
export async function writeBundle(
  work: Work,
  { file, volumeBytes }: Destination,
  { header, fileKey }: SealedHeader,
  files: readonly ArchiveFile[],
  modified: Date,
  settle: { note(written: { readonly bytes: number; readonly mark: string }): void; takeBack(): void },
): Promise<WrittenBundle> {
  checkLimits(files);
  const folder = dirname(file);
  const count = volumeBytes === undefined ? 1 : Math.ceil(sealedSize(header.length, files) / volumeBytes);
  if (count > VOLUMES.most) throw new AmberdeskError('bundle.volumesTooMany', { volumes: count });
  const cut = count > 1 && volumeBytes !== undefined;
  const wanted = [file, ...Array.from({ length: cut ? count : 0 }, (_, index) => volumeName(file, index + 1))];
  for (const path of wanted) if (existsSync(path)) throw new AmberdeskError('file.exists', { file: path });
  const stem = join(folder, `${UNDER_WAY.begins}${basename(file)}-${randomBytes(4).toString('hex')}`);
  const placed: string[] = [];
  try {
    const nonce = randomBytes(AGE_NONCE);
    const { bytes, volumes } = await runWriting(work, {
      stem,
      head: Buffer.concat([header, nonce]),
      payloadKey: payloadKey(fileKey, nonce),
      files,
      modified: modified.getTime() / 1000,
      ...(cut ? { volumeBytes } : {}),
    });
    work.check();
    settle.note({ bytes, mark: markOf(header, nonce) });
    const targets =
      volumes === 0
        ? [{ from: underWayPath(stem), to: file }]
        : Array.from({ length: volumes }, (_, index) => ({
            from: underWayPath(stem, index + 1),
            to: volumeName(file, index + 1),
          }));
    try {
      // Whoever sees the first volume finds the others.
      for (const { from, to } of targets.toReversed()) {
        await rename(from, to);
        placed.push(to);
      }
      syncFolder(folder);
    } catch (error) {
      settle.takeBack();
      throw error;
    }
    return { bytes, files: targets.map(({ to }) => to) };
  } catch (error) {
    const left = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(basename(stem)));
    for (const path of [...placed, ...left.map((name) => join(folder, name))]) {
      await rm(path, { force: true }).catch(() => {});
    }
    throw asDestinationError(error, file);
  }
}

const BLOCK = 512;

/** How many bytes the sealed file will have: header, nonce, and tar with its headers and padding in encrypted chunks. */
function sealedSize(headerBytes: number, files: readonly ArchiveFile[]): number {
  const plain = files.reduce((sum, { size }) => sum + BLOCK + Math.ceil(size / BLOCK) * BLOCK, 2 * BLOCK);
  return headerBytes + AGE_NONCE + plain + Math.ceil(plain / CHUNK) * TAG;
}
