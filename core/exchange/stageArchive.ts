import { createHash, randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { createSealer } from '../crypto/sealer.ts';
import { CHUNK, TAG } from '../crypto/stream.ts';
import { batchWriter, readPieces, wholeFile } from './batchFile.ts';
import { fileKind, MANIFEST, README, RECORDS, SIGNATURE, SUMS } from './bundleFiles.ts';
import { type JoinedFile, openJoined } from './joinedFile.ts';
import { LIMITS } from './limits.ts';
import { payloadOpener } from './payloadOpener.ts';
import { readTar, type TarReader } from './tarEntries.ts';
import type { Tell } from './writeArchive.ts';

/** Which payload is read and where it is staged, as it can be handed to another thread. */
export interface StageOrder {
  /** The bundle's file, or its volumes in their order. */
  readonly files: readonly string[];
  /** Where the payload begins, after header and nonce. */
  readonly start: number;
  readonly payloadKey: Uint8Array;
  /** The folder for encrypted files. */
  readonly staging: string;
  /** Digests of attachments that are here already and are not staged again. */
  readonly present: readonly string[];
}

/** SHA-256 and size of one file of a bundle. */
export interface FileDigest {
  readonly sha256: string;
  readonly size: number;
}

/** An encrypted file in the staging folder. */
export interface SealedInStaging extends FileDigest {
  readonly file: string;
  readonly key: Uint8Array;
}

/** The files of an archive that was authentic to its end. */
export interface StagedArchive {
  /** What each file is in truth, by name. */
  readonly files: ReadonlyMap<string, FileDigest>;
  /** The content of the small ones: manifest, signature, sums, README. */
  readonly kept: ReadonlyMap<string, Uint8Array>;
  /** Records and attachments. */
  readonly staged: ReadonlyMap<string, SealedInStaging>;
}

type Content = AsyncIterable<Uint8Array>;

const SMALL: Readonly<Record<string, number>> = {
  [MANIFEST]: LIMITS.manifest,
  [SIGNATURE]: LIMITS.signature,
  [SUMS]: LIMITS.sums,
  [README]: LIMITS.readme,
};

/** At most so many files are waiting to be on the disk while the next is read. */
const SYNCING = 4;

function stager({ staging, present }: StageOrder) {
  const here = new Set(present);
  const names = new Set<string>();
  const kept = new Map<string, Uint8Array>();
  const files = new Map<string, FileDigest>();
  const staged = new Map<string, SealedInStaging>();
  const made = new Set<string>();
  const syncing = new Set<Promise<void>>();

  /** Encrypts under a key of its own as it is read. The sync goes on while the next file is read. */
  async function stage(name: string, size: number, content: Content): Promise<void> {
    const [file, key] = [randomBytes(16).toString('hex'), randomBytes(32)];
    const path = join(staging, file);
    made.add(path);
    const handle = await open(path, 'wx', 0o600);
    const hash = createHash('sha256');
    try {
      const writer = batchWriter(wholeFile(handle));
      const sealer = createSealer(key);
      for await (const bytes of content) {
        hash.update(bytes);
        await writer.write(sealer.seal(bytes));
      }
      await writer.write(sealer.end());
      await writer.flush();
    } catch (error) {
      await handle.close();
      throw error;
    }
    const synced = handle
      .sync()
      .finally(() => handle.close())
      .finally(() => syncing.delete(synced));
    synced.catch(() => {});
    syncing.add(synced);
    const digest = { sha256: hash.digest('hex'), size };
    files.set(name, digest);
    staged.set(name, { ...digest, file, key });
    if (syncing.size >= SYNCING) await Promise.race(syncing);
  }

  async function digest(name: string, size: number, content: Content): Promise<void> {
    const hash = createHash('sha256');
    for await (const bytes of content) hash.update(bytes);
    files.set(name, { sha256: hash.digest('hex'), size });
  }

  async function keep(name: string, size: number, content: Content): Promise<void> {
    if (size > (SMALL[name] ?? 0)) throw new AmberdeskError('bundle.tooLarge', [name]);
    const parts: Uint8Array[] = [];
    for await (const bytes of content) parts.push(bytes);
    const whole = Buffer.concat(parts);
    kept.set(name, whole);
    files.set(name, { sha256: createHash('sha256').update(whole).digest('hex'), size });
  }

  return {
    async take(name: string, size: number, content: Content): Promise<void> {
      const kind = fileKind(name);
      if (kind === undefined || names.has(name)) throw new AmberdeskError('bundle.layout', [name]);
      names.add(name);
      if (kind.is === RECORDS || (kind.is === 'blob' && !here.has(kind.sha256))) await stage(name, size, content);
      else if (name in SMALL) await keep(name, size, content);
      else await digest(name, size, content);
    },
    async finish(): Promise<StagedArchive> {
      await Promise.all(syncing);
      return { files, kept, staged };
    },
    async clean(): Promise<void> {
      await Promise.allSettled(syncing);
      await Promise.all([...made].map((path) => rm(path, { force: true })));
    },
  };
}

/**
 * Reads a payload to its last authenticated chunk, and what it holds into encrypted staging, in one pass and constant
 * memory. Throws `bundle.tooLarge`, `bundle.tampered`, `bundle.truncated`, `bundle.layout`, `job.cancelled`, of volumes
 * also `bundle.volumesForeign` and `bundle.volumesMissing`, or the system's error, having removed what it staged.
 */
export async function stageArchive(order: StageOrder, tell: Tell): Promise<StagedArchive> {
  const staging = stager(order);
  let tar: TarReader | undefined;
  const joined = await openJoined(order.files);
  try {
    const payload = payloadOpener(order.payloadKey);
    tar = readTar(staging.take);
    let done = order.start;
    tell(done);
    for await (const piece of readPieces(joined, order.start)) {
      await tar.feed(payload.open(piece));
      done += piece.length;
      tell(done);
    }
    await tar.feed([payload.end(await tar.missing())]);
    await tar.end();
    return await staging.finish();
  } catch (error) {
    tar?.abandon();
    await staging.clean();
    throw order.files.length > 1 ? namingVolume(error, joined, order.start) : error;
  } finally {
    await joined.close();
  }
}

const BrokenChunk = z.tuple([z.enum(['chunk', 'last chunk']), z.int()]);

/** Says of which volume something is wrong: content that is not authentic is damaged, or another bundle's. */
function namingVolume(error: unknown, joined: JoinedFile, start: number): unknown {
  if (!(error instanceof AmberdeskError)) return error;
  const broken = BrokenChunk.safeParse(error.details);
  if (error.code === 'bundle.truncated') {
    return new AmberdeskError('bundle.volumesMissing', { after: joined.nameAt(joined.size) }, { cause: error });
  }
  if (error.code !== 'bundle.tampered' || !broken.success) return error;
  // The chunk's end: what came before in this volume's predecessor was authentic.
  const end = start + (broken.data[1] + 1) * (CHUNK + TAG) - 1;
  return new AmberdeskError('bundle.volumesForeign', { files: [joined.nameAt(end)] }, { cause: error });
}
