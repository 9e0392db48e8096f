import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { changedFiles, listBackups } from '../../../core/vault/backups.ts';
import { changeAfterBackup } from '../../../core/vault/changeAfterBackup.ts';
import { checkpoint } from '../../../core/vault/checkpoint.ts';
import { openDatabase } from '../../../core/vault/database.ts';
import { attachVault } from '../../../core/vault/openVault.ts';
import { readSetting, writeSetting } from '../../../core/vault/settings.ts';
import { aClock, aVault } from '../../helpers/aVault.ts';

const surroundings = aClock();
/** The way of large databases, for a small one. */
const options = { surroundings, reason: 'import', atLeast: 0 } as const;

async function aVaultThatSays(state: string) {
  const { vault, key, folder } = await aVault();
  writeSetting(vault, 'state', state);
  const inBackups = () => readdirSync(join(folder, 'backups'));
  const said = () =>
    listBackups(folder).map(({ path }) => {
      const copy = openDatabase(join(path, 'vault.db'), key, { copy: true });
      const found = readSetting(copy, 'state', z.string());
      copy.sqlite.close();
      return found;
    });
  return { vault, key, folder, inBackups, said };
}

describe('a change before which the vault is backed up', () => {
  it('is worked out while the file is copied, which nobody changes meanwhile: the backup holds what was before', async () => {
    const { vault, key, folder, said } = await aVaultThatSays('before');
    const { copySource } = vault;
    const other = attachVault(folder, key, { copySource });
    onTestFinished(() => other.close());
    const result = changeAfterBackup(vault, options, () => {
      writeSetting(vault, 'state', 'after');
      checkpoint(other);
      return 'changed';
    });
    checkpoint(other);
    expect([result, said(), readSetting(other, 'state', z.string())]).toEqual(['changed', ['before'], 'after']);
    expect(listBackups(folder).map(({ path, reason }) => [reason, changedFiles(path)])).toEqual([['import', []]]);
    // The next one is made of what was written since.
    changeAfterBackup(vault, options, () => writeSetting(vault, 'state', 'later'));
    expect(said()).toEqual(['after', 'before']);
  });

  it('that fails leaves nothing, and the next one is as if it had not been', async () => {
    const { vault, inBackups, said } = await aVaultThatSays('before');
    const fails = () => {
      writeSetting(vault, 'state', 'after');
      throw new Error('thrown by the change');
    };
    expect(() => changeAfterBackup(vault, options, fails)).toThrow('thrown by the change');
    expect([inBackups(), readSetting(vault, 'state', z.string())]).toEqual([[], 'before']);
    changeAfterBackup(vault, options, () => writeSetting(vault, 'state', 'after'));
    expect([said(), readSetting(vault, 'state', z.string())]).toEqual([['before'], 'after']);
  });

  it('is not committed when the backup cannot be written, of which nothing is left', async () => {
    const { vault, inBackups } = await aVaultThatSays('before');
    const broken = { ...vault, copySource: 9999 };
    expect(() => changeAfterBackup(broken, options, () => writeSetting(vault, 'state', 'after'))).toThrow(/EBADF/);
    expect([inBackups(), readSetting(vault, 'state', z.string())]).toEqual([[], 'before']);
  });

  it('is made after a backup where a reader keeps the log from being written back', async () => {
    const { vault, key, folder, said } = await aVaultThatSays('before');
    const reader = openDatabase(join(folder, 'vault.db'), key, { readonly: true });
    onTestFinished(() => {
      reader.sqlite.close();
    });
    reader.sqlite.exec('BEGIN; SELECT count(*) FROM setting;');
    writeSetting(vault, 'state', 'written while somebody reads');
    changeAfterBackup(vault, options, () => writeSetting(vault, 'state', 'after'));
    expect([said(), readSetting(vault, 'state', z.string())]).toEqual([['written while somebody reads'], 'after']);
  });
});
