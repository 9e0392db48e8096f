import { AmberdeskError } from '../../domain/errors.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import { checkFields, uneditableFields } from '../../domain/records/checkBody.ts';
import { DELETED } from '../../domain/records/deletion.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { isJson, type Json, sameJson } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { objectOf, own } from '../../domain/records/own.ts';
import type { Body } from '../../domain/records/revision.ts';
import type { Session } from '../session.ts';
import { changeRecord } from './changeRecord.ts';
import { handlingAfter } from './handlingAfter.ts';
import type { RecordView } from './recordView.ts';
import { requireRecord } from './recordView.ts';

/** New values by field; null or undefined removes a field. */
export type Changes = Readonly<Record<string, Json | undefined>>;

export interface EditOptions {
  /** What the person saw in these fields, null or undefined for nothing. */
  readonly base?: Changes;
  /** Another mark. Loosening it clears the content as it is after this edit. */
  readonly mark?: Mark;
  readonly caveats?: readonly string[];
  readonly chathamHouse?: boolean;
  readonly expires?: string | null;
  /** Clears changed content again at the mark that was cleared before. */
  readonly clearAgain?: boolean;
}

/**
 * Changes fields of a record, its handling, or both: one step of the draft, in one transaction. The fields that are
 * not named stay, also those that this version does not know. Throws `record.missing`, `record.kind`,
 * `record.conflict`, `record.invalid` (details: fields), `paper.unknownNodes`, `record.notOriginator`,
 * `record.numbersBySecretariat`, and `record.changedMeanwhile` (details: fields) where a field is no longer as the
 * person saw it.
 */
export function editRecord(
  session: Session,
  id: RecordId,
  changes: Changes = {},
  options: EditOptions = {},
): RecordView {
  return changeRecord(session, id, (record) => {
    requireBase(record.body, options.base ?? {});
    const body = changeFields(record.kind, record.body, changes);
    return { body, handling: handlingAfter(session.vault, record, body, options) };
  });
}

function requireBase(body: Body, base: Changes): void {
  const changed = Object.keys(base).filter((field) => !sameJson(own(body, field), base[field] ?? undefined));
  if (changed.length > 0) throw new AmberdeskError('record.changedMeanwhile', { fields: changed });
}

/** The body after the changes. Throws `record.kind`, `record.invalid`, `paper.unknownNodes`. */
function changeFields(kindName: string, body: Body, changes: Changes): Body {
  const kind = kindOf(kindName);
  if (kind === undefined) throw new AmberdeskError('record.kind', { kind: kindName });
  const given = Object.entries(changes).map(([field, value]) => [field, value ?? undefined] as const);
  if (!given.every(([field, value]) => field.isWellFormed() && (value === undefined || isJson(value)))) {
    throw new AmberdeskError('record.invalid', { fields: given.map(([field]) => field) });
  }
  const faults = checkFields(kind, Object.fromEntries(given));
  if (faults.length > 0) throw new AmberdeskError('record.invalid', { kind: kindName, faults: faults.map(words) });
  const names = given.map(([field]) => field);
  const uneditable = uneditableFields(kind, body, names);
  if (uneditable.length > 0) throw new AmberdeskError('paper.unknownNodes', { fields: uneditable });
  return objectOf([...Object.entries(body).filter(([field]) => !names.includes(field)), ...given]);
}

const words = ({ field, fault }: { field: string; fault: string }) => `${field}: ${fault}`;

/**
 * Marks a record as deleted, with the reason; it stays, with its history, and can be restored. A record that was
 * never shared and is deleted never leaves. Throws as `editRecord` does, apart from fields.
 */
export function deleteRecord(session: Session, id: RecordId, reason: string): RecordView {
  if (reason.trim() === '' || !isJson(reason)) throw new AmberdeskError('record.invalid', { fields: [DELETED] });
  return changeRecord(session, id, (record) => {
    const body = { ...record.body, [DELETED]: { reason } };
    return { body, handling: handlingAfter(session.vault, record, body, {}) };
  });
}

/** Takes back a deletion. Does nothing to a record that is not deleted. Throws as `deleteRecord` does. */
export function restoreRecord(session: Session, id: RecordId): RecordView {
  requireRecord(session.vault, id);
  return changeRecord(session, id, (record) => {
    const { [DELETED]: _deleted, ...body } = record.body;
    return { body, handling: handlingAfter(session.vault, record, body, {}) };
  });
}
