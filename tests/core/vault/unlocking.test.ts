import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openVault } from '../../../core/vault/openVault.ts';
import { aCore } from '../../helpers/aCore.ts';
import { codeOf, PASSPHRASE } from '../../helpers/aVault.ts';

const NEXT = 'nine patient lanterns at dusk';

it('calls are answered while keys are derived: to create, unlock, change, recover, rekey and restore', async () => {
  const { client, open, root } = aCore();
  const { folder, recovery } = await open('Northmark');
  const { name: backup } = await client.vault.backup({});

  /** How often everybody was heard, and a call answered, before the work had ended. */
  async function answersDuring(work: Promise<unknown>): Promise<number> {
    let over = false;
    const end = work.finally(() => {
      over = true;
    });
    let answers = 0;
    for (; !over && answers < 3; answers += 1) {
      await setImmediate();
      await client.vault.places({});
    }
    await end;
    return answers;
  }

  const holder = (await client.vault.status({})).installation;
  if (holder === undefined) throw new Error('The vault is not open.');
  const other = join(root, 'Other.amberdesk');
  const works: Record<string, () => Promise<unknown>> = {
    create: () => client.vault.create({ folder: other, passphrase: PASSPHRASE, holder, workFactor: 16 }),
    unlock: () => client.vault.unlock({ folder: other, passphrase: PASSPHRASE }),
    changePassphrase: () => client.vault.changePassphrase({ current: PASSPHRASE, next: NEXT }),
    newRecovery: () => client.vault.newRecovery({ passphrase: NEXT }),
    rekey: () => client.vault.rekey({ folder: other, current: NEXT, next: PASSPHRASE }),
    recover: () => client.vault.recover({ folder, recovery: recovery.identity, passphrase: PASSPHRASE }),
    restore: () => client.vault.restore({ folder, backup, passphrase: PASSPHRASE }),
  };
  const answers: [string, number][] = [];
  for (const [name, work] of Object.entries(works)) answers.push([name, await answersDuring(work())]);
  expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(Object.keys(works).map((name) => [name, 3])));
});

it('two that unlock at once: one does, the other is told, and a lock asked for meanwhile comes after', async () => {
  const { client, open, told } = aCore();
  const one = await open('Northmark');
  const other = await open('Avaria');
  await client.vault.lock({});
  told.length = 0;
  const codes = await Promise.all(
    [one, other, one].map(({ folder }) => codeOf(() => client.vault.unlock({ folder, passphrase: PASSPHRASE }))),
  );
  expect(codes).toEqual([undefined, 'vault.busy', 'vault.busy']);
  expect(await client.vault.status({})).toMatchObject({ folder: one.folder });
  const unlocking = client.vault.unlock({ folder: other.folder, passphrase: PASSPHRASE });
  await client.vault.lock({});
  await unlocking;
  expect(await client.vault.status({})).toEqual({ state: 'locked' });
  expect(told.map((event) => (event.event === 'vaultLocked' ? event.reason : event.event))).toEqual([
    'vaultUnlocked',
    'replaced',
    'vaultUnlocked',
    'asked',
  ]);
  // A refusal leaves nothing held: both open again, here and by others.
  await client.vault.unlock({ folder: other.folder, passphrase: PASSPHRASE });
  (await openVault(one.folder, PASSPHRASE)).close();
});

it('closing the application says that it was stopped, and holds nothing after', async () => {
  const { client, core, open, told, root } = aCore();
  const { folder } = await open('Northmark');
  await core.close();
  expect(told.at(-1)).toEqual({ event: 'vaultLocked', reason: 'stopped' });
  renameSync(folder, join(root, 'Moved.amberdesk'));
  expect(await client.vault.places({})).toMatchObject({ vaults: [{ name: 'Moved' }] });
});
