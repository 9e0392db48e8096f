import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backupVault, changedFiles, listBackups } from '../../../core/vault/backups.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import { openVault } from '../../../core/vault/openVault.ts';
import { opens } from '../../../core/vault/rekey.ts';
import { readSetting, writeSetting } from '../../../core/vault/settings.ts';
import type { Vault } from '../../../core/vault/vault.ts';
import { aFolder, aVault, codeOf, filesUnder, PASSPHRASE } from '../../helpers/aVault.ts';
import { runProgram } from '../../helpers/runProgram.ts';

const NEW = 'nine loud bitterns at dusk';
const hasStrace = spawnSync('strace', ['-V']).status === 0;

/** Runs the program and kills it just before it renames for the `number`-th time; whether it came to its end instead. */
async function killAt(program: URL, args: readonly string[], number: number): Promise<boolean> {
  const inject = ['-e', 'trace=rename', '-e', `inject=rename:signal=SIGKILL:when=${number}`];
  const running = runProgram(program, args, ['strace', '-f', '-o', '/dev/null', ...inject]);
  const line = await running.nextLine();
  await running.ended;
  return line !== undefined;
}

/** Does it on copies of a vault, killed at every renaming in turn until one run comes to its end; gives how many. */
async function killAtEvery(
  template: string,
  start: (folder: string, number: number) => Promise<boolean>,
  examine: (folder: string, number: number) => Promise<void>,
): Promise<number> {
  for (let number = 1; number < 200; number += 1) {
    const folder = join(aFolder(), 'copy.amberdesk');
    cpSync(template, folder, { recursive: true, preserveTimestamps: true });
    const done = await start(folder, number);
    await examine(folder, number);
    if (done) return number;
  }
  throw new Error('It never came to its end.');
}

/** Opens with whichever of two passphrases is right. */
async function openWithEither(folder: string): Promise<{ vault: Vault; passphrase: string }> {
  try {
    return { vault: await openVault(folder, NEW), passphrase: NEW };
  } catch (error) {
    expect(error).toMatchObject({ code: 'vault.passphrase' });
    return { vault: await openVault(folder, PASSPHRASE), passphrase: PASSPHRASE };
  }
}

describe.runIf(hasStrace)('killed in the middle', () => {
  it('of a new data key: one of the two passphrases opens everything, backups included', async () => {
    const { vault, folder: template } = await aVault();
    writeSetting(vault, 'kept', 'yes');
    backupVault(vault);
    vault.close();
    const rekeyer = new URL('children/rekeyer.ts', import.meta.url);
    const seen = new Set<string>();
    const moments = await killAtEvery(
      template,
      (folder, number) => killAt(rekeyer, [folder, PASSPHRASE, NEW], number),
      async (folder, number) => {
        const { vault: opened, passphrase } = await openWithEither(folder);
        seen.add(passphrase);
        expect(readSetting(opened, 'kept', z.string())).toBe('yes');
        expect(await examineVault(opened), `killed at rename ${number}`).toEqual([]);
        for (const backup of listBackups(folder)) {
          expect(changedFiles(backup.path)).toEqual([]);
          expect(opens(join(backup.path, 'vault.db'), opened.key), `killed at rename ${number}`).toBe(true);
        }
        opened.close();
        const other = passphrase === NEW ? PASSPHRASE : NEW;
        expect(await codeOf(() => openVault(folder, other))).toBe('vault.passphrase');
        expect([...filesUnder(folder).keys()].filter((name) => /next|partial/.test(name))).toEqual([]);
      },
    );
    expect(moments).toBeGreaterThan(10);
    expect(seen).toEqual(new Set([PASSPHRASE, NEW]));
  }, 600_000);

  it('of a restore: the vault is the former or the restored one, never a mixture', async () => {
    const { vault, folder: template } = await aVault();
    writeSetting(vault, 'state', 'backed up');
    const backup = backupVault(vault);
    writeSetting(vault, 'state', 'newer');
    const former = vault.installation.id;
    vault.close();
    const restorer = new URL('children/restorer.ts', import.meta.url);
    const seen = new Set<string>();
    const moments = await killAtEvery(
      template,
      (folder, number) => killAt(restorer, [folder, backup.name, PASSPHRASE], number),
      async (folder, number) => {
        const opened = await openVault(folder, PASSPHRASE);
        const state = readSetting(opened, 'state', z.string()) ?? '';
        seen.add(state);
        expect(opened.installation.id === former, `killed at rename ${number}`).toBe(state === 'newer');
        expect(await examineVault(opened)).toEqual([]);
        const replaced = listBackups(folder).filter((entry) => entry.reason === 'replaced');
        expect(replaced).toHaveLength(state === 'newer' ? 0 : 1);
        opened.close();
        expect([...filesUnder(folder).keys()].filter((name) => /ready|partial/.test(name))).toEqual([]);
      },
    );
    expect(moments).toBeGreaterThan(5);
    expect(seen).toEqual(new Set(['backed up', 'newer']));
  }, 600_000);
});
