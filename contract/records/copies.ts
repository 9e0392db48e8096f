import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { call, jobInput, NOTHING } from '../call.ts';

/** What is done with a copy here whose last day has passed. Nothing is done by a clock. */
export const copyCalls = {
  /**
   * Deletes this installation's copy, with its portions and what was remarked on it, in this vault and its backups. Nobody
   * else is told, no bundle brings the same versions back, and a later one comes in as ever. Cannot be undone.
   */
  letGo: call(
    jobInput({ record: RecordId }),
    z.object({
      records: z.int(),
      revisions: z.int(),
      backups: z.object({
        cleaned: z.int(),
        /** Copies beside the vault that could not be opened with its key, and still hold it. */
        unreachable: z.int(),
        /** Copies were once written outside the vault, where they cannot be reached. */
        outside: z.boolean(),
      }),
    }),
    ['record.missing', 'copy.notExpired', 'vault.full'],
  ),
  /** Keeps it with a reason: it does not ask again until it has another last day. */
  keepCopy: call(z.object({ record: RecordId, reason: z.string().trim().min(1).max(2000) }), NOTHING, [
    'record.missing',
    'copy.notExpired',
  ]),
  /** Why a copy is kept, while its last day is that for which it was said. */
  keptCopy: call(z.object({ record: RecordId }), z.object({ reason: z.string().optional() }), ['record.missing']),
};
