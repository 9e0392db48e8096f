import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVault } from '../../../core/vault/createVault.ts';
import { readAgeIdentities, readInstallation, readKeyMode } from '../../../core/vault/installation.ts';
import { openVault } from '../../../core/vault/openVault.ts';
import { aFolder, aHolder, aVault, codeOf, PASSPHRASE, WORK_FACTOR } from '../../helpers/aVault.ts';

const request = { passphrase: PASSPHRASE, holder: aHolder(), workFactor: WORK_FACTOR };

describe('making a vault', () => {
  it('lays out database, keys and folders, in a folder whose path has spaces and accents', async () => {
    const { folder, vault } = await aVault();
    vault.close();
    expect(readdirSync(folder).sort()).toEqual(['backups', 'blobs', 'keys', 'lock.db', 'staging', 'vault.db']);
    expect(readdirSync(join(folder, 'keys')).sort()).toEqual(['SHA256SUMS', 'passphrase.age', 'recovery.age']);
    expect(readdirSync(dirname(folder))).toEqual(['Délégation.amberdesk']);
  });

  it('remembers who holds it', async () => {
    const { folder, vault } = await aVault({ holder: { name: 'Bertil Oake', role: 'secretariat' } });
    vault.close();
    const again = await openVault(folder, PASSPHRASE);
    expect(again.installation).toMatchObject({ ...aHolder(), name: 'Bertil Oake', role: 'secretariat' });
    expect(readInstallation(again)).toEqual(again.installation);
    again.close();
  });

  it('begins with the sort of keys that its network has, which no later act has to change', async () => {
    const folder = join(aFolder(), 'x.amberdesk');
    const { vault } = await createVault(folder, { ...request, keys: 'hybrid' });
    expect(readKeyMode(vault)).toBe('hybrid');
    expect(readAgeIdentities(vault)).toHaveLength(1);
    vault.close();
  });

  it('takes an empty folder', async () => {
    const folder = aFolder();
    const { vault } = await createVault(folder, request);
    expect(vault.folder).toBe(folder);
    vault.close();
  });

  it('refuses a folder that holds something, and leaves it alone', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'letter.txt'), 'Dear colleague');
    expect(await codeOf(() => createVault(folder, request))).toBe('vault.exists');
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('refuses a passphrase of eleven characters and takes one of twelve, however they are encoded', async () => {
    const folder = join(aFolder(), 'x.amberdesk');
    expect(await codeOf(() => createVault(folder, { ...request, passphrase: 'eleven char' }))).toBe(
      'vault.weakPassphrase',
    );
    // Decomposed accents are one character to the person who types them.
    expect(await codeOf(() => createVault(folder, { ...request, passphrase: 'e\u0301le\u0301ven cha' }))).toBe(
      'vault.weakPassphrase',
    );
    expect(existsSync(folder)).toBe(false);
    const { vault } = await createVault(folder, { ...request, passphrase: 'twelve chars' });
    vault.close();
  });

  it('leaves nothing behind when the folder cannot be made', async () => {
    const parent = aFolder();
    writeFileSync(join(parent, 'file'), '');
    expect(await codeOf(() => createVault(join(parent, 'file', 'x.amberdesk'), request))).toBeDefined();
    expect(readdirSync(parent)).toEqual(['file']);
  });

  it('writes key files that stock age and sha256sum read', async () => {
    const { folder, key, recovery, vault } = await aVault();
    vault.close();
    const keys = join(folder, 'keys');
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: keys, encoding: 'utf8' })).toBe(
      'passphrase.age: OK\nrecovery.age: OK\n',
    );
    const other = join(aFolder(), 'by hand');
    mkdirSync(other);
    writeFileSync(join(other, 'recovery.txt'), recovery.groups.join(''));
    const opened = execFileSync('age', ['-d', '-i', join(other, 'recovery.txt'), join(keys, 'recovery.age')]);
    expect(opened).toEqual(Buffer.from(key));
    writeFileSync(join(other, 'sheet.age'), recovery.wrapped);
    const fromSheet = execFileSync('age', ['-d', '-i', join(other, 'recovery.txt'), join(other, 'sheet.age')]);
    expect(fromSheet).toEqual(Buffer.from(key));
  });
});
