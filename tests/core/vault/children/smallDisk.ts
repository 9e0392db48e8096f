/**
 * Works in a folder that is a disk of its own, and small: fills it, or has it mounted read-only. Writes one line of
 * JSON about each step: its name and the code of the error that it ended with.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { realSurroundings } from '../../../../core/context.ts';
import { backupTo, backupVault, listBackups } from '../../../../core/vault/backups.ts';
import { changeAfterBackup } from '../../../../core/vault/changeAfterBackup.ts';
import { createVault } from '../../../../core/vault/createVault.ts';
import { asVaultError } from '../../../../core/vault/diskErrors.ts';
import { examineVault } from '../../../../core/vault/doctor.ts';
import { openVault } from '../../../../core/vault/openVault.ts';
import { rekeyVault } from '../../../../core/vault/rekey.ts';
import { writeSetting } from '../../../../core/vault/settings.ts';
import { naturalId } from '../../../../domain/records/ids.ts';

const [scenario = '', disk = '', elsewhere = ''] = process.argv.slice(2);
const passphrase = 'seven quiet herons at noon';
const workFactor = 4;
const holder = {
  seat: naturalId('person', 'Ilse Varnholt'),
  name: 'Ilse Varnholt',
  organisation: naturalId('organisation', 'Republic of Tavania'),
  organisationName: 'Republic of Tavania',
  role: 'member' as const,
};
const say = (step: string, value: unknown) => process.stdout.write(`${JSON.stringify({ step, value })}\n`);
async function codeOf(operation: () => unknown): Promise<string> {
  try {
    await operation();
    return 'done';
  } catch (error) {
    const known = asVaultError(error, disk);
    return known instanceof Error && 'code' in known ? String(known.code) : String(known);
  }
}

const folder = join(disk, 'a vault.amberdesk');
if (scenario === 'tiny') {
  say('create', await codeOf(() => createVault(folder, { passphrase, holder, workFactor })));
  say('left', readdirSync(disk));
}
if (scenario === 'full') {
  const { vault } = await createVault(folder, { passphrase, holder, workFactor });
  writeSetting(vault, 'kept', 'before the disk was full');
  writeFileSync(join(disk, 'filler'), Buffer.alloc(1_500_000));
  say('blob', await codeOf(() => vault.blobs.add(Buffer.alloc(4_000_000, 1))));
  say('stage', await codeOf(() => vault.blobs.stage(Buffer.alloc(4_000_000, 1))));
  say('blobs left', [...readdirSync(join(folder, 'blobs')), ...readdirSync(join(folder, 'staging'))]);
  let rows = 0;
  const fill = () => {
    for (;;) {
      writeSetting(vault, `row ${rows}`, 'x'.repeat(20_000));
      rows += 1;
    }
  };
  say('rows', await codeOf(fill));
  say('some rows', rows > 5);
  say('backup', await codeOf(() => backupVault(vault)));
  const change = { surroundings: realSurroundings, reason: 'import', atLeast: 0 } as const;
  say('change', await codeOf(() => changeAfterBackup(vault, change, () => {})));
  say('backup elsewhere', await codeOf(() => backupTo(vault, elsewhere)));
  say('backups', listBackups(folder).length + readdirSync(join(folder, 'backups')).length);
  say('count', vault.sqlite.prepare("SELECT count(*) FROM setting WHERE name LIKE 'row %'").pluck().get() === rows);
  say('close', await codeOf(() => vault.close()));
  say('rekey', await codeOf(() => rekeyVault(folder, passphrase, 'nine loud bitterns at dusk', { workFactor })));
  rmSync(join(disk, 'filler'));
  const again = await openVault(folder, passphrase);
  say('findings', await examineVault(again));
  say('kept', again.sqlite.prepare("SELECT value FROM setting WHERE name = 'kept'").pluck().get());
  say('goes on', await codeOf(() => writeSetting(again, 'more', 'x'.repeat(20_000))));
  again.close();
}
if (scenario === 'readOnly') {
  const { vault } = await createVault(folder, { passphrase, holder, workFactor });
  vault.close();
  const names = readdirSync(disk, { recursive: true });
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  say('open', await codeOf(() => openVault(folder, passphrase)));
  say('create', await codeOf(() => createVault(join(disk, 'other.amberdesk'), { passphrase, holder, workFactor })));
  say('rekey', await codeOf(() => rekeyVault(folder, passphrase, 'nine loud bitterns at dusk', { workFactor })));
  const there = await createVault(join(elsewhere, 'there.amberdesk'), { passphrase, holder, workFactor });
  say('backup to it', await codeOf(() => backupTo(there.vault, disk)));
  there.vault.close();
  say('unchanged', JSON.stringify(readdirSync(disk, { recursive: true })) === JSON.stringify(names));
}
