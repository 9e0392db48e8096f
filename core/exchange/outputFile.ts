import { type FileHandle, open } from 'node:fs/promises';
import { AmberdeskError } from '../../domain/errors.ts';
import { VOLUMES } from '../../domain/exchange/volumes.ts';
import { type BatchTarget, wholeFile } from './batchFile.ts';

/**
 * Names that a folder's engine leaves alone while a bundle is written: Syncthing's own for what is under way (it also
 * sweeps those that stay behind), and one that Nextcloud, OneDrive and Dropbox pass over (decision 73).
 */
export const UNDER_WAY = { begins: '~syncthing~', ends: '.tmp' } as const;

/** Where a file, or the volume of this number, is while it is written. `stem` begins as `UNDER_WAY` says. */
export function underWayPath(stem: string, volume?: number): string {
  const number = volume === undefined ? '' : `.${String(volume).padStart(3, '0')}`;
  return `${stem}${number}${UNDER_WAY.ends}`;
}

/** New files for the bytes of one bundle. */
export interface OutputFile extends BatchTarget {
  /** Waits until everything is on the disk. Gives the bytes, and how many volumes there are; 0 for one file. */
  finish(): Promise<{ readonly bytes: number; readonly volumes: number }>;
  /** Closes what is still open; the files are for the caller to remove or to rename. */
  close(): Promise<void>;
}

/** Makes the new file, or volumes of so many bytes as they are needed. Throws the system's error. */
export async function createOutput(stem: string, volumeBytes?: number): Promise<OutputFile> {
  return volumeBytes === undefined ? createWhole(stem) : createVolumes(stem, volumeBytes);
}

async function createWhole(stem: string): Promise<OutputFile> {
  const handle = await open(underWayPath(stem), 'wx', 0o600);
  return {
    ...wholeFile(handle),
    async finish() {
      await handle.sync();
      return { bytes: (await handle.stat()).size, volumes: 0 };
    },
    close: () => handle.close(),
  };
}

function createVolumes(stem: string, volumeBytes: number): OutputFile {
  let handle: FileHandle | undefined;
  let volumes = 0;
  let room = 0;
  let bytes = 0;

  async function endVolume(): Promise<void> {
    const ended = handle;
    handle = undefined;
    if (ended === undefined) return;
    try {
      await ended.sync();
    } finally {
      await ended.close();
    }
  }
  async function volumeWithRoom(): Promise<FileHandle> {
    if (handle !== undefined && room > 0) return handle;
    await endVolume();
    if (volumes === VOLUMES.most) throw new AmberdeskError('bundle.volumesTooMany');
    volumes += 1;
    room = volumeBytes;
    handle = await open(underWayPath(stem, volumes), 'wx', 0o600);
    return handle;
  }

  return {
    async writeAll(pieces) {
      for (const piece of pieces) {
        for (let at = 0; at < piece.length; ) {
          const volume = await volumeWithRoom();
          const { bytesWritten } = await volume.write(piece, at, Math.min(room, piece.length - at));
          at += bytesWritten;
          room -= bytesWritten;
          bytes += bytesWritten;
        }
      }
    },
    async datasync() {
      // Each volume is synced when it is full.
    },
    async finish() {
      await endVolume();
      return { bytes, volumes };
    },
    async close() {
      const open = handle;
      handle = undefined;
      await open?.close();
    },
  };
}
