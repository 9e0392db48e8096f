import { AmberdeskError, type ErrorCode } from '../domain/errors.ts';

/** Exit codes: stable, documented in README.md and in `amberdesk --help`. */
export const EXIT = {
  done: 0,
  internal: 1,
  usage: 2,
  input: 3,
  vault: 4,
  bundle: 5,
  withheld: 6,
  disk: 7,
  findings: 8,
  cancelled: 130,
} as const;

const DISK: readonly ErrorCode[] = ['vault.readOnly', 'vault.full', 'file.unwritable', 'file.exists'];

/** The exit code for an error: by its code's area. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof AmberdeskError)) return EXIT.internal;
  if (error.code === 'job.cancelled') return EXIT.cancelled;
  if (DISK.includes(error.code)) return EXIT.disk;
  switch (error.code.split('.')[0]) {
    case 'vault':
    case 'backup':
    case 'key':
      return EXIT.vault;
    case 'bundle':
    case 'card':
    case 'directory':
      return EXIT.bundle;
    case 'release':
      return EXIT.withheld;
    case 'input':
    case 'load':
    case 'record':
    case 'paper':
    case 'file':
    case 'folder':
      return EXIT.input;
    default:
      return EXIT.internal;
  }
}

export const EXIT_HELP = `
Exit codes:
  0 done                       5 bundle or card refused
  1 internal error             6 nothing may go to that audience
  2 wrong use of the command   7 disk full, read-only, or file in the way
  3 input not in order         8 doctor found something
  4 vault or backup            130 cancelled`;
