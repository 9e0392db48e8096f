import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that only this person can look into, and that goes with the program. */
export interface PrivateFolder {
  readonly path: string;
  /** Removes it with everything in it. */
  remove(): void;
}

const PREFIX = 'amberdesk-';
/** The kinds of Linux file systems that live in memory: tmpfs and ramfs. */
const IN_MEMORY = [0x01021994, 0x858458f6];

/**
 * Makes a private folder (0700): in memory where the system has such a place, the roomiest first, else among the
 * temporary files; or below `within`. Folders that a killed program left behind are removed on the way.
 */
export function makePrivateFolder(within: string = roomiestPlace()): PrivateFolder {
  sweep(within);
  const path = mkdtempSync(join(within, `${PREFIX}${process.pid}-`));
  chmodSync(path, 0o700);
  const removeQuietly = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', removeQuietly);
  return {
    path,
    remove() {
      process.off('exit', removeQuietly);
      rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}

function roomiestPlace(): string {
  const places = [process.env.XDG_RUNTIME_DIR, '/dev/shm'].flatMap((path) => {
    if (path === undefined || path === '' || process.platform !== 'linux') return [];
    try {
      const { type, bavail, bsize } = statfsSync(path);
      return IN_MEMORY.includes(type) ? [{ path, free: bavail * bsize }] : [];
    } catch {
      return [];
    }
  });
  return places.sort((one, other) => other.free - one.free)[0]?.path ?? tmpdir();
}

/** Removes folders of this person whose program is gone. */
function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-[A-Za-z0-9]+$`).exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    try {
      const path = join(place, name);
      if (statSync(path).uid === (process.getuid?.() ?? 0)) rmSync(path, { recursive: true, force: true });
    } catch {
      // Somebody else's, or gone in the meantime.
    }
  }
}

function isRunning(program: number): boolean {
  try {
    process.kill(program, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
