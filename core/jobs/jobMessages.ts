import type { Event } from '../../contract/events.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { Json } from '../../domain/records/json.ts';

/** What a thread needs to attach to the open vault. */
export interface OpenVault {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly copySource?: number | undefined;
}

/** What a worker thread is told: one when it starts, or, where it is kept, one after the other. */
export interface JobOrder {
  readonly work: string;
  readonly input: unknown;
  /** What to attach to; undefined for work that has no vault yet. */
  readonly vault: OpenVault | undefined;
  /** Shared memory: 1 once the job is to stop. */
  readonly cancelled: Int32Array;
  /** What it lays out is left to a thread that is kept. */
  readonly leaves?: boolean;
}

/** What a worker thread says. */
export type JobMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly what: string }
  | { readonly type: 'event'; readonly event: Event }
  /** `early`: the thread has something left to do that nobody waits for. */
  | { readonly type: 'result'; readonly value: unknown; readonly early?: true }
  | { readonly type: 'error'; readonly code: ErrorCode; readonly details: Json };

/** What a thread that is kept says besides: it has let go of its order and of the vault. */
export type JobSaid = JobMessage | { readonly type: 'idle' };
