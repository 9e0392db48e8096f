import { AmberdeskError } from '../../domain/errors.ts';
import { bornHandling } from '../../domain/handling/change.ts';
import type { Handling, Label, Mark } from '../../domain/handling/handling.ts';
import { checkFields } from '../../domain/records/checkBody.ts';
import { naturalId, type RecordId } from '../../domain/records/ids.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { Body } from '../../domain/records/revision.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { requireAuthority } from './handlingAfter.ts';
import { hasRecord, type RecordView, readRecord } from './recordView.ts';
import { refresh } from './refresh.ts';
import { writeDraft } from './rows.ts';
import { inTransaction } from './transaction.ts';

export interface CreateOptions {
  /** A random one unless told; a record with a natural key has the id that follows from it. */
  readonly id?: RecordId;
  /** Unless told, that with which the kind is born. A label alone starts with its own distribution. */
  readonly mark?: Mark;
  readonly label?: Label;
  readonly caveats?: readonly string[];
  readonly chathamHouse?: boolean;
  readonly expires?: string | undefined;
}

/**
 * Makes a record, as a draft until it is shared. Throws `record.kind`, `record.invalid` (details: fields),
 * `record.exists` (details: the id) when one of that id or natural key is here, deleted ones included,
 * `record.numbersBySecretariat`.
 */
export function createRecord(session: Session, kindName: string, body: Body, options: CreateOptions = {}): RecordView {
  const { vault, surroundings } = session;
  const kind = kindOf(kindName);
  if (kind === undefined) throw new AmberdeskError('record.kind', { kind: kindName });
  requireFit(kind, body);
  const id = idOf(kind, body, options.id) ?? surroundings.randomId();
  const handling = handlingOf(vault, kind, body, options);
  return inTransaction(session, (changed) => {
    if (hasRecord(vault, id)) throw new AmberdeskError('record.exists', { record: id });
    requireAuthority(vault, { id, kind: kindName, heads: [] }, { body, handling });
    const now = surroundings.now();
    writeDraft(vault, { record: id, kind: kindName, base: [], body, handling, since: now, updated: now });
    refresh(vault, [id]);
    changed.add(id);
    return readRecord(vault, id);
  });
}

function requireFit(kind: RecordKind, body: Body): void {
  if (!Body.safeParse(body).success) throw new AmberdeskError('record.invalid', { kind: kind.name });
  const faults = checkFields(kind, body).map(({ field, fault }) => `${field}: ${fault}`);
  if (faults.length > 0) throw new AmberdeskError('record.invalid', { kind: kind.name, faults });
}

function idOf(kind: RecordKind, body: Body, wanted: RecordId | undefined): RecordId | undefined {
  const key = kind.naturalKey?.(body);
  if (key === undefined) return wanted;
  const id = naturalId(kind.name, key);
  if (wanted !== undefined && wanted !== id)
    throw new AmberdeskError('record.invalid', { kind: kind.name, id: wanted });
  return id;
}

/** What is born private stays so: it belongs to this installation and not to its organisation. */
function handlingOf({ installation }: Vault, kind: RecordKind, body: Body, options: CreateOptions): Handling {
  const { mark, label, caveats = [], chathamHouse = false, expires } = options;
  if (kind.bornPrivate && (mark?.label ?? label ?? 'PRIVATE') !== 'PRIVATE') {
    throw new AmberdeskError('record.invalid', { kind: kind.name, label: mark?.label ?? label ?? '' });
  }
  const author = { organisation: installation.organisation, person: installation.seat };
  const born = bornHandling(kind, author, { body, ...(label && { label }), ...(mark && { mark }) });
  return { ...born, caveats: [...caveats], chathamHouse, ...(expires === undefined ? {} : { expires }) };
}
