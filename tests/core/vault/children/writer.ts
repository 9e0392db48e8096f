/**
 * Opens a vault with its raw key and writes until it is killed: settings, journal lines, attachments, backups. Each
 * write is acknowledged by a line on standard output, written by one call to the system, after it is done.
 */
import { writeSync } from 'node:fs';
import { backupVault } from '../../../../core/vault/backups.ts';
import { appendJournal } from '../../../../core/vault/journal.ts';
import { openVaultWithKey } from '../../../../core/vault/openVault.ts';
import { writeSetting } from '../../../../core/vault/settings.ts';

const [folder = '', key = '', round = '', most = '1000000'] = process.argv.slice(2);
const vault = await openVaultWithKey(folder, Buffer.from(key, 'hex'));
const acknowledge = (what: string) => writeSync(1, `${what}\n`);
acknowledge('open');
for (let number = 0; number < Number(most); number += 1) {
  const name = `${round}/${number}`;
  vault.sqlite.transaction(() => {
    writeSetting(vault, name, 'x'.repeat(number % 7 === 0 ? 20_000 : 200));
    appendJournal(vault, Date.now(), 'printed', { name });
  })();
  acknowledge(`setting ${name}`);
  if (number % 5 === 0) {
    const { sha256 } = await vault.blobs.add(Buffer.from(`attachment ${name} `.repeat(5000)));
    acknowledge(`blob ${sha256}`);
  }
  if (number % 20 === 19) acknowledge(`backup ${backupVault(vault).name}`);
}
vault.close();
