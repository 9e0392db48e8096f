import { desc, lt } from 'drizzle-orm';
import { z } from 'zod';
import { digestOf } from '../../domain/records/digest.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { journal } from '../../drizzle/schema.ts';
import { minuteOf } from '../context.ts';
import type { VaultDatabase } from './database.ts';

/** One line of what this installation did. `at` in minutes, UTC; `digest` covers all the rest and `previous`. */
export interface JournalEntry {
  readonly seq: number;
  readonly at: string;
  readonly act: string;
  readonly detail: JsonObject;
  readonly previous: string;
  readonly digest: string;
}

/** What the first line names as the one before. */
const START = '0'.repeat(64);

const Sequence = z.object({ seq: z.number() }).optional();

/** Adds a line. Part of the caller's transaction, if there is one. `now` in milliseconds since 1970. */
export function appendJournal(database: VaultDatabase, now: number, act: string, detail: JsonObject): JournalEntry {
  return database.orm.transaction(
    (transaction) => {
      const last = transaction.select().from(journal).orderBy(desc(journal.seq)).limit(1).get();
      const entry = { seq: (last?.seq ?? 0) + 1, at: minuteOf(now), act, detail, previous: last?.digest ?? START };
      const written = { ...entry, digest: digestOf(entry) };
      transaction.insert(journal).values(written).run();
      return written;
    },
    { behavior: 'immediate' },
  );
}

/** The newest lines first: at most `limit`, all of them older than line `before` when it is given. */
export function readJournal(
  database: VaultDatabase,
  { limit = 200, before = Number.MAX_SAFE_INTEGER }: { limit?: number; before?: number } = {},
): JournalEntry[] {
  return database.orm
    .select()
    .from(journal)
    .where(lt(journal.seq, before))
    .orderBy(desc(journal.seq))
    .limit(limit)
    .all();
}

/**
 * Follows the chain from the first line. Gives the number of the first line that is missing or not what it was;
 * undefined when the chain is whole. A cut at the end shows because SQLite keeps the highest number ever given.
 */
export function verifyJournal(database: VaultDatabase): number | undefined {
  let previous = START;
  let seq = 0;
  for (const line of database.orm.select().from(journal).orderBy(journal.seq).all()) {
    seq += 1;
    const { digest, ...rest } = line;
    if (line.seq !== seq || line.previous !== previous || digest !== digestOf(rest)) return seq;
    previous = digest;
  }
  const given = Sequence.parse(database.sqlite.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").get());
  return given !== undefined && given.seq > seq ? seq + 1 : undefined;
}
