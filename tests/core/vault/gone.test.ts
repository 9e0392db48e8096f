import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../domain/errors.ts';
import { aCore, aHandClock } from '../../helpers/aCore.ts';
import { aFolder, codeOf, PASSPHRASE } from '../../helpers/aVault.ts';
import { runProgram } from '../../helpers/runProgram.ts';

describe('a vault whose folder disappears while it is open', () => {
  it('says so to readers, writers and jobs, locks, writes nothing elsewhere, and has everything when it is back', async () => {
    const { client, core, open, root, told, until } = aCore();
    const { folder } = await open('Northmark');
    const { id } = await client.records.create({ kind: 'person', body: { name: 'Edda Marlow' } });
    await client.records.edit({ id, changes: { name: 'Edda Marlow-Quist' } });
    const away = join(aFolder(), 'elsewhere');
    renameSync(folder, away);

    const edit = core.call('records.edit', { id, changes: { name: 'Never written' } });
    const read = core.call('records.read', { id });
    const load = core.call('vault.examine', {});
    for (const answer of await Promise.all([edit, read, load])) {
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'vault.gone', message: sentenceOf('vault.gone', 'en') },
      });
    }
    await until('vaultLocked');
    expect(told.at(-1)).toEqual({ event: 'vaultLocked', reason: 'gone' });
    expect(await codeOf(() => client.records.read({ id }))).toBe('vault.locked');
    expect(await codeOf(() => client.vault.unlock({ folder, passphrase: PASSPHRASE }))).toBe('vault.missing');
    expect(readdirSync(root)).toEqual([]);

    renameSync(away, folder);
    await client.vault.unlock({ folder, passphrase: PASSPHRASE });
    expect((await client.records.read({ id })).title).toBe('Edda Marlow-Quist');
    expect(await client.vault.examine({})).toEqual([]);
  });

  it('is noticed by watching where nobody asks anything, also when another vault lies in its place', async () => {
    const clock = aHandClock();
    const { client, open, told } = aCore({ surroundings: clock, watch: true });
    const { folder } = await open('Northmark');
    const copy = join(aFolder(), 'copy');
    await client.vault.lock({});
    cpSync(folder, copy, { recursive: true });
    await client.vault.unlock({ folder, passphrase: PASSPHRASE });
    await client.records.create({ kind: 'person', body: { name: 'Edda Marlow' } });
    renameSync(folder, `${folder}-away`);
    renameSync(copy, folder);
    clock.pass(10_000);
    await expect.poll(() => told.at(-1), { timeout: 60_000 }).toEqual({ event: 'vaultLocked', reason: 'gone' });
    expect(existsSync(join(folder, 'lock.txt'))).toBe(false);
    rmSync(folder, { recursive: true });
    renameSync(`${folder}-away`, folder);
    await client.vault.unlock({ folder, passphrase: PASSPHRASE });
    expect(await client.records.list({})).toHaveLength(1);
  });

  const ownMounts = ['unshare', '--user', '--map-root-user', '--mount'];
  const canMount = spawnSync('unshare', [...ownMounts.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
  it.runIf(canMount)(
    'is a stick that was pulled out: nothing lands under it, and it opens when it is back',
    async () => {
      const folder = aFolder();
      const [stick, disk] = [join(folder, 'stick'), join(folder, 'disk')];
      for (const path of [stick, disk]) mkdirSync(path);
      const mount = [
        'sh',
        '-c',
        'mount -t tmpfs tmpfs "$0" && mount --bind "$0" "$1" && shift && exec "$@"',
        stick,
        disk,
      ];
      const program = runProgram(
        new URL('children/pulledOut.ts', import.meta.url),
        [stick, disk],
        [...ownMounts, ...mount],
      );
      const steps: Record<string, unknown> = {};
      for (let line = await program.nextLine(); line !== undefined; line = await program.nextLine()) {
        const { step, value } = JSON.parse(line);
        steps[step] = value;
      }
      expect(await program.ended, program.errors()).toBe(0);
      expect(steps).toEqual({
        write: 'vault.gone',
        locked: 'gone',
        unlock: 'vault.missing',
        'under it': [],
        'put back': 'done',
        kept: 'Edda Marlow-Quist',
        findings: [],
      });
    },
  );
});
