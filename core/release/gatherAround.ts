import { RecordId } from '../../domain/records/ids.ts';
import { type SignedRevision, SignedRevision as SignedRevisionSchema } from '../../domain/records/revision.ts';
import { subjectsOf } from '../../domain/release/comments.ts';
import { ownerOf } from '../../domain/release/context.ts';
import type { Material, ReleasableRecord } from '../../domain/release/material.ts';
import { findRecord } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

const statementsOf = preparedOnce((sqlite) => ({
  lines: sqlite.prepare<[string], { id: string; line: string }>(
    'SELECT id, line FROM revision WHERE record = ? ORDER BY rowid',
  ),
  portions: sqlite.prepare<[string], string>("SELECT source FROM link WHERE target = ? AND field = 'paper'").pluck(),
}));

/**
 * What bears on the release of a few records: themselves with their histories, what they belong to, what comments are
 * on and answer, and the portions of papers. The gate says the same of these records as it would with everything laid
 * before it (a property test holds that); the rest of the vault is not read.
 *
 * For the board's own people only: numbers of the open series need all records.
 */
export function gatherAround(vault: Vault, wanted: ReadonlySet<string>): Material {
  const statements = statementsOf(vault.sqlite);
  const records = new Map<string, ReleasableRecord>();
  const histories = new Map<string, readonly SignedRevision[]>();
  const lines = new Map<string, string>();
  const open = [...wanted];
  const readHistory = (id: string): readonly SignedRevision[] => {
    const known = histories.get(id);
    if (known !== undefined) return known;
    const rows = statements.lines.all(id);
    const history = rows.map(({ line }) => SignedRevisionSchema.parse(JSON.parse(line)));
    for (const { id: revision, line } of rows) lines.set(revision, line);
    histories.set(id, history);
    return history;
  };
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const row = records.has(id) ? undefined : findRecord(vault, id);
    if (row === undefined) continue;
    records.set(id, { ...row, id: RecordId.parse(id) });
    if (wanted.has(id) || row.kind === 'comment') readHistory(id);
    const owner = ownerOf(row);
    if (owner !== undefined) open.push(owner);
    if (row.kind === 'comment') {
      for (const body of [row.body, ...readHistory(id).map((revision) => revision.body)])
        open.push(...subjectsOf(body));
    }
    if (wanted.has(id)) open.push(...statements.portions.all(id));
  }
  const sorted = [...records.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { records: sorted, wanted, histories, lines };
}
