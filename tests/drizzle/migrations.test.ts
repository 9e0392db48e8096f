import { randomBytes } from 'node:crypto';
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { listBackups } from '../../core/vault/backups.ts';
import { openDatabase, type VaultDatabase } from '../../core/vault/database.ts';
import { migrate, migrationCount, schemaAge } from '../../core/vault/migrate.ts';
import { openVaultWithKey } from '../../core/vault/openVault.ts';
import { readSetting, writeSetting } from '../../core/vault/settings.ts';
import { aFolder, aVault, codeOf } from '../helpers/aVault.ts';

const FOLDER = fileURLToPath(new URL('../../drizzle/migrations', import.meta.url));
const Journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });
const journal = Journal.parse(JSON.parse(readFileSync(join(FOLDER, 'meta', '_journal.json'), 'utf8')));
const tags = journal.entries.map((entry) => entry.tag);

/** The migrations before the one of this name, and with it, as folders. */
function foldersAround(tag: string): { before: string; after: string } {
  const upTo = (count: number) => {
    const folder = join(aFolder(), 'migrations');
    cpSync(FOLDER, folder, { recursive: true });
    const shorter = { ...journal, entries: journal.entries.slice(0, count) };
    writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify(shorter));
    return folder;
  };
  const index = tags.indexOf(tag);
  return { before: upTo(index), after: upTo(index + 1) };
}

/** A real encrypted database as it was before a migration, rows inserted, and then migrated. */
function upgraded(tag: string, insert: (database: VaultDatabase) => void): VaultDatabase {
  const database = openDatabase(join(aFolder(), 'vault.db'), randomBytes(32));
  onTestFinished(() => {
    database.sqlite.close();
  });
  const { before, after } = foldersAround(tag);
  migrate(database, before);
  insert(database);
  migrate(database, after);
  return database;
}

