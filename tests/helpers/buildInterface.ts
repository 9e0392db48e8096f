import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundleRenderer } from '../../scripts/bundleRenderer.ts';
import { ROOT } from '../../scripts/run.ts';

const BUILT = 'dist/renderer/index.html';
const SOURCES = ['renderer/**/*.{ts,tsx,css,po,html}', 'domain/**/*.ts', 'contract/**/*.ts', 'package-lock.json'];

/** Before all tests: the interface as it ships, unless the one that is there is younger than everything it is made of. */
export async function setup(): Promise<void> {
  const built = changed(BUILT);
  if (globSync(SOURCES, { cwd: ROOT }).some((path) => changed(path) > built)) await bundleRenderer();
}

/** Milliseconds since 1970; 0 when it is not there. */
function changed(path: string): number {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
