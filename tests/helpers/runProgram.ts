import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A running program of the tests, whose lines can be waited for. */
export interface RunningProgram {
  readonly child: ChildProcess;
  /** The next line it writes; undefined when it has ended. */
  nextLine(): Promise<string | undefined>;
  /** Waits for its end; gives the exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
  errors(): string;
}

/**
 * Starts a TypeScript program that lies beside the test, with this Node, before it `wrapper` (`['strace', '-f']`).
 * It is ended when the test is.
 */
export function runProgram(url: URL, args: readonly string[], wrapper: readonly string[] = []): RunningProgram {
  const [command = process.execPath, ...rest] = [...wrapper, process.execPath, fileURLToPath(url), ...args];
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    child,
    ended,
    errors: () => errors,
    async nextLine() {
      const { value, done } = await lines.next();
      return done === true ? undefined : value;
    },
  };
}
