import { z } from 'zod';
import { call, jobInput } from '../call.ts';

const Language = z.enum(['en', 'fr']).optional();

/** What a line is about, and can be looked at. */
export const JournalSubject = z.object({
  is: z.enum(['bundle', 'record', 'installation']),
  id: z.string(),
  /** A record's title, an installation's holder; empty for a bundle. */
  name: z.string(),
  /** The record's kind; of a bundle, whether it was received (`in`) or sealed here (`out`). Missing when it is not here. */
  kind: z.string().optional(),
});

/** One line of the journal. `digest` covers all the rest and `previous`, the digest of the line before. */
export const JournalLine = z.object({
  seq: z.int(),
  /** UTC, in minutes. */
  at: z.string(),
  act: z.string(),
  sentence: z.string(),
  about: z.array(JournalSubject),
  previous: z.string(),
  digest: z.string(),
});

/** Which lines are wanted; all that is given must hold. */
export const JournalFilter = z.object({
  /** Words, all of which are in the sentence; without regard to case and accents. */
  search: z.string().max(200).optional(),
  acts: z.array(z.string().max(100)).max(100).optional(),
  /** Days, UTC, both included: `2027-03-03`. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Ids of bundles, records or installations, one of which the line names. */
  about: z.array(z.string().max(100)).max(100).optional(),
});

/**
 * Whether the journal is as it was written: every line carries the digest of the one before. `broken`: the first line that
 * was changed, taken out (`missing`), does not follow the one before (`order`), or from which on the end is gone (`cut`).
 */
export const JournalState = z.object({
  lines: z.int(),
  last: z.object({ seq: z.int(), digest: z.string() }).optional(),
  broken: z.object({ line: z.int(), is: z.enum(['changed', 'missing', 'order', 'cut']) }).optional(),
});

/** What this installation did: sealed, opened, printed, saved. It never leaves by itself. */
export const journalCalls = {
  /** The newest lines first: at most `limit` of those wanted, older than line `before` when it is given. */
  read: call(
    JournalFilter.extend({
      before: z.int().positive().optional(),
      limit: z.int().min(1).max(200).default(100),
      language: Language,
    }),
    z.object({ lines: z.array(JournalLine), more: z.boolean() }),
  ),
  /** Every act that is in the journal, with its words, the most frequent first. */
  acts: call(
    z.object({ language: Language }),
    z.array(z.object({ act: z.string(), name: z.string(), lines: z.int() })),
  ),
  verify: call(jobInput({}), JournalState),
  /**
   * Writes it into a new file, for whoever holds this vault: as sentences, or as the lines themselves (JSON), by which the
   * chain can be followed by other means. Noted in the journal.
   */
  export: call(
    jobInput({ file: z.string(), form: z.enum(['sentences', 'lines']), language: Language }),
    z.object({ lines: z.int() }),
    ['file.exists', 'file.unwritable'],
  ),
};
