import { AmberdeskError } from '../../domain/errors.ts';
import { approvalGrounds, mayFollow } from '../../domain/records/approval.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { Body } from '../../domain/records/revision.ts';
import type { Session } from '../session.ts';
import { requireRecord } from './recordView.ts';
import { computeView, refresh, type State, sameState } from './refresh.ts';
import { dropDraft, findDraft, type RecordRow, type Rows, writeDraft } from './rows.ts';

/** The record, if it can be edited. Throws `record.missing`, `record.kind`, `record.conflict`. */
export function requireEditable({ vault }: Session, id: RecordId): RecordRow {
  const record = requireRecord(vault, id);
  if (kindOf(record.kind) === undefined) throw new AmberdeskError('record.kind', { kind: record.kind });
  if (record.conflicted) throw new AmberdeskError('record.conflict', { record: id });
  return record;
}

/**
 * Refuses what would change what was approved or issued here, shared or not, unless it is opened again with a reason. Throws
 * `minutes.approved`, `paper.issued`.
 */
export function requireStanding(kindName: string, before: readonly Body[], after: Body): void {
  const kind = kindOf(kindName);
  const grounds = approvalGrounds(kind, after);
  if (grounds === undefined) return;
  const standing = before.flatMap((body) => approvalGrounds(kind, body) ?? []);
  const code = kind?.approval?.refusals.standing ?? 'minutes.approved';
  if (!mayFollow(grounds, standing)) throw new AmberdeskError(code, { kind: kindName });
}

/**
 * Makes `state` the draft over all shared heads, or drops the draft when it adds nothing to them, and computes the
 * view. `since`: when the changes that no local cut has yet began, 0 for none. Part of the caller's transaction. Throws
 * `minutes.approved`.
 */
export function keepDraft({ vault, surroundings }: Session, record: RecordRow, state: State, since: number): void {
  const { id, kind, heads } = record;
  const { body, handling } = state;
  requireStanding(kind, [record.body], body);
  writeDraft(vault, { record: id, kind, base: heads, body, handling, since, updated: surroundings.now() });
  if (heads.length > 0 && !draftAdds(vault, id)) dropDraft(vault, id);
  refresh(vault, [id]);
}

/** Whether a record has a draft that adds something to what is shared. */
export function draftAdds(rows: Rows, id: string): boolean {
  if (findDraft(rows, id) === undefined) return false;
  const [withDraft, shared] = [computeView(rows, id), computeView(rows, id, { draft: false })];
  if (withDraft === undefined || shared === undefined) return true;
  return withDraft.conflicts.length > 0 || shared.conflicts.length > 0 || !sameState(withDraft, shared);
}
