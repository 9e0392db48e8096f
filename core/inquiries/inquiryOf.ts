import { AmberdeskError } from '../../domain/errors.ts';
import { naturalId, type RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import { listRecords } from '../records/listRecords.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import type { Session } from '../session.ts';

/** The inquiry of this id. Throws `record.missing` where it is none, or was deleted. */
export function requireInquiry({ vault }: Session, id: RecordId): RecordView {
  const record = readRecord(vault, id);
  if (record.kind !== 'inquiry' || record.deleted) throw new AmberdeskError('record.missing', { record: id });
  return record;
}

/** The entry of a ministry. Throws `record.missing`. */
export function requireMinistry({ id, body }: RecordView, ministry: string): JsonObject {
  const entry = objects(body.ministries).find((one) => text(one.id) === ministry);
  if (entry === undefined) throw new AmberdeskError('record.missing', { record: id });
  return entry;
}

/** What the ministries of an inquiry answered. */
export function answersTo({ vault }: Session, inquiry: RecordId): JsonObject[] {
  return listRecords(vault, { kind: 'ministryAnswer', where: { inquiry }, deleted: false }).map(({ body }) => body);
}

export const answerId = (inquiry: RecordId, ministry: string): RecordId =>
  naturalId('ministryAnswer', `${inquiry} ${ministry}`);
