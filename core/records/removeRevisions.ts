import { and, eq, ne, sql } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { revision, stagedRevision } from '../../drizzle/schema.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { refreshReceived } from './addRevisions.ts';
import { findDraft, revisionsOf } from './rows.ts';
import { inWholeTransaction } from './transaction.ts';

/**
 * Takes back an import: removes the revisions that came in this bundle and in no other that was accepted, restores the
 * views from before, and removes records of which nothing else is here. Gives the records that changed. Throws
 * `bundle.builtUpon` (details: records) when a revision from elsewhere or a draft was made from one of them; nothing
 * is then removed. Part of the caller's transaction, if there is one.
 */
export function removeRevisions(session: Session, bundle: string): RecordId[] {
  const { vault } = session;
  return inWholeTransaction(session, (changed) => {
    const { touched, builtUpon } = broughtBy(vault, bundle);
    if (builtUpon.length > 0) throw new AmberdeskError('bundle.builtUpon', { bundle, records: builtUpon });
    vault.orm.delete(revision).where(eq(revision.bundle, bundle)).run();
    for (const id of refreshReceived(vault, touched)) changed.add(id);
    return [...changed];
  });
}

/**
 * The same where the sender asks for it: what nothing was built upon goes, and the rest stays. Gives the records that
 * changed and those that stay. Part of the caller's transaction.
 */
export function withdrawRevisions(session: Session, bundle: string): { changed: RecordId[]; builtUpon: string[] } {
  const { vault } = session;
  const { touched, builtUpon } = broughtBy(vault, bundle);
  const free = touched.difference(new Set(builtUpon));
  const drop = vault.sqlite.prepare<[string, string]>('DELETE FROM revision WHERE bundle = ? AND record = ?');
  for (const record of free) drop.run(bundle, record);
  return { changed: refreshReceived(vault, free), builtUpon };
}

/** The records of which this bundle and no other brought revisions, and those of them that something was built upon. */
function broughtBy(vault: Vault, bundle: string): { touched: Set<string>; builtUpon: string[] } {
  keepForOtherBundles(vault, bundle);
  const rows = vault.orm
    .select({ id: revision.id, record: revision.record })
    .from(revision)
    .where(eq(revision.bundle, bundle))
    .all();
  const going = new Set(rows.map((row) => row.id));
  const touched = new Set(rows.map((row) => row.record));
  return { touched, builtUpon: [...touched].filter((id) => isBuiltUpon(vault, id, going)).sort() };
}

/** Whether something that stays was made from a revision that goes. */
function isBuiltUpon(vault: Vault, id: string, going: ReadonlySet<string>): boolean {
  const named = (parents: readonly string[]) => parents.some((parent) => going.has(parent));
  const draft = findDraft(vault, id);
  if (draft !== undefined && named(draft.base)) return true;
  return revisionsOf(vault, id).some((row) => !going.has(row.id) && named(row.parents));
}

/** A revision that another accepted bundle brought too is that bundle's from now on. */
function keepForOtherBundles(vault: Vault, bundle: string): void {
  const others = vault.orm
    .select({ id: stagedRevision.revision, bundle: sql<string>`min(${stagedRevision.bundle})` })
    .from(stagedRevision)
    .innerJoin(revision, eq(revision.id, stagedRevision.revision))
    .where(and(eq(revision.bundle, bundle), ne(stagedRevision.bundle, bundle), eq(stagedRevision.state, 'accepted')))
    .groupBy(stagedRevision.revision)
    .all();
  for (const other of others) {
    vault.orm.update(revision).set({ bundle: other.bundle }).where(eq(revision.id, other.id)).run();
  }
}
