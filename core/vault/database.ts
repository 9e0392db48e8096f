import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '../../drizzle/schema.ts';
import Database from './driver.ts';

export type Sqlite = Database.Database;
export type Orm = BetterSQLite3Database<typeof schema>;

/** One open connection to a vault's database: the driver, and drizzle over it. */
export interface VaultDatabase {
  readonly sqlite: Sqlite;
  readonly orm: Orm;
}

/** Pages of the database that a connection keeps in memory, decrypted, in KiB: an import touches many. */
export const CACHE_KIB = 64 * 1024;

/**
 * Opens an encrypted database in SQLCipher 4 format with a raw 256-bit key, and sets it for durability: WAL,
 * `synchronous=FULL`, `fullfsync`, foreign keys, temporary store in memory. Throws the driver's error when the key is
 * wrong or the file is damaged, or missing where `mustExist` says it must be there. A `copy` keeps the journal mode it
 * has, so that reading it changes none of its bytes. Does not migrate.
 */
export function openDatabase(
  file: string,
  key: Uint8Array,
  options: { readonly?: boolean; mustExist?: boolean; copy?: boolean } = {},
): VaultDatabase {
  const sqlite = new Database(file, { readonly: options.readonly ?? false, fileMustExist: options.mustExist ?? false });
  try {
    presentKey(sqlite, key);
    sqlite.pragma('temp_store=MEMORY');
    if (!options.readonly && !options.copy) sqlite.pragma('journal_mode=WAL');
    sqlite.pragma('synchronous=FULL');
    sqlite.pragma('fullfsync=1');
    sqlite.pragma('checkpoint_fullfsync=1');
    sqlite.pragma('foreign_keys=ON');
    sqlite.pragma('busy_timeout=10000');
    // What is deleted is overwritten where that costs no further page; all pages are encrypted in any case.
    sqlite.pragma('secure_delete=FAST');
    sqlite.pragma(`cache_size=-${CACHE_KIB}`);
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return { sqlite, orm: drizzle({ client: sqlite, schema, casing: 'snake_case' }) };
}

/** What a connection that reads and writes a great deal once keeps in memory, in KiB. */
const LESS_KIB = 24 * 1024;

/** Lets a connection keep fewer pages in memory than others do. */
export function keepLess({ sqlite }: Pick<VaultDatabase, 'sqlite'>): void {
  sqlite.pragma(`cache_size=-${LESS_KIB}`);
}

/** SQLCipher 4's parameters and a raw key, so that no passphrase is stretched by the database itself. */
function presentKey(sqlite: Sqlite, key: Uint8Array): void {
  sqlite.pragma("cipher='sqlcipher'");
  sqlite.pragma('legacy=4');
  sqlite.pragma(`key="x'${hexOf(key)}'"`);
}

/**
 * Encrypts a database file that nobody has open again under another raw key, in place: for copies only, because a
 * crash on the way leaves it readable by neither. Throws the driver's error when `key` does not open it.
 */
export function rekeyDatabase(file: string, key: Uint8Array, newKey: Uint8Array): void {
  const { sqlite } = openDatabase(file, key, { mustExist: true });
  try {
    sqlite.pragma('journal_mode=DELETE');
    sqlite.pragma(`rekey="x'${hexOf(newKey)}'"`);
    sqlite.pragma('journal_mode=WAL');
  } finally {
    sqlite.close();
  }
}

/** Reads every page: gives `ok`, or what SQLite and SQLCipher's page digests find wrong. */
export function checkIntegrity(database: VaultDatabase): string {
  try {
    return String(database.sqlite.pragma('integrity_check', { simple: true }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function hexOf(key: Uint8Array): string {
  return Buffer.from(key).toString('hex');
}
