import { AmberdeskError } from '../../domain/errors.ts';
import { blobFile } from '../../drizzle/schema.ts';
import { markOf } from '../folder/knownFiles.ts';
import type { Work } from '../jobs/work.ts';
import type { StagedFile } from '../vault/blobs.ts';
import { onDiskLater } from '../vault/diskErrors.ts';
import { vaultPaths } from '../vault/folder.ts';
import { readAgeIdentities } from '../vault/installation.ts';
import type { Vault } from '../vault/vault.ts';
import { AGE_NONCE, headerEnd, needsPassphrase, openHeader, payloadKey } from './ageHeader.ts';
import { MANIFEST, RECORDS, REQUIRED, SIGNATURE, SUMS } from './bundleFiles.ts';
import { gatherVolumes } from './gatherVolumes.ts';
import { openJoined, type ReadableFile } from './joinedFile.ts';
import { type KeptLines, keepLines } from './keptLines.ts';
import { LARGEST_FILE, LIMITS } from './limits.ts';
import { runStaging } from './runArchive.ts';
import type { FileDigest, StagedArchive } from './stageArchive.ts';

/** With what a bundle is opened, besides the keys of this installation. */
export interface BundleKeys {
  readonly passphrase?: string;
  /** An age identity that is not in the vault: `AGE-SECRET-KEY-1…`. */
  readonly identity?: string;
}

/** A bundle whose payload was authentic to its end, encrypted in `staging/`. Nothing of it was looked into yet. */
export interface StagedBundle {
  /** What tells the sealed file from any other: see `markOf`. */
  readonly mark: string;
  readonly underPassphrase: boolean;
  readonly manifest: Buffer;
  readonly signature: Buffer;
  readonly sums: Buffer;
  readonly records: StagedFile;
  /** Where its lines are kept while they are checked. */
  readonly lines: KeptLines;
  /** Attachments by the digest in their names; those that the vault has already are not staged again. */
  readonly blobs: ReadonlyMap<string, StagedFile>;
  /** What each file is in truth. */
  readonly files: ReadonlyMap<string, FileDigest>;
}

/** The age header of a file of so many bytes. Throws `bundle.notBundle`, `bundle.tooLarge`, `bundle.truncated`. */
export async function readHeader(handle: ReadableFile, size: number): Promise<Buffer> {
  const longest = Buffer.alloc(Math.min(size, LIMITS.header + 1));
  const { bytesRead } = await handle.read(longest, 0, longest.length, 0);
  const bytes = longest.subarray(0, bytesRead);
  const end = headerEnd(bytes);
  if (end === 'foreign' || bytes.length === 0) throw new AmberdeskError('bundle.notBundle');
  if (end === 'longer')
    throw new AmberdeskError(size > LIMITS.header ? 'bundle.tooLarge' : 'bundle.truncated', ['header']);
  if (end > LIMITS.header) throw new AmberdeskError('bundle.tooLarge', ['header']);
  return bytes.subarray(0, end);
}

/**
 * The first three reading rules: limits, authentic payload to its last chunk into encrypted staging, only files that
 * belong in a bundle. One pass, constant memory; the caller cleans up with `clean` when a later rule fails. `file` may be
 * the volumes of one bundle, in any order, or one of them beside the others. Throws what `gatherVolumes` throws, `bundle.notBundle`, `bundle.tooLarge`, `bundle.truncated`, `bundle.tampered`, `bundle.notForUs`,
 * `bundle.passphrase`, `bundle.layout`, `vault.full`, having cleaned up itself.
 */
export async function stageBundle(
  work: Work,
  vault: Vault,
  file: string | readonly string[],
  keys: BundleKeys,
): Promise<{ bundle: StagedBundle; clean: () => void }> {
  const files = await gatherVolumes(file);
  const handle = await openJoined(files);
  try {
    const { size } = handle;
    if (size > LARGEST_FILE) throw new AmberdeskError('bundle.tooLarge', ['file']);
    const header = await readHeader(handle, size);
    const fileKey = await openHeader(header, {
      identities: [...readAgeIdentities(vault), ...(keys.identity === undefined ? [] : [keys.identity])],
      ...(keys.passphrase === undefined ? {} : { passphrase: keys.passphrase }),
    });
    const nonce = Buffer.alloc(AGE_NONCE);
    const { bytesRead } = await handle.read(nonce, 0, AGE_NONCE, header.length);
    if (bytesRead < AGE_NONCE) throw new AmberdeskError('bundle.truncated', ['nonce']);
    const order = {
      files,
      start: header.length + AGE_NONCE,
      payloadKey: payloadKey(fileKey, nonce),
      staging: vaultPaths(vault.folder).staging,
      present: presentBlobs(vault),
    };
    const archive = await onDiskLater('staging', () => runStaging(work, order, size));
    return sortOut(vault, archive, { mark: markOf(header, nonce), underPassphrase: needsPassphrase(header) });
  } finally {
    await handle.close();
  }
}

/** The files by what they are, or `bundle.layout` when one is missing. */
function sortOut(
  vault: Vault,
  { files, kept, staged }: StagedArchive,
  about: Pick<StagedBundle, 'mark' | 'underPassphrase'>,
): { bundle: StagedBundle; clean: () => void } {
  const lines = keepLines(vaultPaths(vault.folder).staging);
  const clean = () => {
    lines.close();
    for (const file of staged.values()) vault.blobs.discard(file);
  };
  const [manifest, signature, sums] = [kept.get(MANIFEST), kept.get(SIGNATURE), kept.get(SUMS)];
  const records = staged.get(RECORDS);
  const missing = REQUIRED.filter((name) => !files.has(name));
  if (missing.length > 0 || !manifest || !signature || !sums || !records) {
    clean();
    throw new AmberdeskError('bundle.layout', missing);
  }
  const blobs = new Map(
    [...staged].filter(([name]) => name !== RECORDS).map(([name, file]) => [name.slice('blobs/'.length), file]),
  );
  const bundle: StagedBundle = {
    ...about,
    manifest: Buffer.from(manifest),
    signature: Buffer.from(signature),
    sums: Buffer.from(sums),
    records,
    lines,
    blobs,
    files,
  };
  return { bundle, clean };
}

function presentBlobs(vault: Vault): string[] {
  return vault.orm
    .select({ sha256: blobFile.sha256 })
    .from(blobFile)
    .all()
    .map(({ sha256 }) => sha256);
}
