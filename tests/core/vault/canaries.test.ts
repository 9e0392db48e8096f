import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { realSurroundings } from '../../../core/context.ts';
import { search } from '../../../core/library/search.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { cutDrafts } from '../../../core/records/localCuts.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { backupTo, backupVault } from '../../../core/vault/backups.ts';
import { readAgeIdentity } from '../../../core/vault/installation.ts';
import { appendJournal } from '../../../core/vault/journal.ts';
import { writeSetting } from '../../../core/vault/settings.ts';
import type { Vault } from '../../../core/vault/vault.ts';
import { aFolder, aVault, filesUnder, PASSPHRASE } from '../../helpers/aVault.ts';

let minted = 0;
/** A word that stands nowhere else. */
function aCanary(): string {
  minted += 1;
  return `Kanarienvogel${minted}Querulant${process.pid}`;
}

/** Where the words are found in a folder's files: as UTF-8, folded as the index folds them, and as UTF-16. */
function placesOf(words: readonly string[], folder: string): string[] {
  return [...filesUnder(folder)].flatMap(([name, content]) =>
    words
      .filter((word) => {
        const shapes = [Buffer.from(word), Buffer.from(word.toLowerCase()), Buffer.from(word, 'utf16le')];
        return name.includes(word) || shapes.some((shape) => content.includes(shape));
      })
      .map((word) => `${word} in ${name}`),
  );
}

/** Writes a canary wherever the vault keeps text; gives the canaries. */
async function writeCanaries(vault: Vault): Promise<string[]> {
  const words = Array.from({ length: 8 }, aCanary);
  const [first = '', second = '', drafted = '', set = '', logged = '', attached = '', staged = '', name = ''] = words;
  const session = { vault, surroundings: realSurroundings, announce() {} };
  const { id } = createRecord(session, 'person', { name, function: first });
  cutDrafts(session);
  editRecord(session, id, { function: second });
  shareDrafts(session, 'all');
  editRecord(session, id, { function: drafted });
  expect(search(vault, drafted).hits).toHaveLength(1);
  writeSetting(vault, `setting ${minted}`, set.repeat(2000));
  appendJournal(vault, Date.now(), 'printed', { name: logged });
  await vault.blobs.add(Buffer.from(`${attached}\n`.repeat(10_000)));
  await vault.blobs.stage(Buffer.from(`${staged}\n`.repeat(10_000)));
  return words;
}

describe('what lies on the disk', () => {
  it('holds no text, name or key of the vault: not open, not in the log, not in backups, not after closing', async () => {
    const holder = { name: aCanary(), organisationName: aCanary() };
    const { vault, folder, recovery, key } = await aVault({ holder });
    const outside = aFolder();
    const words = [PASSPHRASE, holder.name, holder.organisationName, recovery.identity, readAgeIdentity(vault)];
    words.push(...(await writeCanaries(vault)));
    expect(placesOf(words, folder)).toEqual([]);
    backupVault(vault);
    await backupTo(vault, outside);
    words.push(...(await writeCanaries(vault)));

    // A transaction larger than the page cache spills, and a rolled back one leaves its pages.
    const spilled = aCanary();
    words.push(spilled);
    vault.sqlite.exec('BEGIN');
    for (let row = 0; row < 4000; row += 1) writeSetting(vault, `spill ${row}`, spilled.repeat(200));
    expect(placesOf(words, folder)).toEqual([]);
    vault.sqlite.exec('ROLLBACK');
    expect(vault.sqlite.prepare('SELECT count(*) FROM setting ORDER BY value').pluck().get()).toBeGreaterThan(0);

    expect(filesUnder(folder).get('vault.db-wal')?.length).toBeGreaterThan(0);
    expect(placesOf(words, folder)).toEqual([]);
    expect(placesOf(words, outside)).toEqual([]);
    for (const [name, content] of filesUnder(folder)) {
      expect(content.includes(key), name).toBe(false);
      expect(content.includes(Buffer.from(key).toString('hex')), name).toBe(false);
    }
    vault.close();
    expect(placesOf(words, folder)).toEqual([]);
  });

  it('would be found: the same words in a plain file are', async () => {
    const { folder } = await aVault();
    const word = aCanary();
    const plain = new Database(join(folder, 'plain.db'));
    plain.exec(`CREATE TABLE t (x); INSERT INTO t VALUES ('${word}')`);
    plain.close();
    expect(placesOf([word], folder)).toEqual([`${word} in plain.db`]);
  });
});
