import { spawnSync } from 'node:child_process';
import { ROOT } from '../run.ts';

/** The commit that is checked out here, with a sign when files differ from it. */
export function commitHere(): string {
  const found = spawnSync('git', ['describe', '--always', '--dirty=+'], { cwd: ROOT, encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : 'no commit';
}
