import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Runs a program of `node_modules/.bin` in the project's folder, its output shown; gives whether it succeeded. */
export function run(
  program: string,
  programArguments: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): boolean {
  const found = spawnSync(program, programArguments, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env.PATH}`, ...environment },
    shell: process.platform === 'win32',
  });
  return found.status === 0;
}
