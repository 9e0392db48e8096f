import { eq } from 'drizzle-orm';
import { RecordId } from '../../domain/records/ids.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { revision } from '../../drizzle/schema.ts';
import type { Session } from '../session.ts';
import { refresh } from './refresh.ts';
import { type DraftRow, findDraft, writeDraft } from './rows.ts';
import { inTransaction } from './transaction.ts';

/** The drafts of these records as they are, to be put back by `unshareDrafts`. */
export function keptDrafts({ vault }: Pick<Session, 'vault'>, ids: Iterable<string>): DraftRow[] {
  return [...ids].flatMap((id) => findDraft(vault, id) ?? []);
}

/**
 * Takes back what `shareDrafts` made for an output that came to nothing: the revisions go, and the drafts stand again
 * as they were, so that what is deleted before the next bundle never travels. A record that was edited since keeps its
 * revision.
 */
export function unshareDrafts(session: Session, shared: readonly SignedRevision[], drafts: readonly DraftRow[]): void {
  const { vault } = session;
  inTransaction(session, (changed) => {
    const before = new Map(drafts.map((draft) => [draft.record, draft]));
    for (const { id, record } of shared) {
      if (findDraft(vault, record) !== undefined) {
        before.delete(record);
        continue;
      }
      vault.orm.delete(revision).where(eq(revision.id, id)).run();
    }
    for (const draft of before.values()) {
      if (findDraft(vault, draft.record) === undefined) writeDraft(vault, draft);
      changed.add(RecordId.parse(draft.record));
    }
    refresh(vault, [...before.keys()]);
  });
}
