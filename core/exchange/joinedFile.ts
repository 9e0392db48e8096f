import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';

/** What can be read at a position: one open file, or several as if they were one. */
export interface ReadableFile {
  /** Fewer bytes than asked for only at the end. */
  read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number; readonly buffer: Buffer }>;
}

/** Files that are read as one, in their order. At most one of them is open at a time. */
export interface JoinedFile extends ReadableFile {
  /** Bytes of all together, when they were opened. */
  readonly size: number;
  /** The name of the file that holds the byte at this position; that of the last one behind the end. */
  nameAt(position: number): string;
  close(): Promise<void>;
}

/**
 * Opens files as one. Throws `file.missing` (details name the file) and `bundle.notBundle` for what is not a file.
 */
export async function openJoined(files: readonly string[]): Promise<JoinedFile> {
  const parts: { readonly file: string; readonly start: number; readonly end: number }[] = [];
  let current: { readonly file: string; readonly handle: FileHandle } | undefined;

  async function handleOf(file: string): Promise<FileHandle> {
    if (current?.file === file) return current.handle;
    await close();
    const handle = await open(file, 'r').catch((cause: unknown) => {
      throw new AmberdeskError('file.missing', { file: basename(file) }, { cause });
    });
    current = { file, handle };
    return handle;
  }
  async function close(): Promise<void> {
    const { handle } = current ?? {};
    current = undefined;
    await handle?.close();
  }

  let size = 0;
  for (const file of files) {
    const stats = await (await handleOf(file)).stat();
    if (!stats.isFile()) {
      await close();
      throw new AmberdeskError('bundle.notBundle', { file: basename(file) });
    }
    parts.push({ file, start: size, end: size + stats.size });
    size += stats.size;
  }

  return {
    size,
    close,
    nameAt: (position) => basename((parts.find(({ end }) => position < end) ?? parts.at(-1))?.file ?? ''),
    async read(buffer, offset, length, position) {
      let done = 0;
      for (const { file, start, end } of parts) {
        while (done < length && position + done >= start && position + done < end) {
          const at = position + done;
          const handle = await handleOf(file);
          const { bytesRead } = await handle.read(buffer, offset + done, Math.min(length - done, end - at), at - start);
          // It became shorter since it was opened.
          if (bytesRead === 0) return { bytesRead: done, buffer };
          done += bytesRead;
        }
      }
      return { bytesRead: done, buffer };
    },
  };
}
