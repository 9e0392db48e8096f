import { AmberdeskError } from '../../domain/errors.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { isJsonObject, type Json } from '../../domain/records/json.ts';
import { unwatched, type Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { CIRCLE_KINDS, holdingCircle } from './circle.ts';
import { deleteRecord, editRecord, restoreRecord } from './editRecord.ts';
import { cutDraft } from './localCuts.ts';
import { requireRecord } from './recordView.ts';
import { type State, sameState } from './refresh.ts';
import { inOneTransaction, inTransaction } from './transaction.ts';
import { undo } from './undo.ts';

/** What is done to each of many records. */
export type ManyOrder = { readonly ids: readonly RecordId[] } & (
  | {
      readonly does: 'edit';
      readonly changes?: Readonly<Record<string, Json>> | undefined;
      readonly mark?: Mark | undefined;
    }
  | { readonly does: 'remove'; readonly reason: string }
  | { readonly does: 'restore' }
  | { readonly does: 'undo' }
);

/**
 * Does the same to many records, all of them or none, and tells the windows once. Edits, deletions and restorations
 * are a step of their own in the local history of each record, whatever was being typed there, so that undoing the
 * records given back takes back just this. Gives the records that changed. Throws what the single change throws, with
 * the record in the details.
 */
export function changeMany(session: Session, order: ManyOrder, work: Work = unwatched): RecordId[] {
  const ids = new Set(order.ids);
  return inTransaction(session, (changed) => {
    const records = ids.values().map((id) => requireRecord(session.vault, id).kind);
    const isCircle = records.some((kind) => CIRCLE_KINDS.includes(kind));
    const inside = inOneTransaction(isCircle ? session : holdingCircle(session));
    let done = 0;
    for (const id of ids) {
      const before = naming(id, () => requireRecord(session.vault, id));
      const after = naming(id, () => changeOne(inside, id, order));
      if (!sameState(before, after)) changed.add(id);
      done += 1;
      work.progress(done, ids.size, 'changing');
    }
    return [...changed];
  });
}

function changeOne(session: Session, id: RecordId, order: ManyOrder): State {
  if (order.does === 'undo') return undo(session, id);
  const { vault, surroundings } = session;
  cutDraft(vault, id, surroundings.now());
  const state = stepOne(session, id, order);
  cutDraft(vault, id, surroundings.now());
  return state;
}

function stepOne(session: Session, id: RecordId, order: Exclude<ManyOrder, { readonly does: 'undo' }>): State {
  switch (order.does) {
    case 'edit':
      return editRecord(session, id, order.changes ?? {}, order.mark === undefined ? {} : { mark: order.mark });
    case 'remove':
      return deleteRecord(session, id, order.reason);
    case 'restore':
      return restoreRecord(session, id);
  }
}

/** Does the work of one record of many; what it throws names the record in its details. */
export function naming<T>(record: RecordId, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AmberdeskError)) throw error;
    const details = isJsonObject(error.details) ? error.details : {};
    throw new AmberdeskError(error.code, { ...details, record }, { cause: error });
  }
}
