import { CACHE_KIB, type VaultDatabase } from './database.ts';

/** SQLite's own measure: pages in the write-ahead log after which a commit copies them into the database. */
const USUAL_PAGES = 1000;

/** What a large transaction keeps in memory, in KiB: a page that has to give way is encrypted and written twice. */
const LARGE_CACHE_KIB = 48 * 1024;

/**
 * Does large work in a transaction of its own, whose commit leaves everything in the write-ahead log, synced. Copying a large log into the database is as
 * much work again and nobody waits for it: `checkpoint` does it afterwards, or the next commit.
 */
export function checkpointLater<T>({ sqlite }: Pick<VaultDatabase, 'sqlite'>, work: () => T): T {
  sqlite.pragma('wal_autocheckpoint=0');
  sqlite.pragma(`cache_size=-${LARGE_CACHE_KIB}`);
  try {
    return work();
  } finally {
    sqlite.pragma(`cache_size=-${CACHE_KIB}`);
    sqlite.pragma(`wal_autocheckpoint=${USUAL_PAGES}`);
  }
}

/** Copies what the write-ahead log holds into the database, as far as no reader needs it, waiting for nobody. */
export function checkpoint({ sqlite }: Pick<VaultDatabase, 'sqlite'>): void {
  sqlite.pragma('wal_checkpoint(PASSIVE)');
}
