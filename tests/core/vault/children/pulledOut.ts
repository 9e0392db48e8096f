/**
 * Works in a vault on a disk that is pulled out and put back: `disk` shows the folder `stick` until it is unmounted.
 * Writes one line of JSON about each step.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeClient } from '../../../../contract/client.ts';
import { createCore } from '../../../../core/createCore.ts';
import { holderOf } from '../../../../domain/people/holderOf.ts';

const [stick = '', disk = ''] = process.argv.slice(2);
const passphrase = 'seven quiet herons at noon';
const say = (step: string, value: unknown) => process.stdout.write(`${JSON.stringify({ step, value })}\n`);
async function codeOf(operation: Promise<unknown>): Promise<string> {
  return operation.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
}

const core = createCore({ vaultsFolder: disk });
const client = makeClient(core);
const folder = join(disk, 'Northmark.amberdesk');
const holder = holderOf('Ines Halvard', { name: 'Northmark', code: 'XN' }, 'member');
await client.vault.create({ folder, passphrase, holder, workFactor: 10 });
const { id } = await client.records.create({ kind: 'person', body: { name: 'Edda Marlow' } });
await client.records.edit({ id, changes: { name: 'Edda Marlow-Quist' } });

const locked = new Promise((resolve) => {
  core.subscribe((event) => {
    if (event.event === 'vaultLocked') resolve(event.reason);
  });
});
execFileSync('umount', ['--lazy', disk]);
say('write', await codeOf(client.records.edit({ id, changes: { function: 'Archivist' } })));
say('locked', await locked);
say('unlock', await codeOf(client.vault.unlock({ folder, passphrase })));
say('under it', readdirSync(disk));
execFileSync('mount', ['--bind', stick, disk]);
say('put back', await codeOf(client.vault.unlock({ folder, passphrase })));
say('kept', (await client.records.read({ id })).title);
say('findings', await client.vault.examine({}));
await core.close();
