import { AmberdeskError } from '../../domain/errors.ts';
import type { Handling } from '../../domain/handling/handling.ts';
import type { FieldConflict } from '../../domain/records/conflict.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { Body } from '../../domain/records/revision.ts';
import type { Vault } from '../vault/vault.ts';
import { keptFor } from './kept.ts';
import { conflictsOf, findDraft, findRecord, type RecordRow } from './rows.ts';

/** A record as a person sees it: the one head, or the merge of several, with the unshared edits on top. */
export interface RecordView {
  readonly id: RecordId;
  readonly kind: string;
  readonly title: string;
  readonly body: Body;
  readonly handling: Handling;
  /** Ids of the shared heads, sorted; none while it was never shared. */
  readonly heads: readonly string[];
  /** It has edits that were not shared yet. */
  readonly draft: boolean;
  /** Open questions. While there is one, the record is neither edited nor released. */
  readonly conflicts: readonly FieldConflict[];
  readonly conflicted: boolean;
  readonly deleted: boolean;
  /** Whole minutes, UTC. */
  readonly updated: string;
  readonly originator: string;
  /** Of a kind from a newer version: shown, carried and not changed. */
  readonly unknown: boolean;
  /** Of a deleted record that was joined with another: the one that stands for it. */
  readonly joined?: RecordId;
}

/** The record as it is now. Throws `record.missing`. */
export function readRecord(vault: Vault, id: RecordId): RecordView {
  const row = requireRecord(vault, id);
  return viewOf(vault, row, findDraft(vault, id) !== undefined);
}

/** Whether there is such a record here, deleted ones included. */
export function hasRecord(vault: Vault, id: RecordId): boolean {
  return findRecord(vault, id) !== undefined;
}

export function requireRecord(vault: Vault, id: RecordId): RecordRow {
  const row = findRecord(vault, id);
  if (row === undefined) throw new AmberdeskError('record.missing', { record: id });
  return row;
}

export function viewOf(vault: Vault, row: RecordRow, draft: boolean): RecordView {
  const joined = row.deleted ? keptFor(vault, row.id) : undefined;
  return {
    ...row,
    id: RecordId.parse(row.id),
    draft,
    conflicts: row.conflicted ? conflictsOf(vault, row.id) : [],
    unknown: kindOf(row.kind) === undefined,
    ...(joined === undefined ? {} : { joined }),
  };
}
