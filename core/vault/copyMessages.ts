import type { MessagePort } from 'node:worker_threads';
import type { SystemFault } from '../jobs/systemFault.ts';

/** What the thread that copies a file is told when it starts. */
export interface CopyOrder {
  /** A descriptor of the file, which stays open until the thread has ended. */
  readonly source: number;
  readonly to: string;
  /** Shared memory: see `COPY_STATE`. */
  readonly state: Int32Array;
  /** Where it says what came of it, before its state tells that it has ended. */
  readonly port: MessagePort;
}

/** What stands where in the shared memory of a copy. */
export const COPY_STATE = {
  /** How many pieces were copied: a thread that goes on counts on. */
  pieces: 0,
  /** 1 once it has ended. */
  ended: 1,
  /** 1 once it is to stop. */
  stop: 2,
} as const;

/** What came of a copy: its SHA-256 in hexadecimal, or an error of the system. */
export type Copied = { readonly digest: string } | { readonly fault: SystemFault };
