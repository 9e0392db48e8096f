import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVault, openVaultWithKey } from '../../../core/vault/openVault.ts';
import { aVault, codeOf, PASSPHRASE } from '../../helpers/aVault.ts';
import { runProgram } from '../../helpers/runProgram.ts';

const HOLDER = new URL('children/holder.ts', import.meta.url);

describe('one process per vault', () => {
  it('refuses a second process and names the one that has it', async () => {
    const { vault, folder, key } = await aVault();
    const second = runProgram(HOLDER, [folder, Buffer.from(key).toString('hex')]);
    const refused: unknown = JSON.parse((await second.nextLine()) ?? '');
    expect(refused).toMatchObject({ code: 'vault.inUse', details: { pid: process.pid, host: hostname() } });
    expect(await second.ended).toBe(0);
    vault.close();
    const third = runProgram(HOLDER, [folder, Buffer.from(key).toString('hex')]);
    expect(await third.nextLine()).toBe('open');
    await expect(openVault(folder, PASSPHRASE)).rejects.toMatchObject({
      code: 'vault.inUse',
      details: { pid: third.child.pid },
    });
    third.child.stdin?.end();
    expect(await third.ended).toBe(0);
    const again = await openVault(folder, PASSPHRASE);
    again.close();
  });

  it('refuses a second opening in the same process', async () => {
    const { folder, vault, key } = await aVault();
    await expect(openVaultWithKey(folder, key)).rejects.toMatchObject({
      code: 'vault.inUse',
      details: { pid: process.pid, since: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/) },
    });
    vault.close();
    const again = await openVaultWithKey(folder, key);
    again.close();
  });

  it('is open to others at once when its owner is killed, whatever the text it left says', async () => {
    const { folder, vault, key } = await aVault();
    vault.close();
    const owner = runProgram(HOLDER, [folder, Buffer.from(key).toString('hex')]);
    expect(await owner.nextLine()).toBe('open');
    owner.child.kill('SIGKILL');
    await owner.ended;
    expect(JSON.parse(readFileSync(join(folder, 'lock.txt'), 'utf8'))).toMatchObject({ pid: owner.child.pid });
    const again = await openVaultWithKey(folder, key);
    expect(JSON.parse(readFileSync(join(folder, 'lock.txt'), 'utf8'))).toMatchObject({ pid: process.pid });
    again.close();
  });

  it('holds when the owner’s name cannot be read', async () => {
    const { folder } = await aVault();
    writeFileSync(join(folder, 'lock.txt'), '{"pid":');
    await expect(openVault(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'vault.inUse', details: null });
  });

  it('can be closed twice', async () => {
    const { folder, vault } = await aVault();
    vault.close();
    const again = await openVault(folder, PASSPHRASE);
    vault.close();
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.inUse');
    again.close();
  });
});
