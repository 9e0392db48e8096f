import type { z } from 'zod';
import type { Preview } from '../../contract/exchange/received.ts';
import { likelyDuplicates } from '../../domain/records/duplicates.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { JOINED_KINDS } from '../records/duplicates/joinRecords.ts';
import { toldApart } from '../records/duplicates/toldApart.ts';
import { columnStore } from '../records/register/columnStore.ts';
import { titleOf } from '../records/title.ts';
import type { Vault } from '../vault/vault.ts';
import type { ComparedRecord } from './recordComparison.ts';

type Brought = z.infer<typeof Preview>['duplicates'][number];

/**
 * Persons and organisations of a bundle that are likely the same as others in it or here, but for those that a person
 * told apart. Only pairs of which the bundle brings one, or brought it.
 */
export function broughtDuplicates(vault: Vault, compared: readonly ComparedRecord[]): Brought[] {
  const brought = compared.filter(({ line, after }) => JOINED_KINDS.includes(line.kind) && after?.deleted === false);
  if (brought.length === 0) return [];
  const bodies = new Map<string, { readonly kind: string; readonly body: JsonObject }>();
  for (const { id, kind, fields, deleted } of columnStore(vault).records.values()) {
    if (!deleted && JOINED_KINDS.includes(kind)) bodies.set(id, { kind, body: fields });
  }
  const came = new Set<string>();
  for (const { line, after } of brought) {
    if (after === undefined) continue;
    bodies.set(line.record, { kind: line.kind, body: after.body });
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
