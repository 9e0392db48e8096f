import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BUILT } from './builtCore.ts';

/** The command line as it ships. */
export const PROGRAM = join(BUILT, 'amberdesk.js');

/** How a command ended, and what it said. */
export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `amberdesk` as a person would, in a process of its own, before it `wrapper` (`['strace', '-f']`). */
export function amberdesk(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly wrapper?: readonly string[] } = {},
): Said {
  const [command = process.execPath, ...rest] = [...(options.wrapper ?? []), process.execPath, PROGRAM, ...args];
  const { status, stdout, stderr } = spawnSync(command, rest, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    input: '',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}
