import { searchText } from '../../domain/library/searchText.ts';
import { foldedWords } from '../../domain/library/words.ts';
import type { FieldConflict } from '../../domain/records/conflict.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { Body } from '../../domain/records/revision.ts';
import type { Sqlite } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

/** What the index is told of a record: its view, and the open questions whose sides are found too. */
export interface IndexEntry {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly body: Body;
  readonly conflicts: readonly FieldConflict[];
  /** What records were called that were joined with it. */
  readonly former: readonly string[];
  /** The label that holds, for filtering. */
  readonly label: string;
  readonly deleted: boolean;
}

type Index = Pick<Vault, 'sqlite'>;

/**
 * An import of so many records does without joining FTS5's segments as it goes, in half the time; what follows joins
 * them little by little (4 at a time, its own choice).
 */
const BULK = 1_000;
const LAST = Number.MAX_SAFE_INTEGER;

function prepareAll(sqlite: Sqlite) {
  return {
    rowid: sqlite.prepare<[string], { rowid: number }>('SELECT rowid FROM search_document WHERE record = ?'),
    addDocument: sqlite.prepare<[string, string, string, number]>(
      'INSERT INTO search_document (record, kind, label, deleted) VALUES (?, ?, ?, ?)',
    ),
    changeDocument: sqlite.prepare<[string, string, number, number]>(
      'UPDATE search_document SET kind = ?, label = ?, deleted = ? WHERE rowid = ?',
    ),
    dropDocument: sqlite.prepare<[number]>('DELETE FROM search_document WHERE rowid = ?'),
    addWords: sqlite.prepare<[number, string, string]>(
      'INSERT INTO search_words (rowid, title, text) VALUES (?, ?, ?)',
    ),
    dropWords: sqlite.prepare<[number]>('DELETE FROM search_words WHERE rowid = ?'),
    stopMerging: sqlite.prepare("INSERT INTO search_words (search_words, rank) VALUES ('automerge', 0)"),
    startMerging: sqlite.prepare("INSERT INTO search_words (search_words, rank) VALUES ('automerge', 4)"),
    addWord: sqlite.prepare<[string]>('INSERT OR IGNORE INTO search_word (word) VALUES (?)'),
  };
}

const statementsOf = preparedOnce(prepareAll);
const statements = ({ sqlite }: Index) => statementsOf(sqlite);

/**
 * Puts records into the index, or replaces what it has of them. Part of the transaction that changes the records. In
 * the order of their row ids: FTS5 writes a segment each time that a row id is lower than the one before.
 */
export function indexEntries(vault: Index, entries: readonly IndexEntry[]): void {
  const all = statements(vault);
  const placed = entries.map((entry) => ({ entry, rowid: all.rowid.get(entry.record)?.rowid }));
  placed.sort((one, other) => (one.rowid ?? LAST) - (other.rowid ?? LAST));
  const words = new Set<string>();
  const isBulk = entries.length >= BULK;
  if (isBulk) all.stopMerging.run();
  for (const { entry, rowid: known } of placed) {
    const { record, kind, label, deleted } = entry;
    const flag = deleted ? 1 : 0;
    if (known !== undefined) {
      all.dropWords.run(known);
      all.changeDocument.run(kind, label, flag, known);
    }
    const rowid = known ?? Number(all.addDocument.run(record, kind, label, flag).lastInsertRowid);
    const title = foldedWords(entry.title);
    const text = foldedWords(searchText(kindOf(kind), entry.body, entry.title, entry.conflicts, entry.former));
    all.addWords.run(rowid, title.join(' '), text.join(' '));
    for (const word of title) words.add(word);
    for (const word of text) words.add(word);
  }
  if (isBulk) all.startMerging.run();
  for (const word of [...words].sort()) all.addWord.run(word);
}

/** Takes a record out of the index. Part of the caller's transaction. */
export function removeFromIndex(vault: Index, record: string): void {
  const all = statements(vault);
  const rowid = all.rowid.get(record)?.rowid;
  if (rowid === undefined) return;
  all.dropWords.run(rowid);
  all.dropDocument.run(rowid);
}

/** Empties the index. Part of the caller's transaction. */
export function emptyIndex({ sqlite }: Index): void {
  sqlite.exec(`
    INSERT INTO search_words (search_words) VALUES ('delete-all');
    DELETE FROM search_document;
    DELETE FROM search_word;
  `);
}
