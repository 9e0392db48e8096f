import type { ErrorCode } from '../../domain/errors.ts';
import type { Json } from '../../domain/records/json.ts';
import type { SystemFault } from '../jobs/systemFault.ts';
import type { StagedArchive, StageOrder } from './stageArchive.ts';
import type { WriteOrder, Written } from './writeArchive.ts';

/** What the thread for a bundle's bytes is told when it starts: one thing to do. */
export interface ArchiveOrder {
  readonly write?: WriteOrder;
  readonly stage?: StageOrder;
  /** Shared memory: 1 once it is to stop. */
  readonly cancelled: Int32Array;
}

/** What it says. `fault`: an error of the system. */
export type ArchiveMessage =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'written'; readonly written: Written }
  | { readonly type: 'staged'; readonly archive: StagedArchive }
  | { readonly type: 'error'; readonly code: ErrorCode; readonly details: Json }
  | { readonly type: 'fault'; readonly fault: SystemFault };
