import { AmberdeskError } from '../../domain/errors.ts';

/** What is wrong with a file that was to be loaded: the line (from 1; 0 for the whole file) and a plain sentence. */
export interface Problem {
  line: number;
  sentence: string;
}

/** The most problems that an error names; the rest is counted. */
const NAMED = 50;

/** `load.malformed` with the problems as details: `{ problems: [{ line, sentence }], more }`. */
export function malformed(problems: readonly Problem[], cause?: unknown): AmberdeskError {
  const named = problems.slice(0, NAMED).map(({ line, sentence }) => ({ line, sentence }));
  return new AmberdeskError('load.malformed', { problems: named, more: problems.length - named.length }, { cause });
}
