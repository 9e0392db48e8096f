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
    addPending: sqlite.prepare<[string]>('INSERT OR IGNORE INTO search_pending (record) VALUES (?)'),
    dropPending: sqlite.prepare<[string]>('DELETE FROM search_pending WHERE record = ?'),
    countPending: sqlite.prepare<[], number>('SELECT COUNT(*) FROM search_pending').pluck(),
    nextPending: sqlite
      .prepare<[number], string>(
        `SELECT search_pending.record FROM search_pending LEFT JOIN search_document USING (record)
         ORDER BY search_document.rowid LIMIT ?`,
      )
      .pluck(),
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

/** How many records wait for their words to be found: see `indexWords`. */
export function pendingWords(vault: Index): number {
  return statements(vault).countPending.get() ?? 0;
}

/** The next of them, at most so many, in the order in which they are best put into the index. */
export function nextPending(vault: Index, most: number): string[] {
  return statements(vault).nextPending.all(most);
}

/**
 * Notes that the words of records are put into the index later, and at once what results are filtered by. Until then they
 * are found by the words that they had. Part of the caller's transaction.
 */
export function indexLater(vault: Index, entries: readonly IndexEntry[]): void {
  const all = statements(vault);
  for (const { record, kind, label, deleted } of entries) {
    const flag = deleted ? 1 : 0;
    const known = all.rowid.get(record)?.rowid;
    if (known === undefined) all.addDocument.run(record, kind, label, flag);
    else all.changeDocument.run(kind, label, flag, known);
    all.addPending.run(record);
  }
}

/** Notes that nothing has to be put into the index for a record that is gone. Part of the caller's transaction. */
export function forgetPending(vault: Index, record: string): void {
  statements(vault).dropPending.run(record);
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
  /** Gives how many characters their words have. */
  add(entries: readonly IndexEntry[]): number;
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

  function add({ record, kind, label, deleted, ...entry }: IndexEntry, known: number | undefined): number {
    const flag = deleted ? 1 : 0;
    if (known !== undefined) {
      all.dropWords.run(known);
      all.changeDocument.run(kind, label, flag, known);
    }
    const rowid = known ?? Number(all.addDocument.run(record, kind, label, flag).lastInsertRowid);
    const title = foldedWords(entry.title);
    const text = foldedWords(searchText(kindOf(kind), entry.body, entry.title, entry.conflicts, entry.former));
    const found = text.join(' ');
    all.addWords.run(rowid, title.join(' '), found);
    all.dropPending.run(record);
    for (const word of title) words.add(word);
    for (const word of text) words.add(word);
    if (words.size > WORDS) noteWords();
    return found.length;
  }

  return {
    add(entries) {
      const placed = entries.map((entry) => ({ entry, rowid: all.rowid.get(entry.record)?.rowid }));
      placed.sort((one, other) => (one.rowid ?? LAST) - (other.rowid ?? LAST));
      return placed.reduce((sum, { entry, rowid }) => sum + add(entry, rowid), 0);
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
  all.dropPending.run(record);
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
    DELETE FROM search_pending;
  `);
}
