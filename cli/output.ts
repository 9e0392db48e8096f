/** What a command says: sentences for people, or one JSON value with `--json`. */
export interface Output {
  /** A line for people; silent with `--json`. */
  say(line: string): void;
  /** The command's result: printed as JSON with `--json`, else not at all. */
  result(value: unknown): void;
  /** One of several results, as they come: one line of JSON with `--json`, else not at all. */
  line(value: unknown): void;
  /** A progress line, only where somebody watches a terminal. */
  progress(line: string): void;
}

export function createOutput(json: boolean): Output {
  const watched = process.stderr.isTTY && !json;
  return {
    say: (line) => {
      if (!json) process.stdout.write(`${line}\n`);
    },
    result: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    line: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
    progress: (line) => {
      if (watched) process.stderr.write(`\r\u001b[K${line}`);
    },
  };
}
