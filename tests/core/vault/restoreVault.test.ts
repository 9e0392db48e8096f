import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backupTo, backupVault, listBackups } from '../../../core/vault/backups.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import {
  fingerprintOf,
  readAgeIdentities,
  readAgeIdentity,
  readPublicSigningKey,
  readRetiredInstallations,
} from '../../../core/vault/installation.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { openVault, openVaultWithKey } from '../../../core/vault/openVault.ts';
import { rekeyVault } from '../../../core/vault/rekey.ts';
import { restoreVault } from '../../../core/vault/restoreVault.ts';
import { readSetting, writeSetting } from '../../../core/vault/settings.ts';
import type { Vault } from '../../../core/vault/vault.ts';
import { installationKey } from '../../../drizzle/schema.ts';
import { aFolder, aVault, codeOf, filesUnder, PASSPHRASE, WORK_FACTOR } from '../../helpers/aVault.ts';

const stateOf = (vault: Vault) => readSetting(vault, 'state', z.string());

async function aVaultWithBackup() {
  const made = await aVault();
  writeSetting(made.vault, 'state', 'backed up');
  const attachment = await made.vault.blobs.add(randomBytes(100_000));
  const backup = backupVault(made.vault);
  writeSetting(made.vault, 'state', 'newer');
  return { ...made, backup, attachment };
}

describe('restoring', () => {
  it('brings the backup’s state back and keeps what it replaces, which can be restored in turn', async () => {
    const { vault, folder, backup, attachment } = await aVaultWithBackup();
    vault.close();
    const restored = await restoreVault(folder, backup.name, PASSPHRASE);
    expect(stateOf(restored.vault)).toBe('backed up');
    expect(restored.missing).toEqual([]);
    expect(await buffer(restored.vault.blobs.read(attachment.sha256))).toHaveLength(100_000);
    expect(await examineVault(restored.vault)).toEqual([]);
    expect(readJournal(restored.vault)[0]).toMatchObject({ act: 'restored', detail: { backup: backup.name } });
    restored.vault.close();
    const { replaced = '' } = restored;
    expect(listBackups(folder).find((entry) => entry.name === replaced)?.reason).toBe('replaced');
    const back = await restoreVault(folder, replaced, PASSPHRASE);
    expect(stateOf(back.vault)).toBe('newer');
    back.vault.close();
  });

  it('makes a new device: new keys and a new id; the old signing key is gone, the old age identity still reads', async () => {
    const { vault, folder, backup } = await aVaultWithBackup();
    const former = vault.installation;
    const formerIdentity = readAgeIdentity(vault);
    vault.close();
    const { vault: restored } = await restoreVault(folder, backup.name, PASSPHRASE);
    expect(restored.installation).toEqual({ ...former, id: restored.installation.id });
    expect(restored.installation.id).not.toBe(former.id);
    expect(fingerprintOf(readPublicSigningKey(restored))).toBe(restored.installation.id);
    expect(readAgeIdentities(restored)).toEqual([readAgeIdentity(restored), formerIdentity]);
    expect(readAgeIdentity(restored)).not.toBe(formerIdentity);
    expect(readRetiredInstallations(restored)).toEqual([former.id]);
    const keys = restored.orm.select().from(installationKey).all();
    expect(keys.find((key) => key.purpose === `signing.retired.${former.id}`)?.secret).toHaveLength(0);
    restored.close();
    const again = await restoreVault(folder, backup.name, PASSPHRASE);
    expect(again.vault.installation.id).not.toBe(restored.installation.id);
    again.vault.close();
  });

  it('works where nothing is, from an external backup with its attachments', async () => {
    const { vault, attachment } = await aVaultWithBackup();
    const external = await backupTo(vault, aFolder());
    vault.close();
    const folder = join(aFolder(), 'Another machine.amberdesk');
    const restored = await restoreVault(folder, external.path, PASSPHRASE);
    expect(restored).toMatchObject({ replaced: undefined, missing: [] });
    expect(await buffer(restored.vault.blobs.read(attachment.sha256))).toHaveLength(100_000);
    expect(await examineVault(restored.vault)).toEqual([]);
    restored.vault.close();
    const again = await openVault(folder, PASSPHRASE);
    again.close();
  });

  it('works when the present database and keys are damaged or gone', async () => {
    const { vault, folder, backup } = await aVaultWithBackup();
    vault.close();
    writeFileSync(join(folder, 'vault.db'), 'not a database');
    rmSync(join(folder, 'keys'), { recursive: true });
    const { vault: restored, replaced = '' } = await restoreVault(folder, backup.name, PASSPHRASE);
    expect(stateOf(restored)).toBe('backed up');
    expect(readFileSync(join(folder, 'backups', replaced, 'vault.db'), 'utf8')).toBe('not a database');
    restored.close();
    rmSync(join(folder, 'vault.db'));
    rmSync(join(folder, 'keys'), { recursive: true });
    const once = await restoreVault(folder, backup.name, PASSPHRASE);
    expect(stateOf(once.vault)).toBe('backed up');
    once.vault.close();
  });

  it('keeps what was only in the log of a vault that was killed', async () => {
    const { vault, folder, backup } = await aVaultWithBackup();
    const killed = join(aFolder(), 'killed.amberdesk');
    cpSync(folder, killed, { recursive: true });
    vault.close();
    expect(existsSync(join(killed, 'vault.db-wal'))).toBe(true);
    const { vault: restored, replaced = '' } = await restoreVault(killed, backup.name, PASSPHRASE);
    restored.close();
    const back = await restoreVault(killed, replaced, PASSPHRASE);
    expect(stateOf(back.vault)).toBe('newer');
    back.vault.close();
  });

  it('names attachments that are found nowhere', async () => {
    const { vault, folder, backup, attachment } = await aVaultWithBackup();
    vault.close();
    for (const name of readdirSync(join(folder, 'blobs'))) rmSync(join(folder, 'blobs', name));
    const restored = await restoreVault(folder, backup.name, PASSPHRASE);
    expect(restored.missing).toEqual([attachment.sha256]);
    restored.vault.close();
  });

  it('takes a backup from before a change of data key, under the new passphrase', async () => {
    const { vault, folder, backup } = await aVaultWithBackup();
    vault.close();
    const next = 'nine loud bitterns at dusk';
    expect(await rekeyVault(folder, PASSPHRASE, next, { workFactor: WORK_FACTOR })).toEqual({ left: [] });
    expect(await codeOf(() => restoreVault(folder, backup.name, PASSPHRASE))).toBe('vault.passphrase');
    const { vault: restored } = await restoreVault(folder, backup.name, next);
    expect(stateOf(restored)).toBe('backed up');
    restored.close();
  });
});

