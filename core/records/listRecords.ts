import { and, asc, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Json } from '../../domain/records/json.ts';
import { draft, record } from '../../drizzle/schema.ts';
import type { Vault } from '../vault/vault.ts';
import { type RecordView, viewOf } from './recordView.ts';

export interface ListRequest {
  readonly kind?: string;
  /** Fields of the body that have exactly this text, number or truth value. */
  readonly where?: Readonly<Record<string, RecordId | string | number | boolean>>;
  /** Deleted records only, or those that are not; both unless told. */
  readonly deleted?: boolean;
  readonly conflicted?: boolean;
  /** `title`, `updated` (the latest first), or a field of the body; always by id among equals. */
  readonly order?: string;
  readonly limit?: number;
}

/** The records that fit, as they are now; by id unless another order is asked for. */
export function listRecords(vault: Vault, request: ListRequest = {}): RecordView[] {
  const { kind, deleted, conflicted, where = {}, limit = -1 } = request;
  const conditions: (SQL | undefined)[] = [
    kind === undefined ? undefined : eq(record.kind, kind),
    deleted === undefined ? undefined : eq(record.deleted, deleted),
    conflicted === undefined ? undefined : eq(record.conflicted, conflicted),
    ...Object.entries(where).map(([field, value]) => sql`${fieldOf(field)} = ${comparable(value)}`),
  ];
  const rows = vault.orm
    .select({ ...getTableColumns(record), drafted: draft.record })
    .from(record)
    .leftJoin(draft, eq(draft.record, record.id))
    .where(and(...conditions))
    .orderBy(...orderOf(request.order), asc(record.id))
    .limit(limit)
    .all();
  return rows.map(({ drafted, ...row }) => viewOf(vault, row, drafted !== null));
}

function orderOf(order: string | undefined): SQL[] {
  if (order === undefined) return [];
  if (order === 'title') return [asc(record.title)];
  if (order === 'updated') return [desc(record.updated)];
  return [sql`${fieldOf(order)}`];
}

/** A field of the body, as SQLite's JSON functions give it: 1 and 0 for true and false. */
function fieldOf(field: string): SQL {
  return sql`json_extract(${record.body}, ${`$.${JSON.stringify(field)}`})`;
}

function comparable(value: Json): Json {
  return typeof value === 'boolean' ? Number(value) : value;
}
