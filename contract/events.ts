import { z } from 'zod';
import { RecordId } from '../domain/records/ids.ts';
import { ChosenFile } from './chosenFile.ts';

/**
 * Why a vault was locked: a person asked, nobody was there, the machine slept, its folder disappeared, the application
 * ends, or another vault takes its place.
 */
export const LockReason = z.enum(['asked', 'idle', 'suspended', 'gone', 'stopped', 'replaced']);
export type LockReason = z.infer<typeof LockReason>;

/** What the application tells every window without being asked. A view re-reads what an event names. */
export const Event = z.discriminatedUnion('event', [
  z.object({ event: z.literal('recordsChanged'), records: z.array(RecordId) }),
  z.object({ event: z.literal('vaultUnlocked') }),
  z.object({ event: z.literal('vaultLocked'), reason: LockReason }),
  z.object({ event: z.literal('bundlesChanged') }),
  /** Something came into the exchange folder or left it, or it cannot be reached: see `folder.read`. */
  z.object({ event: z.literal('folderChanged') }),
  /** Cards, trust, the directory's entries or its alarms. */
  z.object({ event: z.literal('directoryChanged') }),
  z.object({ event: z.literal('preferencesChanged'), names: z.array(z.string()) }),
  /** Files with which the application was started, told to the first window that listens. */
  z.object({ event: z.literal('filesOpened'), files: z.array(ChosenFile) }),
  z.object({ event: z.literal('jobStarted'), job: z.uuid(), work: z.string() }),
  z.object({
    event: z.literal('jobProgress'),
    job: z.uuid(),
    done: z.number().nonnegative(),
    total: z.number().nonnegative(),
    what: z.string(),
  }),
  z.object({ event: z.literal('jobEnded'), job: z.uuid(), outcome: z.enum(['done', 'failed', 'cancelled']) }),
]);
export type Event = z.infer<typeof Event>;
