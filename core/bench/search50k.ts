import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { searchText } from '../../domain/library/searchText.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { text } from '../../domain/records/text.ts';
import { search } from '../library/search.ts';
import { type BenchResult, median, percentile, rounded } from './benchResult.ts';
import { type Corpus, createCorpus, numbersFrom } from './corpus.ts';
import { fillWithCorpus, openBenchVault, RECORDS } from './corpusVault.ts';

const QUERIES = 200;
const RUNS = 3;
const LIMIT_MS = 50;

/**
 * The 95th percentile, in milliseconds, over 200 queries of words, phrases and prefixes in an encrypted vault of
 * 50,000 records of about 150 words; each answer complete, with its page of hits, snippets and counts. The peer is
 * plain SQLite FTS5, unencrypted, ranking the same queries over the same texts with its own snippets.
 */
export async function search50k(): Promise<BenchResult> {
  const corpus = createCorpus();
  const queries = queriesFrom(corpus);
  const { session, close } = await openBenchVault();
  const peer = openPeer(corpus);
  try {
    fillWithCorpus(session, corpus);
    const runs = Array.from({ length: RUNS }, () => ({
      ours: percentile(
        queries.map((query) => millisecondsOf(() => search(session.vault, query))),
        0.95,
      ),
      theirs: percentile(
        queries.map((query) => millisecondsOf(() => peer.search(query))),
        0.95,
      ),
    }));
    const value = median(runs.map((run) => run.ours));
    const peerValue = median(runs.map((run) => run.theirs));
    return {
      name: 'search-50k',
      unit: 'ms',
      value: rounded(value),
      peer: 'SQLite FTS5, unencrypted',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: LIMIT_MS,
      limitOf: 'value',
    };
  } finally {
    peer.close();
    close();
  }
}

/** One third single words, one third phrases of two or three words, one third beginnings of words. */
function queriesFrom(corpus: Corpus): string[] {
  const next = numbersFrom(99);
  return Array.from({ length: QUERIES }, (_, index) => {
    if (index % 3 === 0) return corpus.excerpt(next, RECORDS, 1);
    if (index % 3 === 1) return `"${corpus.excerpt(next, RECORDS, 2 + (index % 2))}"`;
    return `${corpus.excerpt(next, RECORDS, 1).slice(0, 2 + (index % 4))}*`;
  });
}

function millisecondsOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function openPeer(corpus: Corpus): { search(query: string): unknown; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'amberdesk-bench-'));
  const sqlite = new Database(join(folder, 'peer.db'));
  sqlite.exec('CREATE VIRTUAL TABLE peer USING fts5(title, text, tokenize = "unicode61 remove_diacritics 2")');
  const insert = sqlite.prepare<[string, string]>('INSERT INTO peer (title, text) VALUES (?, ?)');
  sqlite.transaction(() => {
    for (let index = 0; index < RECORDS; index++) {
      const { kind, body } = corpus.record(index);
      insert.run(text(body.title), searchText(kindOf(kind), body, text(body.title)));
    }
  })();
  const select = sqlite.prepare<[string]>(
    `SELECT rowid, title, snippet(peer, 1, '[', ']', '…', 30) FROM peer
     WHERE peer MATCH ? ORDER BY bm25(peer, 8.0, 1.0) LIMIT 50`,
  );
  return {
    search: (query) => select.all(/^["*]/.test(query) ? query : quoted(query)),
    close() {
      sqlite.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function quoted(query: string): string {
  return query.endsWith('*') ? `"${query.slice(0, -1)}"*` : `"${query}"`;
}
