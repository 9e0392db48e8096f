import { numberFields } from '../../domain/handling/authority.ts';
import { ALIASES } from '../../domain/records/deletion.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { KINDS, kindOf } from '../../domain/records/kinds.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { text, texts } from '../../domain/records/text.ts';
import { isAbout, subjectsOf } from '../../domain/release/comments.ts';
import { ownerOf } from '../../domain/release/context.ts';
import type { Material, ReleasableRecord } from '../../domain/release/material.ts';
import { linkedInText, saidTexts } from '../../domain/release/speakers.ts';
import { findRecord } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

const statementsOf = preparedOnce((sqlite) => ({
  lines: sqlite.prepare<[string], { id: string; line: string }>(
    'SELECT id, line FROM revision WHERE record = ? ORDER BY rowid',
  ),
  numbered: sqlite
    .prepare<[{ kind: string; numbers: string }], string>(
      `SELECT id FROM record WHERE kind = $kind AND deleted = 0 AND (
         trim(json_extract(body, '$.number')) IN (SELECT value FROM json_each($numbers))
         OR trim(json_extract(body, '$.openNumber')) IN (SELECT value FROM json_each($numbers)))`,
    )
    .pluck(),
  joined: sqlite
    .prepare<[], string>(
      `SELECT id FROM record WHERE kind IN ('organisation', 'person') AND json_type(body, '$."${ALIASES}"') = 'array'`,
    )
    .pluck(),
  mappings: sqlite.prepare<[], { id: string; subject: string | null }>(
    "SELECT id, json_extract(body, '$.subject') AS subject FROM record WHERE kind = 'pseudonym'",
  ),
  under: sqlite
    .prepare<[string], string>(
      `SELECT id FROM record WHERE kind IN (SELECT value FROM json_each(?)) AND json_extract(body, '$.anonymity') IS NOT NULL`,
    )
    .pluck(),
  portions: sqlite
    .prepare<[string], string>("SELECT source FROM link WHERE target = ? AND field IN ('paper', 'version')")
    .pluck(),
}));

/**
 * What bears on the release of a few records: themselves with their histories, what they belong to, what comments are
 * on and answer, whom participants are, the portions of papers and what was blacked out in them, what has the same number, and what bodies and persons were joined: a former id
 * names as much. The gate says the same of these records as it would with everything laid
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
    const history = rows.map(({ id: revision, line }) => {
      lines.set(revision, line);
      // What lies here was checked when it was written.
      const read: SignedRevision = JSON.parse(line);
      return read;
    });
    histories.set(id, history);
    return history;
  };
  const follow = (): void => {
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const row = records.has(id) ? undefined : findRecord(vault, id);
      if (row === undefined) continue;
      records.set(id, { ...row, id: RecordId.parse(id) });
      if (wanted.has(id) || isAbout(row.kind)) readHistory(id);
      const owner = ownerOf(row);
      if (owner !== undefined) open.push(owner);
      for (const field of kindOf(row.kind)?.onlyWith ?? []) {
        for (const { body } of [row, ...readHistory(id)]) open.push(text(body[field]));
      }
      if (isAbout(row.kind)) {
        for (const body of [row.body, ...readHistory(id).map((revision) => revision.body)])
          open.push(...subjectsOf(row.kind, body));
      }
      if (wanted.has(id)) open.push(...statements.portions.all(id));
      if (wanted.has(id)) {
        for (const body of [row.body, ...readHistory(id).map((revision) => revision.body)])
          open.push(...saidTexts(row.kind, body).flatMap(linkedInText));
      }
    }
  };
  follow();
  open.push(...withFormerIds(vault), ...underPseudonyms(vault));
  open.push(...sharingNumbers(vault, records.values()));
  follow();
  const sorted = [...records.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { records: sorted, wanted, histories, lines };
}

/** The bodies and persons that were joined with others, and what is left of those. */
function withFormerIds(vault: Vault): string[] {
  return statementsOf(vault.sqlite)
    .joined.all()
    .flatMap((id) => [id, ...texts(findRecord(vault, id)?.body[ALIASES])]);
}

/** Those who appear under another name, and what those names are made of: links to them are not as they stand. */
function underPseudonyms({ sqlite }: Vault): string[] {
  const { mappings, under } = statementsOf(sqlite);
  return [...mappings.all().flatMap(({ id, subject }) => [id, subject ?? '']), ...under.all(VEILED_KINDS)];
}

/** The kinds of which records may appear under another name. */
const VEILED_KINDS = JSON.stringify(KINDS.filter(({ anonymity }) => anonymity !== undefined).map(({ name }) => name));

/** Records that have a number which one of these has. */
function sharingNumbers({ sqlite }: Vault, records: Iterable<ReleasableRecord>): string[] {
  const numbers = new Map<string, Set<string>>();
  for (const { kind, body } of records) {
    for (const field of numberFields(kind)) {
      const number = `${body[field] ?? ''}`.trim();
      if (number !== '') numbers.set(kind, (numbers.get(kind) ?? new Set()).add(number));
    }
  }
  const { numbered } = statementsOf(sqlite);
  return [...numbers].flatMap(([kind, all]) => numbered.all({ kind, numbers: JSON.stringify([...all]) }));
}
