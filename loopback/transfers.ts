import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AmberdeskError } from '../domain/errors.ts';
import { volumeName } from '../domain/exchange/volumes.ts';

/** The largest file that is taken in: 4 GiB. */
export const LARGEST_FILE = 4 * 1024 ** 3;

export interface Transfer {
  readonly id: string;
  /** The path that calls take, or write to. */
  readonly file: string;
  /** Its name for people. */
  readonly name: string;
}

/** Files on their way between the page and calls, which know paths only. All lie below one private folder. */
export interface Transfers {
  /** Keeps a copy of what the stream gives. Throws `load.tooLarge` and `vault.full`; then nothing is left. */
  receive(name: string, content: AsyncIterable<Uint8Array>): Promise<Transfer>;
  /** A free path for a call to write to. */
  prepare(name: string): Transfer;
  /**
   * What was written there, or undefined: unknown, or nothing was written. `volume`: of a file that was written in
   * volumes, the one of this number.
   */
  find(id: string, volume?: number): Transfer | undefined;
  /** It was handed over: nothing of it is kept. Once all volumes of a file were, nothing of the file is either. */
  handed(transfer: Transfer): void;
  /** Gives whether there was one. */
  remove(id: string): boolean;
  clear(): void;
}

export function createTransfers(folder: string, largest: number = LARGEST_FILE): Transfers {
  const transfers = new Map<string, Transfer>();

  function prepare(name: string): Transfer {
    const id = randomUUID();
    const clean = fileNameOf(name);
    const transfer = { id, file: join(folder, id, clean), name: clean };
    mkdirSync(join(folder, id), { recursive: true, mode: 0o700 });
    transfers.set(id, transfer);
    return transfer;
  }
  function remove(id: string): boolean {
    if (!transfers.delete(id)) return false;
    rmSync(join(folder, id), { recursive: true, force: true });
    return true;
  }

  return {
    prepare,
    remove,
    async receive(name, content) {
      const transfer = prepare(name);
      try {
        await pipeline(content, atMost(largest), createWriteStream(transfer.file, { flags: 'wx', mode: 0o600 }));
        return transfer;
      } catch (error) {
        remove(transfer.id);
        if (error instanceof AmberdeskError) throw error;
        const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
        throw new AmberdeskError(full ? 'vault.full' : 'file.unwritable', null, { cause: error });
      }
    },
    find(id, volume) {
      const whole = transfers.get(id);
      if (whole === undefined) return undefined;
      const { file, name } = whole;
      const wanted =
        volume === undefined ? whole : { id, file: volumeName(file, volume), name: volumeName(name, volume) };
      return existsSync(wanted.file) ? wanted : undefined;
    },
    handed({ id, file }) {
      rmSync(file, { force: true });
      if (existsSync(join(folder, id)) && readdirSync(join(folder, id)).length > 0) return;
      remove(id);
    },
    clear() {
      for (const id of [...transfers.keys()]) remove(id);
    },
  };
}

function atMost(largest: number) {
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > largest) throw new AmberdeskError('load.tooLarge', { bytes });
      yield chunk;
    }
  };
}

const LONGEST_NAME = 150;

/** A name that is one on every system: without folders, signs that have a meaning somewhere, or dots in front. */
function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .trim();
  const [stem, ending] = splitEnding(clean);
  return `${shorten(stem, LONGEST_NAME - Buffer.byteLength(ending)) || 'file'}${ending}`;
}

function splitEnding(name: string): [string, string] {
  const ending = /\.[A-Za-z0-9]{1,12}$/.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - ending.length), ending];
}

function shorten(text: string, bytes: number): string {
  let short = text;
  while (Buffer.byteLength(short) > bytes) short = [...short].slice(0, -1).join('');
  return short;
}