describe('a restore that is refused changes nothing', () => {
  it('when the backup is damaged anywhere, with or without its digests', async () => {
    const { vault, folder, key, backup } = await aVaultWithBackup();
    vault.close();
    const files = ['vault.db', 'keys/passphrase.age'];
    const before = filesUnder(folder);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.boolean(), async (file, seed, digests) => {
        const damagedFolder = join(aFolder(), 'copy');
        cpSync(backup.path, damagedFolder, { recursive: true });
        const path = join(damagedFolder, file);
        const content = readFileSync(path);
        const at = seed % content.length;
        content[at] = (content[at] ?? 0) ^ 1;
        writeFileSync(path, content);
        if (!digests) rmSync(join(damagedFolder, 'SHA256SUMS'));
        expect(await codeOf(() => restoreVault(folder, damagedFolder, PASSPHRASE)), `${file} ${at}`).toBe(
          'backup.damaged',
        );
      }),
      { numRuns: 40 },
    );
    for (const file of ['vault.db', 'keys']) {
      const torn = join(aFolder(), 'copy');
      cpSync(backup.path, torn, { recursive: true });
      rmSync(join(torn, file), { recursive: true });
      expect(await codeOf(() => restoreVault(folder, torn, PASSPHRASE))).toBe('backup.damaged');
    }
    expect([...filesUnder(folder)]).toEqual([...before]);
    const again = await openVaultWithKey(folder, key);
    expect(stateOf(again)).toBe('newer');
    again.close();
  });

  it('when the passphrase is wrong, the backup is nowhere, the vault is open, or the folder is somebody’s', async () => {
    const { vault, folder, backup } = await aVaultWithBackup();
    expect(await codeOf(() => restoreVault(folder, backup.name, PASSPHRASE))).toBe('vault.inUse');
    vault.close();
    const before = filesUnder(folder);
    expect(await codeOf(() => restoreVault(folder, backup.name, 'not the passphrase'))).toBe('vault.passphrase');
    expect(await codeOf(() => restoreVault(folder, '2020-01-01T00-00-00-000Z', PASSPHRASE))).toBe('backup.missing');
    expect([...filesUnder(folder)]).toEqual([...before]);
    const other = aFolder();
    writeFileSync(join(other, 'letter.txt'), 'Dear colleague');
    expect(await codeOf(() => restoreVault(other, backup.path, PASSPHRASE))).toBe('vault.exists');
    expect(readdirSync(other)).toEqual(['letter.txt']);
    const nowhere = join(aFolder(), 'new.amberdesk');
    expect(await codeOf(() => restoreVault(nowhere, backup.path, 'not the passphrase'))).toBe('vault.passphrase');
    expect(existsSync(nowhere)).toBe(false);
    mkdirSync(nowhere);
    expect(await codeOf(() => restoreVault(nowhere, backup.path, 'not the passphrase'))).toBe('vault.passphrase');
    expect(readdirSync(nowhere)).toEqual([]);
  });

  it('when a newer version made the backup', async () => {
    const { vault, folder } = await aVaultWithBackup();
    vault.sqlite.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('next', 9e12);
    const backup = backupVault(vault);
    vault.sqlite.prepare('DELETE FROM __drizzle_migrations WHERE created_at = 9e12').run();
    vault.close();
    expect(await codeOf(() => restoreVault(folder, backup.name, PASSPHRASE))).toBe('vault.newer');
    const again = await openVault(folder, PASSPHRASE);
    again.close();
  });
});
