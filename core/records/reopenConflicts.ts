import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { sameJson } from '../../domain/records/json.ts';
import { unwatched, type Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import type { Sqlite } from '../vault/database.ts';
import { leaveCutsAside } from './localCuts.ts';
import { type RecordView, readRecord, requireRecord } from './recordView.ts';
import { refresh, type State, sameState } from './refresh.ts';
import { type DraftRow, dropDraft, findDraft, writeDraft } from './rows.ts';
import { inTransaction } from './transaction.ts';

/** What answering a record's questions took the place of. */
export interface Answered {
  readonly heads: readonly string[];
  /** The unshared edits from before. */
  readonly before: DraftRow | undefined;
  readonly resolved: State;
}

/** Kept in memory alone, as what a window can undo is; another vault has a connection of its own. */
const answered = new WeakMap<Sqlite, Map<RecordId, Answered>>();

/** Notes what answering took the place of, so that it can be taken back. */
export function rememberAnswers({ vault: { sqlite } }: Session, id: RecordId, what: Answered): void {
  const known = answered.get(sqlite) ?? new Map<RecordId, Answered>();
  answered.set(sqlite, known);
  known.set(id, what);
}

/**
 * Takes the answers to a record's questions back, so that they are open again, with the unshared edits from before. The
 * answers stay in the local history. Throws `record.missing`, and `record.nothingToUndo` when they were shared, the
 * record was changed since, something arrived for it, or they were not given since the vault was opened.
 */
export function reopenConflicts(session: Session, id: RecordId): RecordView {
  reopenMany(session, rememberedAnswers(session, [id]));
  forgetAnswers(session, [id]);
  return readRecord(session.vault, id);
}

/** What the answers of these records took the place of, each with its id; undefined where nothing is remembered. */
export function rememberedAnswers(
  { vault: { sqlite } }: Session,
  ids: readonly RecordId[],
): (readonly [RecordId, Answered | undefined])[] {
  const known = answered.get(sqlite);
  return ids.map((id) => [id, known?.get(id)]);
}

/** They were taken back. */
export function forgetAnswers({ vault: { sqlite } }: Session, ids: readonly RecordId[]): void {
  for (const id of ids) answered.get(sqlite)?.delete(id);
}

/** The same for many records: all of them or none. The details of what it throws name the record. */
export function reopenMany(
  session: Session,
  records: readonly (readonly [RecordId, Answered | undefined])[],
  work: Work = unwatched,
): RecordId[] {
  return inTransaction(session, (changed) => {
    for (const [id, kept] of records) {
      reopenOne(session, id, kept);
      changed.add(id);
      work.progress(changed.size, records.length, 'changing');
    }
    return [...changed];
  });
}

function reopenOne({ vault }: Session, id: RecordId, kept: Answered | undefined): void {
  const record = requireRecord(vault, id);
  const draft = findDraft(vault, id);
  const asItWas =
    kept !== undefined &&
    draft !== undefined &&
    sameState(draft, kept.resolved) &&
    sameJson([...record.heads], [...kept.heads]);
  if (!asItWas) throw new AmberdeskError('record.nothingToUndo', { record: id });
  leaveCutsAside(vault, id);
  if (kept.before === undefined) dropDraft(vault, id);
  else writeDraft(vault, kept.before);
  refresh(vault, [id]);
}
