import { type SignedRevision, SignedRevision as SignedRevisionSchema } from '../../domain/records/revision.ts';
import { revision } from '../../drizzle/schema.ts';
import type { Vault } from '../vault/vault.ts';

export interface SharedRevisions {
  /** By record. */
  readonly histories: ReadonlyMap<string, readonly SignedRevision[]>;
  /** By revision: the line of `records.jsonl`. */
  readonly lines: ReadonlyMap<string, string>;
}

/** All shared revisions of the vault. */
export function sharedRevisions(vault: Vault): SharedRevisions {
  const rows = vault.orm.select({ id: revision.id, record: revision.record, line: revision.line }).from(revision).all();
  const histories = Map.groupBy(
    rows.map(({ line }) => SignedRevisionSchema.parse(JSON.parse(line))),
    ({ record }) => String(record),
  );
  return { histories, lines: new Map(rows.map(({ id, line }) => [id, line])) };
}
