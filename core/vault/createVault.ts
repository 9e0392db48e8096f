import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
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
  wrapForRecovery,
  wrapWithPassphrase,
  writeKeyFolder,
} from './keys.ts';
import { migrate } from './migrate.ts';
import { openVaultWithKey } from './openVault.ts';
import { keepRecoveryRecipient } from './recovery.ts';
import type { Vault } from './vault.ts';

export interface CreateRequest {
  /** At least twelve characters. */
  readonly passphrase: string;
  readonly holder: Holder;
  readonly surroundings?: Surroundings;
  /** log2 of scrypt's N; 18 unless told, and never more. */
  readonly workFactor?: number;
}

/** What is printed once, and kept nowhere in the vault. */
export interface RecoverySheet {
  /** `AGE-SECRET-KEY-1…`: opens `keys/recovery.age` with Amberdesk or with `age -d -i`. */
  readonly identity: string;
  /** The same for reading and typing: the prefix, then groups of six. */
  readonly groups: readonly string[];
  /** `keys/recovery.age` as text (age armor), so that the sheet opens a vault whose `keys/` is lost. */
  readonly wrapped: string;
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
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const wrapped: WrappedKeys = {
    passphrase: await wrapWithPassphrase(key, request.passphrase, workFactor),
    recovery: await wrapForRecovery(key, recipient),
  };
  const installationKeys = await generateInstallationKeys();

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
          keepRecoveryRecipient(database, recipient);
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
  return { vault, recovery: sheetOf(identity, wrapped.recovery) };
}

const PREFIX = 'AGE-SECRET-KEY-1';

function sheetOf(identity: string, wrapped: Uint8Array): RecoverySheet {
  const groups = [PREFIX, ...(identity.slice(PREFIX.length).match(/.{1,6}/g) ?? [])];
  return { identity, groups, wrapped: armor.encode(wrapped) };
}
