import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Runs a program of `node_modules/.bin` in the project's folder, its output shown; gives whether it succeeded. */
export function run(
  program: string,
  programArguments: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): boolean {
  return spawnSync(program, programArguments, { ...SHOWN, env: withPackages(environment) }).status === 0;
}

/** The same beside other work. */
export async function runBeside(program: string, programArguments: readonly string[]): Promise<boolean> {
  const [code] = await once(spawn(program, programArguments, { ...SHOWN, env: withPackages({}) }), 'close');
  return code === 0;
}

const SHOWN = { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' } as const satisfies SpawnOptions;

function withPackages(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env.PATH}`, ...environment };
}