/** Replaces a vault's database by one of the version before the last migration, with the same holder and settings. */
function makeOlder(file: string, key: Uint8Array): void {
  const { before } = foldersAround(tags.at(-1) ?? '');
  const older = openDatabase(`${file}.older`, key);
  migrate(older, before);
  const newer = openDatabase(file, key);
  for (const table of ['setting', 'installation_key', 'journal']) {
    for (const row of z.array(z.array(z.unknown())).parse(newer.sqlite.prepare(`SELECT * FROM ${table}`).raw().all())) {
      older.sqlite.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`).run(...row);
    }
  }
  newer.sqlite.close();
  older.sqlite.close();
  renameSync(`${file}.older`, file);
}

const all = (database: VaultDatabase, query: string): unknown[] => database.sqlite.prepare(query).all();

/** One test a migration: the old version, rows in it, the migration, and what became of them. */
const MIGRATIONS: Record<string, () => void> = {
  '0000_vault': () => {
    const database = upgraded('0000_vault', (empty) => expect(schemaAge(empty)).toBe('empty'));
    database.sqlite.exec(`INSERT INTO setting VALUES ('language', '"fr"')`);
    database.sqlite.exec(`INSERT INTO journal (at, act, detail, previous, digest) VALUES ('', '', '{}', '', '')`);
    expect(all(database, 'SELECT * FROM setting')).toEqual([{ name: 'language', value: '"fr"' }]);
  },
  '0001_search': () => {
    const revision = `INSERT INTO revision VALUES ('r', 'x', 'paper', '[]', 'a', 's', '2027-03-03T18:12Z', '{}', NULL)`;
    const database = upgraded('0001_search', ({ sqlite }) => sqlite.exec(revision));
    expect(all(database, 'SELECT id, kind FROM revision')).toEqual([{ id: 'r', kind: 'paper' }]);
    database.sqlite.exec(`INSERT INTO search_words (rowid, title, text) VALUES (1, 'bread riots', 'in the north')`);
    expect(all(database, `SELECT rowid FROM search_words WHERE search_words MATCH 'nor*'`)).toEqual([{ rowid: 1 }]);
    database.sqlite.exec('DELETE FROM search_words WHERE rowid = 1');
    expect(all(database, `SELECT rowid FROM search_words WHERE search_words MATCH 'nor*'`)).toEqual([]);
  },
  '0002_bundle_place': () => {
    const bundle = `INSERT INTO bundle VALUES ('b', 'in', 'd', 's', 'dossier', NULL, '', 'accepted', '{}', NULL)`;
    const database = upgraded('0002_bundle_place', ({ sqlite }) => sqlite.exec(bundle));
    expect(all(database, 'SELECT id, state FROM bundle')).toEqual([{ id: 'b', state: 'accepted' }]);
    database.sqlite.exec(`INSERT INTO bundle_place VALUES ('b', 'c', 1, NULL)`);
    expect(() => database.sqlite.exec(`INSERT INTO bundle_place VALUES ('b', 'c', 2, NULL)`)).toThrow(/UNIQUE/);
  },
  '0003_record_updated': () => {
    const record = `INSERT INTO record VALUES ('x', 'paper', '[]', '{}', '{}', 'Flood', 'o', 0, 0, '2027-03-03T18:12Z')`;
    const database = upgraded('0003_record_updated', ({ sqlite }) => sqlite.exec(record));
    expect(all(database, 'SELECT title FROM record')).toEqual([{ title: 'Flood' }]);
    const [plan] = z
      .array(z.object({ detail: z.string() }))
      .parse(all(database, 'EXPLAIN QUERY PLAN SELECT max(updated) FROM record'));
    expect(plan?.detail).toContain('record_updated');
  },
  '0004_directory': () => {
    const card = `INSERT INTO setting VALUES ('network', '"n"')`;
    const database = upgraded('0004_directory', ({ sqlite }) => sqlite.exec(card));
    expect(all(database, 'SELECT name FROM setting')).toEqual([{ name: 'network' }]);
  },
  '0005_receipts': () => {
    const staged = `INSERT INTO staged_revision VALUES ('b', 'r', 'x', 'paper', '{}', 'declined')`;
    const database = upgraded('0005_receipts', ({ sqlite }) => sqlite.exec(staged));
    const counted = 'SELECT bundle, state, COUNT(*) AS count FROM staged_revision GROUP BY bundle, state';
    expect(all(database, counted)).toEqual([{ bundle: 'b', state: 'declined', count: 1 }]);
    const [plan] = z.array(z.object({ detail: z.string() })).parse(all(database, `EXPLAIN QUERY PLAN ${counted}`));
    expect(plan?.detail).toContain('COVERING INDEX staged_state');
    const receipt = `INSERT INTO receipt VALUES ('in', 'b', 'c', 'accepted', '', '{}', 'd', 2, 1)`;
    database.sqlite.exec(receipt);
    expect(() => database.sqlite.exec(receipt)).toThrow(/UNIQUE/);
  },
  '0006_known_file': () => {
    const database = upgraded('0006_known_file', ({ sqlite }) => sqlite.exec(`INSERT INTO setting VALUES ('a', '1')`));
    expect(all(database, 'SELECT name FROM setting')).toEqual([{ name: 'a' }]);
    database.sqlite.exec(`INSERT INTO known_file VALUES ('m', 'sealed', '2027-03-03T18:12Z')`);
    expect(() => database.sqlite.exec(`INSERT INTO known_file VALUES ('m', 'opened', '')`)).toThrow(/UNIQUE/);
  },
  '0007_verified_how': () => {
    const known = `INSERT INTO directory_entry (installation, name, organisation, seat, role, signing_key, age_recipient, card, trust)
      VALUES ('i', 'Ada Morn', 'o', 's', 'member', '', '', '', 'verified')`;
    const database = upgraded('0007_verified_how', ({ sqlite }) => sqlite.exec(known));
    const found = all(database, 'SELECT name, verified_how AS how FROM directory_entry');
    expect(found).toEqual([{ name: 'Ada Morn', how: null }]);
  },
  '0008_search_pending': () => {
    const database = upgraded('0008_search_pending', ({ sqlite }) =>
      sqlite.exec(`INSERT INTO setting VALUES ('a', '1')`),
    );
    expect(all(database, 'SELECT name FROM setting')).toEqual([{ name: 'a' }]);
    database.sqlite.exec(`INSERT INTO search_pending VALUES ('r')`);
    expect(() => database.sqlite.exec(`INSERT INTO search_pending VALUES ('r')`)).toThrow(/UNIQUE/);
  },
  '0009_staged_line': () => {
    const staged = `INSERT INTO staged_revision VALUES ('b', 'r', 'x', 'paper', '{"a":1}', 'declined')`;
    const database = upgraded('0009_staged_line', ({ sqlite }) => sqlite.exec(staged));
    const { sqlite } = database;
    expect(all(database, 'SELECT * FROM staged_revision')).toEqual([
      { bundle: 'b', revision: 'r', record: 'x', kind: 'paper', state: 'declined' },
    ]);
    expect(all(database, 'SELECT bundle, revision, line FROM staged_line')).toEqual([
      { bundle: 'b', revision: 'r', line: '{"a":1}' },
    ]);
    expect(() => sqlite.exec(`INSERT INTO staged_line VALUES ('other', 'b', '{}')`)).toThrow(/FOREIGN KEY/);
    sqlite.exec(`DELETE FROM staged_revision`);
    expect(all(database, 'SELECT line FROM staged_line')).toEqual([]);
  },
};

describe('migrations', () => {
  it('have a test each', () => {
    expect(Object.keys(MIGRATIONS)).toEqual(tags);
    expect(migrationCount()).toBe(tags.length);
  });

  it.each(tags)('%s keeps what is there and adds what it says', (tag) => {
    MIGRATIONS[tag]?.();
  });

  it('can be applied again, and all or none of one run counts', async () => {
    const database = openDatabase(join(aFolder(), 'vault.db'), randomBytes(32));
    onTestFinished(() => {
      database.sqlite.close();
    });
    const [first = ''] = tags;
    const { after } = foldersAround(first);
    migrate(database, after);
    writeSetting(database, 'kept', true);
    expect(schemaAge(database)).toBe('older');
    const torn = join(aFolder(), 'torn');
    cpSync(FOLDER, torn, { recursive: true });
    const last = join(torn, `${tags.at(-1)}.sql`);
    writeFileSync(last, `${readFileSync(last, 'utf8')}\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);`);
    const before = all(database, 'SELECT name FROM sqlite_schema ORDER BY name');
    expect(await codeOf(() => migrate(database, torn))).toBe('SQLITE_ERROR');
    expect(all(database, 'SELECT name FROM sqlite_schema ORDER BY name')).toEqual(before);
    expect(schemaAge(database)).toBe('older');
    migrate(database);
    migrate(database);
    expect(schemaAge(database)).toBe('current');
    expect(readSetting(database, 'kept', z.boolean())).toBe(true);
    expect(database.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('come after a backup when an older vault is opened', async () => {
    const { vault, folder, key } = await aVault();
    writeSetting(vault, 'kept', 'since the older version');
    vault.close();
    makeOlder(join(folder, 'vault.db'), key);
    const opened = await openVaultWithKey(folder, key);
    expect(schemaAge(opened)).toBe('current');
    expect(readSetting(opened, 'kept', z.string())).toBe('since the older version');
    const [backup] = listBackups(folder);
    expect(backup?.reason).toBe('migration');
    const copy = openDatabase(join(backup?.path ?? '', 'vault.db'), key, { copy: true });
    expect(schemaAge(copy)).toBe('older');
    copy.sqlite.close();
    opened.close();
    (await openVaultWithKey(folder, key)).close();
    expect(listBackups(folder)).toHaveLength(1);
  });
});
