import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Session } from '../session.ts';
import { keepDraft, requireEditable } from './draft.ts';
import { requireAuthority } from './handlingAfter.ts';
import { cutState } from './localCuts.ts';
import { type RecordView, readRecord } from './recordView.ts';
import type { State } from './refresh.ts';
import { firstCut, LIVE, lastCuts, markCut, type RecordRow, UNDONE } from './rows.ts';
import { inTransaction } from './transaction.ts';

/**
 * Steps back to the local cut before. It never takes back what came from others. Throws `record.nothingToUndo`, and
 * what editing throws: a mark that was tightened and shared is not loosened this way.
 */
export function undo(session: Session, id: RecordId): RecordView {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    const record = requireEditable(session, id);
    cutState(vault, id, surroundings.now(), record);
    const [last, before] = lastCuts(vault, id, LIVE, 2);
    if (before === undefined || last === undefined) throw new AmberdeskError('record.nothingToUndo', { record: id });
    markCut(vault, last.id, UNDONE);
    step(session, record, before);
    changed.add(id);
    return readRecord(vault, id);
  });
}

/** Does again what was undone last, as long as nothing else was changed since. Throws `record.nothingToRedo`. */
export function redo(session: Session, id: RecordId): RecordView {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const record = requireEditable(session, id);
    const next = firstCut(vault, id, UNDONE);
    if (next === undefined) throw new AmberdeskError('record.nothingToRedo', { record: id });
    markCut(vault, next.id, LIVE);
    step(session, record, next);
    changed.add(id);
    return readRecord(vault, id);
  });
}

function step(session: Session, record: RecordRow, { body, handling }: State): void {
  requireAuthority(session.vault, record, { body, handling });
  keepDraft(session, record, { body, handling }, 0);
}
