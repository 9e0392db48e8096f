import { timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import { realSurroundings, type Surroundings } from '../context.ts';
import { listBackups } from './backups.ts';
import { onDisk } from './diskErrors.ts';
import { vaultPaths } from './folder.ts';
import { appendJournal } from './journal.ts';
import { RECOVERY_FILE, replaceKeyFile, unwrapWithPassphrase } from './keys.ts';
import { keepRecoveryRecipient, makeRecovery, type RecoverySheet } from './recovery.ts';
import { opens, shareKeys } from './rekey.ts';
import type { Vault } from './vault.ts';

/**
 * Another recovery identity for an open vault and its backups, for somebody who lost the sheet. The data key stays, so
 * the lost sheet still opens copies made before (`rekeyVault` is for that). Throws `vault.passphrase` when the
 * passphrase is not the vault's, `vault.damaged`, `vault.full`.
 */
export async function newRecovery(
  vault: Vault,
  passphrase: string,
  { surroundings = realSurroundings }: { readonly surroundings?: Surroundings } = {},
): Promise<RecoverySheet> {
  const paths = vaultPaths(vault.folder);
  const key = await unwrapWithPassphrase(paths.keys, passphrase);
  if (!timingSafeEqual(key, vault.key)) throw new AmberdeskError('vault.damaged', { file: 'keys' });
  key.fill(0);
  const { recipient, wrapped, sheet } = await makeRecovery(vault.key);
  onDisk('keys', () => {
    vault.sqlite.transaction(() => {
      keepRecoveryRecipient(vault, recipient);
      appendJournal(vault, surroundings.now(), 'recoveryRenewed', {});
      replaceKeyFile(paths.keys, RECOVERY_FILE, wrapped);
    })();
    for (const backup of listBackups(vault.folder)) {
      if (opens(join(backup.path, 'vault.db'), vault.key)) shareKeys(paths, backup);
    }
  });
  return sheet;
}
