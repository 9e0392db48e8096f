import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backupVault } from '../../../core/vault/backups.ts';
import { changePassphrase, mendKeys } from '../../../core/vault/changePassphrase.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { PASSPHRASE_FILE, replaceKeyFile } from '../../../core/vault/keys.ts';
import { attachVault, openVault, openVaultWithKey, openVaultWithRecovery } from '../../../core/vault/openVault.ts';
import { restoreVault } from '../../../core/vault/restoreVault.ts';
import { readSetting, writeSetting } from '../../../core/vault/settings.ts';
import { aFolder, aVault, codeOf, filesUnder, PASSPHRASE, WORK_FACTOR } from '../../helpers/aVault.ts';

const NEW = 'nine loud bitterns at dusk';

describe('unlocking', () => {
  it('opens with the passphrase and shows what was written', async () => {
    const { vault, folder } = await aVault();
    writeSetting(vault, 'greeting', 'Good morning');
    vault.close();
    const again = await openVault(folder, PASSPHRASE);
    expect(readSetting(again, 'greeting', z.string())).toBe('Good morning');
    again.close();
  });

  it('takes a passphrase whose accents another keyboard encodes differently', async () => {
    const { vault, folder } = await aVault({ passphrase: 'l\u2019\u00e9t\u00e9 \u00e0 Gen\u00e8ve' });
    vault.close();
    const again = await openVault(folder, 'l\u2019e\u0301te\u0301 a\u0300 Gene\u0300ve');
    again.close();
  });

  it('refuses a wrong passphrase as such, and changes nothing', async () => {
    const { vault, folder } = await aVault();
    vault.close();
    const before = filesUnder(folder);
    expect(await codeOf(() => openVault(folder, 'seven quiet herons at night'))).toBe('vault.passphrase');
    expect(filesUnder(folder)).toEqual(before);
  });

  it('says that there is no vault in an empty folder, and in none', async () => {
    const folder = aFolder();
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.missing');
    expect(await codeOf(() => openVault(join(folder, 'nowhere'), PASSPHRASE))).toBe('vault.missing');
    expect(filesUnder(folder).size).toBe(0);
  });

  it('refuses a vault that a newer version wrote, and changes nothing in it', async () => {
    const { vault, folder } = await aVault();
    vault.sqlite.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('next', 9e12);
    vault.close();
    const before = filesUnder(folder).get('vault.db');
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.newer');
    expect(filesUnder(folder).get('vault.db')).toEqual(before);
  });

  it('refuses key files that ask for more work than is bearable, before doing it', async () => {
    const { vault, folder, key } = await aVault();
    vault.close();
    const encrypter = new Encrypter();
    encrypter.setPassphrase(PASSPHRASE);
    encrypter.setScryptWorkFactor(1);
    const header = Buffer.from(await encrypter.encrypt(key)).toString('latin1');
    replaceKeyFile(
      join(folder, 'keys'),
      PASSPHRASE_FILE,
      Buffer.from(header.replace(/^(-> scrypt \S+) 1$/m, '$1 19'), 'latin1'),
    );
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.damaged');
  });

  it('lets a second connection of the same process read and write', async () => {
    const { vault, folder, key } = await aVault();
    const attached = attachVault(folder, key);
    writeSetting(attached, 'from the thread', 7);
    expect(readSetting(vault, 'from the thread', z.number())).toBe(7);
    attached.close();
    expect(vault.sqlite.open).toBe(true);
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.inUse');
  });

  it('refuses a data key that is not the vault’s', async () => {
    const { vault, folder } = await aVault();
    vault.close();
    expect(await codeOf(() => openVaultWithKey(folder, randomBytes(32)))).toBe('vault.damaged');
  });
});

describe('changing the passphrase', () => {
  it('lets the new one in and keeps the old one out, of the vault and of its backups', async () => {
    const { vault, folder } = await aVault();
    const backup = backupVault(vault);
    await changePassphrase(vault, PASSPHRASE, NEW, { workFactor: WORK_FACTOR });
    expect(readJournal(vault)[0]?.act).toBe('passphraseChanged');
    expect(await examineVault(vault)).toEqual([]);
    vault.close();
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.passphrase');
    expect(await codeOf(() => restoreVault(folder, backup.name, PASSPHRASE))).toBe('vault.passphrase');
    const again = await openVault(folder, NEW);
    again.close();
    const { vault: restored } = await restoreVault(folder, backup.name, NEW);
    restored.close();
  });

  it('asks for the present one, and for a new one that is long enough', async () => {
    const { vault, folder } = await aVault();
    const before = filesUnder(join(folder, 'keys'));
    const workFactor = WORK_FACTOR;
    expect(await codeOf(() => changePassphrase(vault, 'not the passphrase', NEW, { workFactor }))).toBe(
      'vault.passphrase',
    );
    expect(await codeOf(() => changePassphrase(vault, PASSPHRASE, 'short', { workFactor }))).toBe(
      'vault.weakPassphrase',
    );
    expect(filesUnder(join(folder, 'keys'))).toEqual(before);
  });
});

describe('recovering', () => {
  it('opens with the identity as it stands on the sheet, and sets a new passphrase', async () => {
    const { vault, folder, recovery } = await aVault();
    vault.close();
    const typed = recovery.groups.join(' ').toLowerCase();
    const recovered = await openVaultWithRecovery(folder, typed, NEW, { workFactor: WORK_FACTOR });
    recovered.close();
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.passphrase');
    const again = await openVault(folder, NEW);
    again.close();
  });

  it('refuses a mistyped identity and another vault’s', async () => {
    const { vault, folder, recovery } = await aVault();
    const other = await aVault();
    vault.close();
    const mistyped = recovery.identity.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q'));
    const recover = (identity: string) => openVaultWithRecovery(folder, identity, NEW, { workFactor: WORK_FACTOR });
    expect(await codeOf(() => recover(mistyped))).toBe('vault.recovery');
    expect(await codeOf(() => recover('no identity at all'))).toBe('vault.recovery');
    expect(await codeOf(() => recover(other.recovery.identity))).toBe('vault.recovery');
    const again = await openVault(folder, PASSPHRASE);
    again.close();
  });

  it('opens a vault whose keys are lost with the sheet alone, and makes the keys whole', async () => {
    const { vault, folder, recovery } = await aVault();
    vault.close();
    rmSync(join(folder, 'keys'), { recursive: true });
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.damaged');
    const recovered = await openVaultWithRecovery(folder, recovery.identity, NEW, {
      workFactor: WORK_FACTOR,
      sheet: recovery.wrapped,
    });
    expect(await examineVault(recovered)).toEqual([]);
    recovered.close();
    const again = await openVault(folder, NEW);
    again.close();
  });

  it('puts lost keys back from a backup', async () => {
    const { vault, folder } = await aVault();
    backupVault(vault);
    vault.close();
    rmSync(join(folder, 'keys'), { recursive: true });
    expect(await codeOf(() => mendKeys(folder, NEW, { workFactor: WORK_FACTOR }))).toBe('vault.passphrase');
    await mendKeys(folder, PASSPHRASE, { workFactor: WORK_FACTOR });
    const again = await openVault(folder, PASSPHRASE);
    expect(await examineVault(again)).toEqual([]);
    again.close();
  });

  it('says so when no backup has keys', async () => {
    const { vault, folder } = await aVault();
    vault.close();
    rmSync(join(folder, 'keys'), { recursive: true });
    mkdirSync(join(folder, 'keys'));
    expect(await codeOf(() => mendKeys(folder, PASSPHRASE))).toBe('vault.damaged');
  });
});
