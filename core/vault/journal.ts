import { desc, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { JournalAct } from '../../domain/journal/acts.ts';
import { digestOf } from '../../domain/records/digest.ts';
import { isJson, isJsonObject, type JsonObject } from '../../domain/records/json.ts';
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
export function appendJournal(database: VaultDatabase, now: number, act: JournalAct, detail: JsonObject): JournalEntry {
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

/** What is wrong with the first line that is not as it was written. */
export type BrokenLine = 'changed' | 'missing' | 'order' | 'cut';

/** The state of the chain: how many lines there are, the last digest, and where it breaks, if it does. */
export interface ExaminedJournal {
  readonly lines: number;
  readonly last?: { readonly seq: number; readonly digest: string };
  readonly broken?: { readonly line: number; readonly is: BrokenLine };
}

/**
 * Follows the chain from the first line to the first that is not as it was written: changed, missing, not the one that
 * followed, or the end cut off, which shows because SQLite keeps the highest number ever given. Constant memory.
 */
export function examineJournal(database: VaultDatabase): ExaminedJournal {
  const { sqlite } = database;
  const lines = Count.parse(sqlite.prepare('SELECT count(*) AS lines FROM journal').get()).lines;
  let previous = START;
  let seq = 0;
  for (const row of sqlite
    .prepare('SELECT seq, at, act, detail, previous, digest FROM journal ORDER BY seq')
    .iterate()) {
    const line = readLine(row);
    seq += 1;
    if (line === undefined) return { lines, broken: { line: seq, is: 'changed' } };
    if (line.seq !== seq) return { lines, broken: { line: seq, is: 'missing' } };
    const { digest, ...rest } = line;
    if (digest !== digestOf(rest)) return { lines, broken: { line: seq, is: 'changed' } };
    if (line.previous !== previous) return { lines, broken: { line: seq, is: 'order' } };
    previous = digest;
  }
  const given = Sequence.parse(sqlite.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").get());
  if (given !== undefined && given.seq > seq) return { lines, broken: { line: seq + 1, is: 'cut' } };
  return seq === 0 ? { lines } : { lines, last: { seq, digest: previous } };
}

/** The number of the first line that is not as it was written; undefined when the chain is whole. */
export function verifyJournal(database: VaultDatabase): number | undefined {
  return examineJournal(database).broken?.line;
}

const Count = z.object({ lines: z.int() });
const Row = z.object({
  seq: z.int(),
  at: z.string(),
  act: z.string(),
  detail: z.string(),
  previous: z.string(),
  digest: z.string(),
});

/** A row as a line; undefined when it is not one any more. */
export function readLine(row: unknown): JournalEntry | undefined {
  const read = Row.safeParse(row);
  if (!read.success) return undefined;
  try {
    const detail: unknown = JSON.parse(read.data.detail);
    return isJson(detail) && isJsonObject(detail) ? { ...read.data, detail } : undefined;
  } catch {
    return undefined;
  }
}
