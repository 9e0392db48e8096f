import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqlCipher from '@signalapp/sqlcipher';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backupVault } from '../../../core/vault/backups.ts';
import { openVaultWithKey } from '../../../core/vault/openVault.ts';
import { readSetting, writeSetting } from '../../../core/vault/settings.ts';
import { aVault } from '../../helpers/aVault.ts';

/** What anybody with stock SQLCipher 4 and the raw key does. */
function withSqlCipher<T>(file: string, key: Uint8Array, read: (database: SqlCipher) => T): T {
  const database = new SqlCipher(file);
  try {
    database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    return read(database);
  } finally {
    database.close();
  }
}

describe('SQLCipher itself', () => {
  it('opens the vault with the raw key, reads its rows and finds every page authentic', async () => {
    const { vault, folder, key } = await aVault();
    writeSetting(vault, 'letter', 'Madam Chair, ça va');
    const installation = vault.installation;
    vault.close();
    withSqlCipher(join(folder, 'vault.db'), key, (database) => {
      expect(database.prepare("SELECT value FROM setting WHERE name = 'letter'").get()).toEqual({
        value: '"Madam Chair, ça va"',
      });
      const stored = database.prepare("SELECT value FROM setting WHERE name = 'installation'").get();
      expect(JSON.parse(String(stored?.value))).toEqual(installation);
      expect(database.pragma('cipher_integrity_check')).toEqual([]);
      expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(String(database.pragma('cipher_version', { simple: true }))).toMatch(/^4\./);
    });
  });

  it('opens a backup, and what it writes the vault reads', async () => {
    const { vault, folder, key } = await aVault();
    writeSetting(vault, 'letter', 'first');
    const backup = backupVault(vault);
    vault.close();
    const rows = withSqlCipher(join(backup.path, 'vault.db'), key, (database) =>
      database.prepare("SELECT value FROM setting WHERE name = 'letter'").all(),
    );
    expect(rows).toEqual([{ value: '"first"' }]);
    withSqlCipher(join(folder, 'vault.db'), key, (database) => {
      database.exec(`UPDATE setting SET value = '"second"' WHERE name = 'letter'`);
    });
    const again = await openVaultWithKey(folder, key);
    expect(readSetting(again, 'letter', z.string())).toBe('second');
    again.close();
  });

  it('is refused without the key', async () => {
    const { vault, folder } = await aVault();
    vault.close();
    const file = join(folder, 'vault.db');
    expect(() =>
      withSqlCipher(file, new Uint8Array(32), (database) => database.prepare('SELECT * FROM setting').all()),
    ).toThrow(/not a database/);
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });
});
