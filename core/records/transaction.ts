import type { RecordId } from '../../domain/records/ids.ts';
import type { Session } from '../session.ts';

/**
 * Does work in one transaction and tells the windows which records changed. Inside a caller's transaction it is a part
 * of that (undone alone when it throws), and telling is the caller's, who alone knows when it is committed.
 */
export function inTransaction<T>(session: Session, work: (changed: Set<RecordId>) => T): T {
  if (undivided.has(session)) return work(new Set());
  const { sqlite } = session.vault;
  const nested = sqlite.inTransaction;
  const changed = new Set<RecordId>();
  const result = sqlite.transaction(() => work(changed)).immediate();
  if (!nested) tell(session, changed);
  return result;
}

/** The same for bulk work: inside a caller's transaction it is not undone alone, so the caller undoes all of it. */
export function inWholeTransaction<T>(session: Session, work: (changed: Set<RecordId>) => T): T {
  if (!session.vault.sqlite.inTransaction) return inTransaction(session, work);
  return work(new Set());
}

const undivided = new WeakSet<Session>();

/**
 * The same session for the parts of bulk work in the caller's transaction: no part is undone alone, so the caller undoes
 * all of it when one throws. The search index writes out what it has before each part that could be undone alone, which
 * takes longer than the part itself.
 */
export function inOneTransaction(session: Session): Session {
  const inside = { ...session };
  undivided.add(inside);
  return inside;
}

function tell(session: Session, changed: ReadonlySet<RecordId>): void {
  if (changed.size > 0) session.announce({ event: 'recordsChanged', records: [...changed] });
}
