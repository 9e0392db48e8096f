import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundleApplication } from './bundle.ts';
import { bundleElectron } from './bundleElectron.ts';
import { bundleRenderer } from './bundleRenderer.ts';
import { ROOT } from './run.ts';

interface Part {
  /** A file that the build writes. */
  readonly built: string;
  /** Files and folders that it is made from. */
  readonly sources: readonly string[];
  build(): Promise<unknown>;
}

const SHARED = ['contract', 'domain', 'package-lock.json'];
const INTERFACE = ['renderer', 'lingui.config.ts', ...SHARED];

const PARTS = {
  application: {
    built: 'dist/app/createCore.js',
    sources: ['cli', 'core', 'drizzle', 'loopback', 'resources', 'scripts/bundle.ts', ...SHARED],
    build: () => bundleApplication(),
  },
  renderer: { built: 'dist/renderer/index.html', sources: INTERFACE, build: () => bundleRenderer() },
  electron: {
    built: 'dist/electron/main.js',
    sources: ['electron', 'electron.vite.config.ts', ...INTERFACE],
    build: bundleElectron,
  },
} as const satisfies Record<string, Part>;

/**
 * Builds those parts that are missing or older than their sources. One process builds at a time; another one waits, and
 * finds the work done.
 */
export async function ensureBuilt(...parts: readonly (keyof typeof PARTS)[]): Promise<void> {
  const stale = () => parts.map((name): Part => PARTS[name]).filter(({ built, sources }) => isOlder(built, sources));
  if (stale().length === 0) return;
  const unlock = await lock(join(ROOT, 'dist', 'building'));
  try {
    for (const part of stale()) await part.build();
  } finally {
    unlock();
  }
}

/** Whether a file is missing, or older than any of these files and what is in these folders. */
export function isOlder(built: string, sources: readonly string[], root: string = ROOT): boolean {
  const file = join(root, built);
  if (!existsSync(file)) return true;
  const { mtimeMs } = statSync(file);
  return sources.some((source) => lastChange(join(root, source)) > mtimeMs);
}

function lastChange(path: string): number {
  if (!existsSync(path)) return 0;
  const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map(String) : [];
  return Math.max(statSync(path).mtimeMs, ...inside.map((name) => statSync(join(path, name)).mtimeMs));
}

/** Waits for the lock file and takes it; one whose process has ended is taken over. */
async function lock(file: string): Promise<() => void> {
  mkdirSync(join(file, '..'), { recursive: true });
  for (;;) {
    try {
      const descriptor = openSync(file, 'wx');
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch {
      if (!isRunning(file)) rmSync(file, { force: true });
      await wait(100);
    }
  }
}

function isRunning(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Just made and not yet signed: somebody is at work.
    return holder === 0 || process.kill(holder, 0);
  } catch {
    return false;
  }
}
