import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { knownFile } from '../../drizzle/schema.ts';
import { minuteOf } from '../context.ts';
import type { VaultDatabase } from '../vault/database.ts';

/** What was done here with a sealed file. */
export type Known = (typeof knownFile.$inferSelect)['how'];

/**
 * What tells a sealed file from any other: SHA-256 of its age header and nonce, which are made anew each time something
 * is sealed. Copies under other names have the same.
 */
export function markOf(header: Uint8Array, nonce: Uint8Array): string {
  return createHash('sha256').update(header).update(nonce).digest('hex');
}

/** Notes it. Part of the caller's transaction, if there is one. */
export function noteKnown(database: VaultDatabase, now: number, mark: string, how: Known): void {
  const at = minuteOf(now);
  database.orm
    .insert(knownFile)
    .values({ mark, how, at })
    // What was dismissed may be opened after all; everything else stays what it was at first.
    .onConflictDoUpdate({ target: knownFile.mark, set: { how, at }, setWhere: eq(knownFile.how, 'dismissed') })
    .run();
}

export function isKnown(database: VaultDatabase, mark: string): boolean {
  return database.orm.select().from(knownFile).where(eq(knownFile.mark, mark)).get() !== undefined;
}

/** Forgets that a file was dismissed; what was sealed or opened stays known. */
export function forgetDismissed(database: VaultDatabase, mark: string): void {
  database.orm
    .delete(knownFile)
    .where(and(eq(knownFile.mark, mark), eq(knownFile.how, 'dismissed')))
    .run();
}
