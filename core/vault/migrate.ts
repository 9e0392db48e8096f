import { readMigrationFiles } from 'drizzle-orm/migrator';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { migrationsPath } from '../files/places.ts';
import type { VaultDatabase } from './database.ts';

const Latest = z.object({ at: z.number().nullable() });
const TABLE = '__drizzle_migrations';

/**
 * Brings the database to this version's schema, in one transaction and with drizzle's own bookkeeping. Safe to call on
 * one that is there already. Foreign keys are off meanwhile, because a rebuilt table would drop its children's rows and
 * SQLite ignores the switch inside a transaction; they are checked before it commits. Throws `vault.damaged` when that
 * check finds something.
 *
 * Not drizzle's migrator: when the disk is full SQLite has rolled back by itself, and the migrator's own ROLLBACK then
 * fails and hides why.
 */
export function migrate({ sqlite }: Pick<VaultDatabase, 'sqlite'>, folder: string = migrationsPath()): void {
  sqlite.pragma('foreign_keys=OFF');
  try {
    sqlite.transaction(() => {
      const columns = 'id INTEGER PRIMARY KEY AUTOINCREMENT, hash text NOT NULL, created_at numeric';
      sqlite.exec(`CREATE TABLE IF NOT EXISTS ${TABLE} (${columns})`);
      const { at } = Latest.parse(sqlite.prepare(`SELECT max(created_at) AS at FROM ${TABLE}`).get());
      const done = sqlite.prepare(`INSERT INTO ${TABLE} (hash, created_at) VALUES (?, ?)`);
      for (const migration of migrationsIn(folder)) {
        if (at !== null && migration.folderMillis <= at) continue;
        for (const statement of migration.sql) sqlite.exec(statement);
        done.run(migration.hash, migration.folderMillis);
      }
      const dangling = sqlite.prepare('PRAGMA foreign_key_check').all();
      if (dangling.length > 0) throw new AmberdeskError('vault.damaged', { danglingRows: dangling.length });
    })();
  } finally {
    sqlite.pragma('foreign_keys=ON');
  }
}

function migrationsIn(folder: string): ReturnType<typeof readMigrationFiles> {
  return readMigrationFiles({ migrationsFolder: folder });
}

/** How many migrations this version has. */
export function migrationCount(): number {
  return migrationsIn(migrationsPath()).length;
}

/** How the database's schema compares with this version's: `empty` before the first migration. */
export function schemaAge(database: VaultDatabase): 'empty' | 'older' | 'current' | 'newer' {
  const table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?";
  if (database.sqlite.prepare(table).get(TABLE) === undefined) return 'empty';
  const row = database.sqlite.prepare(`SELECT max(created_at) AS at FROM ${TABLE}`).get();
  const { at } = Latest.parse(row);
  if (at === null) return 'empty';
  const known = Math.max(...migrationsIn(migrationsPath()).map((file) => file.folderMillis));
  if (at === known) return 'current';
  return at > known ? 'newer' : 'older';
}
