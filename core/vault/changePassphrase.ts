import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AmberdeskError, hasCode } from '../../domain/errors.ts';
import { realSurroundings } from '../context.ts';
import { listBackups } from './backups.ts';
import { onDisk } from './diskErrors.ts';
import { requireVault, vaultPaths } from './folder.ts';
import { appendJournal } from './journal.ts';
import {
  PASSPHRASE_FILE,
  RECOVERY_FILE,
  replaceKeyFile,
  requirePassphrase,
  unwrapWithPassphrase,
  WORK_FACTOR,
  wrapForRecovery,
  wrapWithPassphrase,
  writeKeyFolder,
} from './keys.ts';
import { lockVault } from './lock.ts';
import { openExisting } from './openVault.ts';
import { readRecoveryRecipient } from './recovery.ts';
import { opens, settleRekey, shareKeys } from './rekey.ts';
import { settleRestore } from './replaceVault.ts';
import type { OpenOptions, Vault } from './vault.ts';

/**
 * Another passphrase for an open vault and its backups; the data key stays, so who knew the old passphrase and has an
 * old copy can still read that copy (`rekeyVault` is for that). Throws `vault.passphrase` when `current` is not right,
 * `vault.weakPassphrase`, `vault.damaged`, `vault.full`.
 */
export async function changePassphrase(
  vault: Vault,
  current: string,
  next: string,
  options: OpenOptions = {},
): Promise<void> {
  requirePassphrase(next);
  const paths = vaultPaths(vault.folder);
  await unwrapWithPassphrase(paths.keys, current);
  const wrapped = await wrapWithPassphrase(vault.key, next, options.workFactor ?? WORK_FACTOR);
  onDisk('keys', () => {
    replaceKeyFile(paths.keys, PASSPHRASE_FILE, wrapped);
    for (const backup of listBackups(vault.folder)) {
      if (opens(join(backup.path, 'vault.db'), vault.key)) shareKeys(paths, backup);
    }
  });
  appendJournal(vault, (options.surroundings ?? realSurroundings).now(), 'passphraseChanged', {});
}

/**
 * Puts back key files that are lost or damaged, from the wrapped keys that every backup carries. `passphrase` is the
 * vault's. Throws `vault.passphrase` when it opens none of them, `vault.damaged` when no backup has keys that open the
 * database, `vault.inUse`, `vault.missing`.
 */
export async function mendKeys(folder: string, passphrase: string, options: OpenOptions = {}): Promise<void> {
  const { surroundings = realSurroundings, workFactor = WORK_FACTOR } = options;
  const paths = requireVault(folder);
  const lock = lockVault(paths, surroundings.now());
  try {
    settleRestore(paths);
    settleRekey(paths);
    let refused = false;
    for (const backup of listBackups(folder)) {
      let key: Uint8Array;
      try {
        key = await unwrapWithPassphrase(join(backup.path, 'keys'), passphrase);
      } catch (error) {
        refused ||= hasCode(error, 'vault.passphrase');
        continue;
      }
      if (!opens(paths.database, key)) continue;
      const database = openExisting(paths, key);
      const recipient = readRecoveryRecipient(database);
      database.sqlite.close();
      const wrapped = {
        passphrase: await wrapWithPassphrase(key, passphrase, workFactor),
        recovery: await wrapForRecovery(key, recipient),
      };
      onDisk('keys', () => {
        if (!existsSync(paths.keys)) return writeKeyFolder(paths.keys, wrapped);
        replaceKeyFile(paths.keys, PASSPHRASE_FILE, wrapped.passphrase);
        replaceKeyFile(paths.keys, RECOVERY_FILE, wrapped.recovery);
      });
      return;
    }
    throw new AmberdeskError(refused ? 'vault.passphrase' : 'vault.damaged', { file: 'keys' });
  } finally {
    lock.release();
  }
}
