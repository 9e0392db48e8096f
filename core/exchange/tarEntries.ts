import { extract as extractTar, type Header } from 'tar-stream';
import { AmberdeskError, hasCode } from '../../domain/errors.ts';
import { LIMITS } from './limits.ts';

const BLOCK = 512;

/**
 * Whether a header is that of a regular file with a plain POSIX header whose content begins at `offset`. tar-stream's
 * own types leave out where the content begins. By hand, because this runs in a thread that loads as little as it can.
 */
function isPlainFile(header: Header & { readonly byteOffset?: unknown }, offset: number): boolean {
  const { type, pax, size, byteOffset } = header;
  return type === 'file' && (pax ?? null) === null && Number.isSafeInteger(size) && size >= 0 && byteOffset === offset;
}

/** Reads a tar archive as it comes. */
export interface TarReader {
  /**
   * Throws `bundle.tooLarge` and failures of the disk at once. What is wrong with the archive itself is held back for
   * `end`, so that a damaged payload is told as such first; what follows the fault is not looked at.
   */
  feed(plain: readonly Uint8Array[]): Promise<void>;
  /** Bytes that the archive still lacks, as far as its entries say: the rest of an entry, or the end mark. */
  missing(): Promise<number>;
  /** Throws what was held back (`bundle.layout`), also when the archive has no proper end. */
  end(): Promise<void>;
  /** Lets go of everything after a failure elsewhere. */
  abandon(): void;
}

/** Decides on an entry by its name and size, before its first byte; resolves once it has read all of it. May throw. */
export type TakeEntry = (name: string, size: number, content: AsyncIterable<Uint8Array>) => Promise<void>;

/** The content of an entry. An archive that ends in the middle of it is the archive's fault, and told as such. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const content = entry[Symbol.asyncIterator]();
  for (;;) {
    const { value: bytes, done } = await content.next().catch((error: unknown) => {
      throw brokenTar(error);
    });
    if (done === true) return;
    if (bytes instanceof Uint8Array) yield bytes;
  }
}

function brokenTar(cause: unknown): AmberdeskError {
  return new AmberdeskError('bundle.layout', ['tar'], { cause });
}

/**
 * Reads the entries of a tar archive within the limits: only regular files with plain POSIX headers, one right after
 * the other, so that this reader and any other see the same files.
 */
export function readTar(take: TakeEntry): TarReader {
  // No buffering: after `feed`, everything fed was looked at.
  const extract = extractTar({ highWaterMark: 0 });
  let failure: { readonly error: unknown; readonly urgent: boolean } | undefined;
  let taking = false;
  let fed = 0;
  let entries = 0;
  let total = 0;
  /** Offset where the entries so far end, padding included. */
  let edge = 0;

  function checkEntry(said: Header): { name: string; size: number } {
    const { name, size } = said;
    entries += 1;
    total += size;
    if (entries > LIMITS.entries) throw new AmberdeskError('bundle.tooLarge', ['entries']);
    if (size > LIMITS.entry || total > LIMITS.total) throw new AmberdeskError('bundle.tooLarge', ['bytes']);
    if (Buffer.byteLength(name) > LIMITS.path) throw new AmberdeskError('bundle.tooLarge', ['path']);
    if (!isPlainFile(said, edge + BLOCK)) throw new AmberdeskError('bundle.layout', [name]);
    edge += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    return { name, size };
  }

  async function consume(): Promise<void> {
    try {
      for await (const entry of extract) {
        const { name, size } = checkEntry(entry.header);
        taking = true;
        await take(name, size, bytesOf(entry));
        taking = false;
      }
    } catch (error) {
      extract.destroy();
      // What neither we nor `take` threw is tar-stream's complaint about the archive.
      const ours = taking || error instanceof AmberdeskError;
      const told = ours ? error : brokenTar(error);
      failure = { error: told, urgent: !hasCode(told, 'bundle.layout') };
    }
  }
  const consumed = consume();

  return {
    async feed(plain) {
      for (const bytes of plain) {
        fed += bytes.length;
        if (failure !== undefined || extract.write(bytes)) continue;
        await Promise.race([new Promise<void>((resolve) => extract.once('drain', resolve)), consumed]);
      }
      if (failure?.urgent) throw failure.error;
    },
    async missing() {
      // The reader may be a step behind: let it look at what it was fed.
      await new Promise((resolve) => setImmediate(resolve));
      return Math.max(0, edge + 2 * BLOCK - fed);
    },
    async end() {
      if (failure === undefined) extract.end(null);
      await consumed;
      if (failure !== undefined) throw failure.error;
      if (fed < edge + 2 * BLOCK) throw new AmberdeskError('bundle.layout', ['tar has no end']);
    },
    abandon: () => extract.destroy(),
  };
}
