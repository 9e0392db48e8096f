import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { KeyMode } from '../../domain/directory/keyMode.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { realSurroundings, type Surroundings } from '../context.ts';
import { openDatabase } from './database.ts';
import { onDiskLater, requireWritable } from './diskErrors.ts';
import { renameDurably, syncFolder, UNFINISHED } from './durable.ts';
import { makeFolders, vaultPaths } from './folder.ts';
import { generateInstallationKeys, type Holder, keepInstallation } from './installation.ts';
import { appendJournal } from './journal.ts';
import {
  DATA_KEY_LENGTH,
  requirePassphrase,
  WORK_FACTOR,
  type WrappedKeys,
  wrapWithPassphrase,
  writeKeyFolder,
} from './keys.ts';
import { migrate } from './migrate.ts';
import { openVaultWithKey } from './openVault.ts';
import { keepRecoveryRecipient, makeRecovery, type RecoverySheet } from './recovery.ts';
import type { Vault } from './vault.ts';

export interface CreateRequest {
  /** At least twelve characters. */
  readonly passphrase: string;
  readonly holder: Holder;
  readonly surroundings?: Surroundings;
  /** log2 of scrypt's N; 18 unless told, and never more. */
  readonly workFactor?: number;
  /** The sort of the age key; classic unless told. A network of the other sort asks for that from the beginning. */
  readonly keys?: KeyMode;
}

/**
 * Makes a vault at `folder`, which must be absent or empty, and opens it. It is built beside the folder and appears
 * under its name when it is whole. Throws `vault.exists`, `vault.weakPassphrase`, `vault.readOnly`, `vault.full`.
 */
export async function createVault(
  folder: string,
  request: CreateRequest,
): Promise<{ vault: Vault; recovery: RecoverySheet }> {
  const { surroundings = realSurroundings, workFactor = WORK_FACTOR } = request;
  requirePassphrase(request.passphrase);
  const occupied = existsSync(folder);
  if (occupied && readdirSync(folder).length > 0) throw new AmberdeskError('vault.exists', { folder });
  requireWritable(dirname(resolve(folder)));

  const key = surroundings.randomBytes(DATA_KEY_LENGTH);
  const recovery = await makeRecovery(key);
  const wrapped: WrappedKeys = {
    passphrase: await wrapWithPassphrase(key, request.passphrase, workFactor),
    recovery: recovery.wrapped,
  };
  const installationKeys = await generateInstallationKeys(request.keys);

  const unfinished = `${folder}-${Buffer.from(surroundings.randomBytes(4)).toString('hex')}${UNFINISHED}`;
  await onDiskLater(folder, async () => {
    try {
      const paths = vaultPaths(unfinished);
      makeFolders(paths);
      const database = openDatabase(paths.database, key);
      try {
        migrate(database);
        database.sqlite.transaction(() => {
          keepInstallation(database, installationKeys, request.holder);
          keepRecoveryRecipient(database, recovery.recipient);
          appendJournal(database, surroundings.now(), 'created', { installation: installationKeys.id });
        })();
      } finally {
        database.sqlite.close();
      }
      writeKeyFolder(paths.keys, wrapped);
      syncFolder(unfinished);
      if (occupied) rmdirSync(folder);
      renameDurably(unfinished, folder);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      throw error;
    }
  });
  const vault = await openVaultWithKey(folder, key, { surroundings });
  return { vault, recovery: recovery.sheet };
}
