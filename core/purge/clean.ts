import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { listBackups, writeDigests } from '../vault/backups.ts';
import { openDatabase, type Sqlite, type VaultDatabase } from '../vault/database.ts';
import { onDisk } from '../vault/diskErrors.ts';
import { vaultPaths } from '../vault/folder.ts';
import { appendJournal } from '../vault/journal.ts';
import { migrate, schemaAge } from '../vault/migrate.ts';
import type { Vault } from '../vault/vault.ts';
import { keepPurge, noteCleaned, type PurgeRow, uncleanPurges } from './purgeRows.ts';
import { takeAway } from './takeAway.ts';

/** How many backups beside the vault were cleaned, and how many could not be opened and still hold what was purged. */
export interface Cleaned {
  readonly cleaned: number;
  readonly unreachable: number;
}

/**
 * Removes what purges left behind: words of the search index, free pages of the database, and the same in every backup
 * beside the vault. Does nothing when nothing waits for it. What a crash interrupts is done when it is called again.
 * Must not be called inside a transaction. Throws `vault.full`, `vault.readOnly`, `job.cancelled`.
 */
export function cleanAfterPurges(session: Session, work: Work): Cleaned {
  const { vault, surroundings } = session;
  const purges = uncleanPurges(vault);
  if (purges.length === 0) return { cleaned: 0, unreachable: 0 };
  const backups = listBackups(vault.folder);
  const total = backups.length + 1;
  work.progress(0, total, 'purge.cleaning');
  onDisk('vault.db', () => scrub(vault.sqlite));
  let cleaned = 0;
  const files = new Set<string>();
  for (const [index, { path }] of backups.entries()) {
    work.progress(index + 1, total, 'purge.cleaning');
    const freed = onDisk('backups', () => cleanCopy(path, vault.key, purges));
    if (freed === undefined) continue;
    cleaned += 1;
    for (const file of freed) files.add(file);
  }
  dropUnnamed(vault, files);
  const unreachable = backups.length - cleaned;
  vault.sqlite
    .transaction(() => {
      noteCleaned(vault);
      appendJournal(vault, surroundings.now(), 'purge.cleaned', { cleaned, unreachable });
    })
    .immediate();
  return { cleaned, unreachable };
}

/** Attachments that only copies named: a crash came before their files went. */
function dropUnnamed({ sqlite, folder }: Vault, files: ReadonlySet<string>): void {
  const named = sqlite.prepare<[string], number>('SELECT 1 FROM blob WHERE file = ?').pluck();
  const { blobs } = vaultPaths(folder);
  for (const file of files) if (named.get(file) === undefined) rmSync(join(blobs, file), { force: true });
}

/**
 * Carries purges out in a copy of the database, so that restoring it brings nothing back: it knows them, too. Gives the
 * files of attachments that it names no more; undefined when the copy is damaged or lies under another key.
 */
function cleanCopy(path: string, key: Uint8Array, purges: readonly PurgeRow[]): string[] | undefined {
  const copy = openCopy(join(path, 'vault.db'), key);
  if (copy === undefined) return undefined;
  let freed: string[];
  try {
    if (schemaAge(copy) === 'newer') return undefined;
    migrate(copy);
    freed = copy.sqlite
      .transaction(() =>
        purges.flatMap(({ id, act, carrier }) => {
          keepPurge(copy, id, act, carrier, true);
          return takeAway(copy, id, act).blobs;
        }),
      )
      .immediate();
    scrub(copy.sqlite);
  } finally {
    copy.sqlite.close();
  }
  writeDigests(path);
  return freed;
}

function openCopy(file: string, key: Uint8Array): VaultDatabase | undefined {
  try {
    return openDatabase(file, key, { mustExist: true, copy: true });
  } catch {
    return undefined;
  }
}

/** Rewrites search index and database, so that nothing of what was deleted is left in either. */
function scrub(sqlite: Sqlite): void {
  sqlite.exec("INSERT INTO search_words (search_words) VALUES ('optimize')");
  dropUnusedWords(sqlite);
  sqlite.exec('VACUUM');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/** Words that no record has any more, as the list of all words for words inside words had them. */
function dropUnusedWords(sqlite: Sqlite): void {
  sqlite.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab('main', 'search_words', 'row')");
  const unused = sqlite
    .prepare<[], string>('SELECT word FROM search_word WHERE word NOT IN (SELECT term FROM temp.search_term)')
    .pluck()
    .all();
  const found = sqlite
    .prepare<[string], number>('SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT 1')
    .pluck();
  const drop = sqlite.prepare<[string]>('DELETE FROM search_word WHERE word = ?');
  sqlite.transaction(() => {
    for (const word of unused) if (found.get(`"${word.replaceAll('"', '""')}"`) === undefined) drop.run(word);
  })();
  sqlite.exec('DROP TABLE temp.search_term');
}
