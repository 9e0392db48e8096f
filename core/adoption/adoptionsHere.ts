import { type AdoptionWay, AnswerSays } from '../../domain/adoption/kinds.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { listRecords } from '../records/listRecords.ts';
import { hasRecord, type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Vault } from '../vault/vault.ts';

/** An adoption that is here, not deleted. Throws `record.missing`. */
export function requireAdoption(vault: Vault, id: RecordId): RecordView {
  const view = readRecord(vault, id);
  if (view.kind !== 'adoption') throw new AmberdeskError('record.missing', { record: id });
  return view;
}

export function wayOf({ body }: Pick<RecordView, 'body'>): AdoptionWay {
  return body.way === 'inRoom' ? 'inRoom' : 'silence';
}

/** The answers to an adoption, by member. */
export function answersTo(vault: Vault, adoption: RecordId): ReadonlyMap<string, RecordView> {
  const all = listRecords(vault, { kind: 'answer', where: { adoption }, deleted: false });
  return new Map(all.map((view) => [text(view.body.organisation), view]));
}

export function saysIn({ body }: Pick<RecordView, 'body'>): AnswerSays {
  const read = AnswerSays.safeParse(body.says);
  // What is in dispute or from a newer version is not taken for consent.
  return read.success ? read.data : 'question';
}

/** A record as it is named beside an adoption; undefined when it is not here. */
export function namedHere(vault: Vault, id: unknown) {
  const record = RecordId.safeParse(id);
  if (!record.success || !hasRecord(vault, record.data)) return undefined;
  const row = findRecord(vault, record.data);
  return row === undefined ? undefined : { record: record.data, kind: row.kind, title: row.title };
}
