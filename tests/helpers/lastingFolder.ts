import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that goes when all tests of the file have ended. For use in `beforeAll` and in the body of `describe`. */
export function aLastingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amberdesk-test-'));
  onEnd.push(folder);
  return folder;
}

const onEnd: string[] = [];
afterAll(() => {
  for (const folder of onEnd.splice(0)) rmSync(folder, { recursive: true, force: true });
});
