import { generateKeyBetween } from 'fractional-indexing';
import { AmberdeskError } from '../../domain/errors.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { labelRank } from '../../domain/handling/order.ts';
import { minutesOf } from '../../domain/minutes/minutesOf.ts';
import { RichText } from '../../domain/papers/richText.ts';
import { wordCount } from '../../domain/papers/wordsOf.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { compareEntries } from '../../domain/records/mergeFields.ts';
import { objects, text } from '../../domain/records/text.ts';
import { type CreateOptions, createRecord } from '../records/createRecord.ts';
import { editRecord, restoreRecord } from '../records/editRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { cutDraft } from '../records/localCuts.ts';
import { naming } from '../records/many.ts';
import { hasRecord, type RecordView, readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';

/**
 * The minutes of an item, made if they are not there yet, and restored where they were deleted: two desks that begin them
 * begin the same. They are for whom their item's handling has them, under its Chatham House Rule. Throws `record.missing`.
 */
export function beginMinutes(session: Session, item: RecordId, language: 'en' | 'fr'): RecordId {
  const { vault } = session;
  const about = readRecord(vault, item);
  if (about.kind !== 'agendaItem' || about.deleted) throw new AmberdeskError('record.missing', { record: item });
  const id = minutesOf(item);
  if (hasRecord(vault, id)) return readRecord(vault, id).deleted ? restoreRecord(session, id).id : id;
  const meeting = text(about.body.meeting);
  const body = { ...(meeting === '' ? {} : { meeting }), item, language, status: 'draft' };
  return createRecord(session, 'minutes', body, handlingFor(about)).id;
}

/** As the board has them; where fewer may know of the item, those, with all else of its handling. */
function handlingFor(item: RecordView): CreateOptions {
  const like = handledLike(item);
  const { label, distribution } = like.mark ?? effectiveHandling(item.handling, item.body);
  const isWide = labelRank(label) >= labelRank('TLP:AMBER') && distribution.to !== 'named';
  return isWide ? { chathamHouse: item.handling.chathamHouse } : like;
}

/**
 * Approves minutes as they are now, all of them or none; those that are approved already stay so. Throws
 * `minutes.bySecretariat`, `minutes.empty` where nothing is written, `record.missing` (details: record) and what editing throws.
 */
export function approveMinutes(session: Session, ids: readonly RecordId[], at: RecordId): RecordId[] {
  const { vault, surroundings } = session;
  const occasion = readRecord(vault, at);
  if (!['meeting', 'agendaItem'].includes(occasion.kind) || occasion.deleted) {
    throw new AmberdeskError('record.missing', { record: at });
  }
  const on = dateOf(surroundings.now());
  return actOnEach(session, ids, (view) => {
    if (view.body.status === 'approved') return false;
    const document = RichText.safeParse(view.body.body);
    if (!document.success || wordCount(document.data) === 0) throw new AmberdeskError('minutes.empty');
    editRecord(session, view.id, { status: 'approved', approvedOn: on, approvedAt: at });
    return true;
  });
}

/**
 * Opens approved minutes again with a reason, which is kept with them: they are a draft until they are approved anew. All
 * of them or none. Throws `minutes.bySecretariat`, `minutes.reasonless`, `minutes.notApproved` and what editing throws.
 */
export function reopenMinutes(session: Session, ids: readonly RecordId[], reason: string): RecordId[] {
  const { surroundings } = session;
  const said = reason.trim();
  if (said === '') throw new AmberdeskError('minutes.reasonless');
  return actOnEach(session, ids, ({ id, body }) => {
    if (body.status !== 'approved') throw new AmberdeskError('minutes.notApproved');
    const before = objects(body.reopenings).toSorted(compareEntries);
    const order = generateKeyBetween(text(before.at(-1)?.order) || null, null);
    const entry = { id: surroundings.randomId(), order, on: dateOf(surroundings.now()), reason: said };
    editRecord(session, id, {
      status: 'draft',
      approvedOn: undefined,
      approvedAt: undefined,
      reopenings: [...before, entry],
    });
    return true;
  });
}

/** Each is a step of its own in the local history, whatever was being typed. Gives what changed. */
function actOnEach(session: Session, ids: readonly RecordId[], act: (view: RecordView) => boolean): RecordId[] {
  const { vault, surroundings } = session;
  if (vault.installation.role !== 'secretariat') throw new AmberdeskError('minutes.bySecretariat');
  return inTransaction(session, (changed) => {
    for (const id of new Set(ids)) {
      naming(id, () => {
        const view = readRecord(vault, id);
        if (view.kind !== 'minutes' || view.deleted) throw new AmberdeskError('record.missing');
        cutDraft(vault, id, surroundings.now());
        if (!act(view)) return;
        cutDraft(vault, id, surroundings.now());
        changed.add(id);
      });
    }
    return [...changed];
  });
}

/** The day of that moment, in the time of the world: approvals are told by the day, and by where they were given. */
function dateOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
