import { type Housed, homesOf } from '../../domain/library/home.ts';
import type { Query } from '../../domain/library/query.ts';
import { searchText } from '../../domain/library/searchText.ts';
import { type Comparison, type SnippetPart, snippetOf } from '../../domain/library/snippet.ts';
import { Provenance } from '../../domain/papers/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { formerNames } from '../records/formerNames.ts';
import { conflictsOf, findRecord } from '../records/rows.ts';
import type { Sqlite } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

/** A record that is named beside another. */
export interface NamedRecord {
  readonly record: RecordId;
  readonly kind: string;
  readonly title: string;
}

export interface Hit extends NamedRecord {
  /** The label that holds. */
  readonly label: string;
  readonly deleted: boolean;
  readonly conflicted: boolean;
  /** Of a paper: it comes from outside. */
  readonly provenance?: Provenance;
  /** Whole minutes, UTC. */
  readonly updated: string;
  /** The title with what matches told apart. */
  readonly titleParts: readonly SnippetPart[];
  /** Text around the densest match, as it is written; the title when only that matches. */
  readonly snippet: readonly SnippetPart[];
  /** What it belongs to, the widest first: the meeting, the paper that a note is on. */
  readonly homes: readonly NamedRecord[];
  /** The items of the agenda that a paper is for, by title. */
  readonly items: readonly NamedRecord[];
}

const statementsOf = preparedOnce((sqlite: Sqlite) => ({
  label: sqlite.prepare<[string], string>('SELECT label FROM search_document WHERE record = ?').pluck(),
  items: sqlite.prepare<[string], { id: string; kind: string; title: string }>(
    `SELECT record.id AS id, record.kind AS kind, title FROM link JOIN record ON record.id = link.source
     WHERE link.target = ? AND link.field = 'papers' AND record.deleted = 0 ORDER BY title, record.id`,
  ),
}));

/** Records as a search shows them, in the order given; those that are not here are left out. */
export function hitsOf(vault: Vault, records: readonly string[], query: Query, comparison: Comparison): Hit[] {
  const { label, items } = statementsOf(vault.sqlite);
  return records.flatMap((record): Hit[] => {
    const row = findRecord(vault, record);
    if (row === undefined) return [];
    const { kind, title, deleted, conflicted, updated } = row;
    const provenance = Provenance.safeParse(row.body.provenance);
    const conflicts = row.conflicted ? conflictsOf(vault, record) : [];
    const text = searchText(kindOf(kind), row.body, title, conflicts, formerNames(vault, row));
    const titleParts = snippetOf(title, query.terms, comparison);
    const snippet = snippetOf(text, query.terms, comparison);
    const homes = homesOf({ id: record, kind, fields: row.body }, (id) => findHome(vault, id));
    return [
      {
        record: RecordId.parse(record),
        kind,
        label: label.get(record) ?? '',
        title,
        deleted,
        conflicted,
        ...(provenance.success ? { provenance: provenance.data } : {}),
        updated,
        titleParts,
        snippet: snippet.some((part) => part.match) || query.terms.length === 0 ? snippet : titleParts,
        homes: homes.map(named),
        items: items.all(record).map(named),
      },
    ];
  });
}

function findHome(vault: Vault, id: string): (Housed & { readonly title: string }) | undefined {
  const row = findRecord(vault, id);
  return row && { id, kind: row.kind, title: row.title, fields: row.body };
}

function named({ id, kind, title }: { readonly id: string; readonly kind: string; readonly title: string }) {
  return { record: RecordId.parse(id), kind, title };
}
