import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import { blobFile } from '../../drizzle/schema.ts';
import type { Surroundings } from '../context.ts';
import { readSealedFile, writeSealedFile } from '../crypto/sealedFile.ts';
import type { VaultDatabase } from './database.ts';
import { onDisk, onDiskLater } from './diskErrors.ts';
import { syncFile, syncFolder, UNFINISHED } from './durable.ts';
import { vaultPaths } from './folder.ts';

/** An attachment as the vault keeps it: encrypted under a random name, found by the digest of its content. */
export interface StoredBlob {
  readonly sha256: string;
  /** Bytes of the content, unencrypted. */
  readonly size: number;
}

/** A sealed file in `staging/`, with all that is needed to keep or read it. */
export interface StagedFile extends StoredBlob {
  /** The name inside `staging/`. */
  readonly file: string;
  readonly key: Uint8Array;
}

/** Attachments: immutable encrypted files beside the database. */
export interface BlobStore {
  /** Encrypts and keeps the content: written, synced and renamed before the row that names it. */
  add(content: Readable | Uint8Array): Promise<StoredBlob>;
  has(sha256: string): boolean;
  get(sha256: string): StoredBlob | undefined;
  /**
   * The content, decrypted and authenticated chunk by chunk. Throws `file.missing` when the vault has no such
   * attachment; the stream fails with `vault.damaged` when a chunk is not authentic or the file is gone.
   */
  read(sha256: string): Readable;
  /** Where the encrypted file lies and its key, for a thread that reads it with `readSealedFile`. */
  locate(sha256: string): { readonly path: string; readonly key: Uint8Array; readonly size: number } | undefined;
  /** Encrypts content into `staging/` under a key of its own. Not durable knowledge until a row names it. */
  stage(content: Readable | Uint8Array): Promise<StagedFile>;
  readStaged(staged: StagedFile): Readable;
  /**
   * Keeps a staged file as an attachment, without writing its content again: linked into `blobs/` and synced, then
   * named by a row, which is part of the caller's transaction. The name in `staging/` stays, for `discard`.
   */
  adopt(staged: StagedFile): StoredBlob;
  discard(staged: Pick<StagedFile, 'file'>): void;
}

/** The attachments of the vault at `folder`, whose rows are in `database`. */
export function createBlobStore(folder: string, database: VaultDatabase, surroundings: Surroundings): BlobStore {
  const { blobs, staging } = vaultPaths(folder);
  const rowOf = (sha256: string) => database.orm.select().from(blobFile).where(eq(blobFile.sha256, sha256)).get();
  const get = (sha256: string): StoredBlob | undefined => {
    const row = rowOf(sha256);
    return row === undefined ? undefined : { sha256: row.sha256, size: row.size };
  };
  const freshName = () => Buffer.from(surroundings.randomBytes(16)).toString('hex');
  const damaged = (file: string) => (cause?: unknown) => new AmberdeskError('vault.damaged', { file }, { cause });

  /** Names the file in the database; removes it when that fails, or when the same content was kept meanwhile. */
  const keep = (file: string, key: Uint8Array, stored: StoredBlob): StoredBlob => {
    let kept = false;
    try {
      const row = { ...stored, file, key: Buffer.from(key) };
      kept = database.orm.insert(blobFile).values(row).onConflictDoNothing().run().changes > 0;
      return stored;
    } finally {
      if (!kept) rmSync(join(blobs, file), { force: true });
    }
  };

  const seal = async (path: string, content: Readable | Uint8Array) => {
    const key = surroundings.randomBytes(32);
    try {
      return { key, ...(await writeSealedFile(path, key, content)) };
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
  };

  return {
    get,
    has: (sha256) => rowOf(sha256) !== undefined,
    add: (content) =>
      onDiskLater('blobs', async () => {
        const file = freshName();
        const unfinished = join(blobs, `${file}${UNFINISHED}`);
        const { key, sha256, size } = await seal(unfinished, content);
        const present = get(sha256);
        if (present !== undefined) {
          rmSync(unfinished);
          return present;
        }
        renameSync(unfinished, join(blobs, file));
        syncFolder(blobs);
        return keep(file, key, { sha256, size });
      }),
    read(sha256) {
      const row = rowOf(sha256);
      if (row === undefined) throw new AmberdeskError('file.missing', { sha256 });
      return readSealedFile(join(blobs, row.file), row.key, row.size, damaged(`blobs/${row.file}`));
    },
    locate(sha256) {
      const row = rowOf(sha256);
      return row && { path: join(blobs, row.file), key: Uint8Array.from(row.key), size: row.size };
    },
    stage: (content) =>
      onDiskLater('staging', async () => {
        const file = freshName();
        return { file, ...(await seal(join(staging, file), content)) };
      }),
    readStaged: (staged) =>
      readSealedFile(join(staging, staged.file), staged.key, staged.size, damaged(`staging/${staged.file}`)),
    adopt: (staged) =>
      onDisk('blobs', () => {
        const present = get(staged.sha256);
        if (present !== undefined) return present;
        const file = freshName();
        link(join(staging, staged.file), join(blobs, file));
        syncFolder(blobs);
        return keep(file, staged.key, { sha256: staged.sha256, size: staged.size });
      }),
    discard: (staged) => rmSync(join(staging, staged.file), { force: true }),
  };
}

/** A second name for the same file; a copy on sticks whose format knows no links. */
function link(from: string, to: string): void {
  if (!existsSync(from)) throw new AmberdeskError('vault.damaged', { file: from });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    syncFile(to);
  }
}
