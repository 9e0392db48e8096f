import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what all files of a run share: made before them, gone after them. */
    readonly runFolder: string;
  }
}

/** Before all tests of a run; gives what clears up after them. */
export default function prepareRun({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'amberdesk-run-'));
  provide('runFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
