import type { RecordId } from '../../domain/records/ids.ts';
import type { Session } from '../session.ts';
import { type State, sameState } from './refresh.ts';
import {
  addCut,
  draftsChangedBefore,
  findDraft,
  findRecord,
  LEFT_ASIDE,
  LIVE,
  lastCuts,
  markCuts,
  type RecordRow,
  type Rows,
  UNDONE,
  writeDraft,
} from './rows.ts';
import { inTransaction } from './transaction.ts';

/** How long typing goes on before it becomes a step of its own, in milliseconds. */
const CUT_AFTER = 10 * 60_000;

/**
 * Makes what was typed a step of the local history: of one record when its editor is closed, else of every record
 * whose first uncut change is ten minutes old. Gives the records that were cut. Local cuts never leave.
 */
export function cutDrafts(session: Session, id?: RecordId): string[] {
  const { vault, surroundings } = session;
  return inTransaction(session, () => {
    const now = surroundings.now();
    const due = id === undefined ? draftsChangedBefore(vault, now - CUT_AFTER) : [id];
    return due.filter((record) => cutDraft(vault, record, now));
  });
}

/**
 * Cuts a draft as a person sees it now; while the record is in conflict, as it was typed, for the history only. False
 * when it has nothing that was not cut. Part of the caller's transaction.
 */
export function cutDraft(rows: Rows, id: string, now: number): boolean {
  const draft = findDraft(rows, id);
  const record = draft === undefined || draft.since === 0 ? undefined : findRecord(rows, id);
  if (draft === undefined || record === undefined) return false;
  if (record.conflicted) addCut(rows, id, now, draft, LEFT_ASIDE);
  else cutState(rows, id, now, record);
  writeDraft(rows, { ...draft, since: 0 });
  return true;
}

/** Cuts this state, unless the last cut that undo knows has it already. Part of the caller's transaction. */
export function cutState(rows: Rows, id: string, now: number, state: State): void {
  const [last] = lastCuts(rows, id, LIVE, 1);
  if (last === undefined || !sameState(last, state)) addCut(rows, id, now, state);
}

/**
 * Prepares the local history for a change that comes now: what stands before it is cut when ten minutes' work is due
 * or when no cut has it, and what was undone is left aside. Gives when the changes without a cut began.
 */
export function noteChange(rows: Rows, record: RecordRow, now: number): number {
  const since = findDraft(rows, record.id)?.since ?? 0;
  markCuts(rows, record.id, UNDONE, LEFT_ASIDE);
  // A clock that was set back must not make one step of days of work.
  if (since > 0 && now >= since && now - since < CUT_AFTER) return since;
  cutState(rows, record.id, now, record);
  return now;
}

/**
 * Keeps the local cuts of a record as history only: after others' changes arrived, undo must not take those back.
 * Part of the caller's transaction.
 */
export function leaveCutsAside(rows: Rows, id: string): void {
  markCuts(rows, id, LIVE, LEFT_ASIDE);
  markCuts(rows, id, UNDONE, LEFT_ASIDE);
}
