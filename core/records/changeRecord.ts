import type { RecordId } from '../../domain/records/ids.ts';
import type { Session } from '../session.ts';
import { keepDraft, requireEditable } from './draft.ts';
import { requireAuthority } from './handlingAfter.ts';
import { noteChange } from './localCuts.ts';
import { type RecordView, readRecord } from './recordView.ts';
import { type State, sameState } from './refresh.ts';
import type { RecordRow } from './rows.ts';
import { inTransaction } from './transaction.ts';

/**
 * One change by a person: draft, view, links, conflicts, index and local history in one transaction. The draft is
 * then based on all shared heads, because the person has seen what they come to. Nothing is written when nothing
 * changes. Throws `record.missing`, `record.kind`, `record.conflict`, and what `requireAuthority` throws.
 */
export function changeRecord(session: Session, id: RecordId, change: (record: RecordRow) => State): RecordView {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    const record = requireEditable(session, id);
    const state = change(record);
    if (!sameState(record, state)) {
      requireAuthority(vault, record, state);
      keepDraft(session, record, state, noteChange(vault, record, surroundings.now()));
      changed.add(id);
    }
    return readRecord(vault, id);
  });
}
