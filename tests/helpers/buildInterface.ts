import { globSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ROOT, run } from '../../scripts/run.ts';

const BUILT = 'dist/renderer/index.html';
const SOURCES = ['renderer/**/*.{ts,tsx,css,po,html}', 'domain/**/*.ts', 'contract/**/*.ts', 'package-lock.json'];
const LOCK = join(ROOT, 'out', 'building-interface');

/**
 * The interface as it ships, unless the one that is there is younger than everything it is made of. Several workers may
 * ask at once: one builds, the others wait.
 */
export async function buildInterface(): Promise<void> {
  if (isFresh()) return;
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  while (!taken()) await setTimeout(100);
  try {
    if (!isFresh() && !run('node', ['scripts/build.ts', 'interface'])) throw new Error('The interface was not built.');
  } finally {
    rmdirSync(LOCK);
  }
}

function taken(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

function isFresh(): boolean {
  const built = changed(BUILT);
  return globSync(SOURCES, { cwd: ROOT }).every((path) => changed(path) <= built);
}

/** Milliseconds since 1970; 0 when it is not there. */
function changed(path: string): number {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
