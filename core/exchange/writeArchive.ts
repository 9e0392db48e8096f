import { pack as packTar } from 'tar-stream';
import { AmberdeskError } from '../../domain/errors.ts';
import { readSealedFile } from '../crypto/sealedFile.ts';
import { createSealer } from '../crypto/sealer.ts';
import { batchWriter } from './batchFile.ts';
import { createOutput } from './outputFile.ts';

/** One file of a bundle: its bytes, or where the vault keeps them, encrypted under a key. */
export type ArchiveFile = { readonly name: string; readonly size: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly sealed: string; readonly key: Uint8Array }
);

/** What is written, as it can be handed to another thread. */
export interface WriteOrder {
  /** Where it is written: see `underWayPath`. */
  readonly stem: string;
  /** Cuts it into volumes of so many bytes. */
  readonly volumeBytes?: number;
  /** What stands before the encrypted payload: age's header and nonce. */
  readonly head: Uint8Array;
  readonly payloadKey: Uint8Array;
  readonly files: readonly ArchiveFile[];
  /** Time of every entry, in seconds since 1970. */
  readonly modified: number;
}

/** What was written. */
export interface Written {
  readonly bytes: number;
  /** 0 for one file. */
  readonly volumes: number;
}

/** Told how many bytes are done; throws `job.cancelled` once somebody cancelled. */
export type Tell = (done: number) => void;

const BLOCK = 512;
const END = Buffer.alloc(2 * BLOCK);

/** The 512 bytes before a file's content (POSIX ustar). */
async function entryHeader(name: string, size: number, modified: number): Promise<Uint8Array> {
  const tar = packTar();
  tar.entry({ name, size, mode: 0o644, mtime: new Date(modified * 1000), uid: 0, gid: 0, type: 'file' });
  for await (const header of tar) if (header instanceof Uint8Array) return header;
  throw new Error('tar-stream gave no header');
}

/** An attachment that lies encrypted in the vault. */
export type SealedFile = Extract<ArchiveFile, { readonly sealed: string }>;

/** Gives the content of the attachments, asked for in the order of the files. */
export type OpenContent = (file: SealedFile) => AsyncIterable<Uint8Array>;

/** Reads an attachment when it is asked for. Fails with `vault.damaged`. */
export function openContent({ sealed, key, size, name }: SealedFile): AsyncIterable<Uint8Array> {
  return readSealedFile(sealed, key, size, (cause) => new AmberdeskError('vault.damaged', { file: name }, { cause }));
}

export function isSealed(file: ArchiveFile): file is SealedFile {
  return 'sealed' in file;
}

/** A piece of an archive: what stands around files, or the content of one. */
export type ArchivePiece = { readonly frame: Uint8Array } | { readonly content: ArchiveFile };

/** An archive of these files, piece by piece. Writing seals what this gives, and the audit reads it. */
export async function* archivePieces(files: readonly ArchiveFile[], modified: number): AsyncGenerator<ArchivePiece> {
  for (const file of files) {
    yield { frame: await entryHeader(file.name, file.size, modified) };
    yield { content: file };
    const padding = -file.size & (BLOCK - 1);
    if (padding > 0) yield { frame: END.subarray(0, padding) };
  }
  yield { frame: END };
}

/**
 * Writes a new file or its volumes: `head`, then the files as tar under age's STREAM, and waits until it is on the disk.
 * Constant memory. Throws the system's error, `vault.damaged`, `bundle.volumesTooMany`, `job.cancelled`; what is
 * half-written is for the caller to remove.
 */
export async function writeArchive(order: WriteOrder, open: OpenContent, tell: Tell): Promise<Written> {
  const output = await createOutput(order.stem, order.volumeBytes);
  try {
    const writer = batchWriter(output);
    const sealer = createSealer(order.payloadKey);
    await writer.write([order.head]);
    let done = 0;
    for await (const piece of archivePieces(order.files, order.modified)) {
      if ('frame' in piece) {
        await writer.write(sealer.seal(piece.frame));
        continue;
      }
      for await (const bytes of isSealed(piece.content) ? open(piece.content) : [piece.content.bytes]) {
        tell(done);
        await writer.write(sealer.seal(bytes));
        done += bytes.length;
      }
    }
    await writer.write(sealer.end());
    tell(done);
    await writer.flush();
    return await output.finish();
  } finally {
    await output.close();
  }
}
