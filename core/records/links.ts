import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { RecordId } from '../../domain/records/ids.ts';
import { link } from '../../drizzle/schema.ts';
import type { Vault } from '../vault/vault.ts';
import { withAliases } from './kept.ts';

/** One end of a link: the field that makes it, and the record at the other end. */
export interface LinkEnd {
  readonly field: string;
  readonly record: RecordId;
}

/** The records that this one points to. They need not be here. */
export function linksFrom(vault: Vault, id: RecordId): LinkEnd[] {
  const rows = vault.orm
    .select({ field: link.field, record: link.target })
    .from(link)
    .where(eq(link.source, id))
    .orderBy(asc(link.field), asc(link.target))
    .all();
  return rows.map((row) => ({ ...row, record: RecordId.parse(row.record) }));
}

/** The records that point to this one, or to one that was joined with it, with the field by which they do. */
export function linksTo(vault: Vault, id: RecordId): LinkEnd[] {
  const rows = vault.orm
    .select({ field: link.field, record: link.source })
    .from(link)
    .where(and(inArray(link.target, withAliases(vault, id)), ne(link.source, id)))
    .orderBy(asc(link.field), asc(link.source))
    .all();
  return rows.map((row) => ({ ...row, record: RecordId.parse(row.record) }));
}
