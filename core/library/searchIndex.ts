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

/** Puts records into the index, or replaces what it has of them. Part of the transaction that changes the records. */
export function indexEntries(vault: Index, entries: readonly IndexEntry[]): void {
  const index = openIndex(vault, entries.length);
  index.add(entries);
  index.close();
}

/**
 * Records in the order in which they are best put into the index: that of their row ids, because FTS5 writes a segment
 * each time that a row id is lower than the one before. New ones are last.
 */
export function inIndexOrder(vault: Index, records: Iterable<string>): string[] {
  const all = statements(vault);
  const placed = [...records].map((record) => ({ record, rowid: all.rowid.get(record)?.rowid ?? LAST }));
  return placed.sort((one, other) => one.rowid - other.rowid).map(({ record }) => record);
}

/** Indexes records in several parts, all in the caller's transaction. */
export interface OpenIndex {
  add(entries: readonly IndexEntry[]): void;
  /** Ends it; nothing is added after. */
  close(): void;
}

/** Words that wait to be noted, at most: each is noted once, and sorted ones in half the time. */
const WORDS = 100_000;

/** Opens the index for about so many records, best in the order that `inIndexOrder` gives. */
export function openIndex(vault: Index, expected: number): OpenIndex {
  const all = statements(vault);
  const isBulk = expected >= BULK;
  const words = new Set<string>();
  if (isBulk) all.stopMerging.run();

  function noteWords(): void {
    for (const word of [...words].sort()) all.addWord.run(word);
    words.clear();
  }

  function add({ record, kind, label, deleted, ...entry }: IndexEntry, known: number | undefined): void {
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
    if (words.size > WORDS) noteWords();
  }

  return {
    add(entries) {
      const placed = entries.map((entry) => ({ entry, rowid: all.rowid.get(entry.record)?.rowid }));
      placed.sort((one, other) => (one.rowid ?? LAST) - (other.rowid ?? LAST));
      for (const { entry, rowid } of placed) add(entry, rowid);
    },
    close() {
      if (isBulk) all.startMerging.run();
      noteWords();
    },
  };
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
