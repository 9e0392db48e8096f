import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { is } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openDatabase, type VaultDatabase } from '../../core/vault/database.ts';
import { migrate } from '../../core/vault/migrate.ts';
import * as schema from '../../drizzle/schema.ts';
import { aFolder } from '../helpers/aVault.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function aMigratedDatabase(): VaultDatabase {
  const database = openDatabase(join(aFolder(), 'vault.db'), randomBytes(32));
  onTestFinished(() => {
    database.sqlite.close();
  });
  migrate(database);
  return database;
}

const Named = z.object({ name: z.string(), sql: z.string() });
const Column = z.object({ name: z.string(), type: z.string(), notnull: z.number(), pk: z.number() });

describe('the schema', () => {
  it('needs no migration that is not there', () => {
    const folder = join(aFolder('migrations-'), 'migrations');
    cpSync(join(ROOT, 'drizzle', 'migrations'), folder, { recursive: true });
    const before = readdirSync(folder, { recursive: true });
    const out = ['--out', relative(ROOT, folder), '--schema', './drizzle/schema.ts'];
    const options = ['--dialect', 'sqlite', '--casing', 'snake_case', ...out];
    const drizzleKit = join(ROOT, 'node_modules', 'drizzle-kit', 'bin.cjs');
    const said = execFileSync(process.execPath, [drizzleKit, 'generate', ...options], { cwd: ROOT, encoding: 'utf8' });
    expect(said).toContain('No schema changes');
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it('is what the migrations make, column by column', () => {
    const database = aMigratedDatabase();
    const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      const { name, columns, primaryKeys } = getTableConfig(table);
      const key = new Set(primaryKeys.flatMap((entry) => entry.columns.map((column) => column.name)));
      const declared = columns.map((column) => ({
        name: toSnakeCase(column.name),
        type: column.getSQLType(),
        notnull: column.notNull,
        key: column.primary || key.has(column.name),
      }));
      const made = z
        .array(Column)
        .parse(database.sqlite.pragma(`table_info(${name})`))
        .map(({ pk, notnull, type, ...column }) => ({
          ...column,
          type: type.toLowerCase(),
          notnull: notnull === 1,
          key: pk > 0,
        }));
      expect(made.toSorted(byName), name).toEqual(declared.toSorted(byName));
    }
  });

  it('reads as it was last agreed', async () => {
    const rows = aMigratedDatabase()
      .sqlite.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
      .all();
    const text = z
      .array(Named)
      .parse(rows)
      .toSorted(byName)
      .map(({ sql }) => `${sql};\n`)
      .join('\n');
    await expect(text).toMatchFileSnapshot('schema.snapshot.sql');
  });
});

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}
