import { fieldsOf, lastChanges } from '../../../domain/records/fieldChanges.ts';
import { DRAFT } from '../../../domain/records/history.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { type Json, sameJson } from '../../../domain/records/json.ts';
import { remembered } from '../../../domain/records/own.ts';
import { minuteOf } from '../../context.ts';
import type { Vault } from '../../vault/vault.ts';
import { requireRecord } from '../recordView.ts';
import { computeView } from '../refresh.ts';
import { cutTimesOf, findCut, findDraft, findRevision, type RecordRow } from '../rows.ts';
import { type Writer, writersOf } from './writers.ts';

/** Who changed a field last, and when: minutes, UTC. */
export interface FieldChange extends Writer {
  readonly field: string;
  readonly at: string;
  readonly shared: boolean;
  readonly version: string;
}

/**
 * Who changed each field of a record last, by the names of the fields; also fields that the draft removed. Fields of
 * which the history that is here does not tell are left out. Throws `record.missing`.
 */
export function readFieldChanges(vault: Vault, id: RecordId): FieldChange[] {
  const record = requireRecord(vault, id);
  const writer = writersOf(vault);
  const find = remembered((version: string) => findRevision(vault, version));
  const shared = computeView(vault, id, { draft: false });
  const changes = new Map<string, FieldChange>();
  if (shared !== undefined) {
    const versions = record.heads.flatMap((head) => find(head) ?? []);
    for (const [field, { id: version, at, author }] of lastChanges(shared, versions, find)) {
      changes.set(field, { field, at, shared: true, version, ...writer(author) });
    }
  }
  for (const [field, local] of localChanges(vault, record, shared === undefined ? new Map() : fieldsOf(shared))) {
    changes.set(field, { field, ...local, shared: false, ...writer() });
  }
  return [...changes.values()].sort((one, other) => (one.field < other.field ? -1 : 1));
}

/**
 * The fields in which a record with its draft differs from what is shared, with the oldest of the local steps that have
 * had the value of now without a break.
 */
function localChanges(
  vault: Vault,
  record: RecordRow,
  shared: ReadonlyMap<string, Json>,
): Map<string, Pick<FieldChange, 'at' | 'version'>> {
  const draft = findDraft(vault, record.id);
  if (draft === undefined) return new Map();
  const now = fieldsOf(record);
  const open = new Set([...now.keys(), ...shared.keys()].filter((name) => !sameJson(now.get(name), shared.get(name))));
  const typed = { at: minuteOf(draft.updated), version: DRAFT };
  const changes = new Map([...open].map((name): [string, typeof typed] => [name, typed]));
  for (const { id: number, at } of cutTimesOf(vault, record.id).reverse()) {
    if (open.size === 0) break;
    const cut = findCut(vault, record.id, number);
    const then = cut === undefined ? new Map<string, Json>() : fieldsOf(cut);
    for (const name of open) {
      if (sameJson(then.get(name), now.get(name))) changes.set(name, { at: minuteOf(at), version: `local:${number}` });
      else open.delete(name);
    }
  }
  return changes;
}
