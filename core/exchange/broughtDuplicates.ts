import type { z } from 'zod';
import type { Preview } from '../../contract/exchange/received.ts';
import { DUPLICATE_FIELDS, likelyDuplicates } from '../../domain/records/duplicates.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { JOINED_KINDS } from '../records/duplicates/joinRecords.ts';
import { toldApart } from '../records/duplicates/toldApart.ts';
import { columnStore } from '../records/register/columnStore.ts';
import { titleOf } from '../records/title.ts';
import type { Vault } from '../vault/vault.ts';
import type { ComparedRecord, PreviewLine } from './recordComparison.ts';

type Brought = z.infer<typeof Preview>['duplicates'][number];

/** A record of a bundle, as far as it may be the same as another one. */
export interface BroughtRecord {
  readonly line: PreviewLine;
  /** What it says with the bundle, in the fields that tell; absent for kinds that are never joined. */
  readonly body?: JsonObject;
}

/** What is looked at of a compared record. */
export function asBrought({ line, after }: ComparedRecord): BroughtRecord {
  if (!JOINED_KINDS.includes(line.kind) || after?.deleted !== false) return { line };
  const { body } = after;
  return { line, body: Object.fromEntries(Object.entries(body).filter(([field]) => DUPLICATE_FIELDS.includes(field))) };
}

/**
 * Persons and organisations of a bundle that are likely the same as others in it or here, but for those that a person
 * told apart. Only pairs of which the bundle brings one, or brought it.
 */
export function broughtDuplicates(vault: Vault, compared: readonly BroughtRecord[]): Brought[] {
  if (compared.every(({ body }) => body === undefined)) return [];
  const bodies = new Map<string, { readonly kind: string; readonly body: JsonObject }>();
  for (const { id, kind, fields, deleted } of columnStore(vault).records.values()) {
    if (!deleted && JOINED_KINDS.includes(kind)) bodies.set(id, { kind, body: fields });
  }
  const came = new Set<string>();
  for (const { line, body } of compared) {
    if (body === undefined) continue;
    bodies.set(line.record, { kind: line.kind, body });
    if (line.brought === 'new' || line.brought === 'changed') came.add(line.record);
  }
  const apart = toldApart(vault);
  const titled = (id: string) => {
    const { kind, body } = bodies.get(id) ?? { kind: '', body: {} };
    return { record: RecordId.parse(id), title: titleOf(kind, body) };
  };
  return likelyDuplicates([...bodies].map(([id, rest]) => ({ id, ...rest })))
    .filter(({ one, other }) => (came.has(one) || came.has(other)) && !apart.has(`${one} ${other}`))
    .map(({ one, other }) => ({ kind: bodies.get(one)?.kind ?? '', one: titled(one), other: titled(other) }));
}
