import type { InstallationId } from '../../domain/records/ids.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import type { Lack } from '../../domain/release/lacking.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { heldBy } from './held.ts';

const statementsOf = preparedOnce((sqlite) => ({
  ids: sqlite.prepare<[], string>('SELECT id FROM revision ORDER BY id').pluck(),
  row: sqlite.prepare<[string], { record: string; author: string }>('SELECT record, author FROM revision WHERE id = ?'),
}));

/**
 * What at least one of these installations lacks of what is shared here, before the gate is asked: what it has neither
 * acknowledged nor written itself. Reads the ids of all revisions, and more only of those that are lacking.
 */
export function lackedBy(vault: Vault, installations: readonly InstallationId[]): Lack {
  const { ids, row } = statementsOf(vault.sqlite);
  const shared = ids.all();
  const lacking = new Set<string>();
  const records = new Set<string>();
  const all = installations.map((installation) => ({ installation, held: heldBy(vault, installation) }));
  for (const { installation, held } of all) {
    for (const id of held.revisions.reduce(without, shared)) {
      const found = row.get(id);
      if (found === undefined || (found.author === installation && held.hasOwn(id))) continue;
      lacking.add(id);
      records.add(found.record);
    }
  }
  return {
    records,
    lacks: (revision) => lacking.has(revision),
    lacksAttachment: (sha256) => !all.every(({ held }) => held.attachments.has(sha256)),
  };
}

/** What of one sorted list is not in another; in a third of the time that a set of as many texts takes. */
function without(ids: readonly string[], held: readonly string[]): readonly string[] {
  const left: string[] = [];
  let at = 0;
  for (const id of ids) {
    for (let other = held[at]; other !== undefined && other < id; other = held[at]) at += 1;
    if (held[at] !== id) left.push(id);
  }
  return left;
}

/** The same with revisions that are not shared yet: nobody has those. */
export function withDrafts(lack: Lack, ahead: readonly SignedRevision[]): Lack {
  if (ahead.length === 0) return lack;
  const ids = new Set<string>(ahead.map(({ id }) => id));
  return {
    ...lack,
    records: lack.records.union(new Set<string>(ahead.map(({ record }) => record))),
    lacks: (revision) => ids.has(revision) || lack.lacks(revision),
  };
}
