import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';

/** Where everything lies in a vault's folder. */
export interface VaultPaths {
  readonly folder: string;
  readonly database: string;
  readonly keys: string;
  /** Keys of a change of data key that is not finished; see `rekey.ts`. */
  readonly nextKeys: string;
  readonly nextDatabase: string;
  readonly blobs: string;
  readonly staging: string;
  readonly backups: string;
  readonly lock: string;
  readonly owner: string;
}

/** The paths inside the vault at `folder`. Touches nothing. */
export function vaultPaths(folder: string): VaultPaths {
  return {
    folder,
    database: join(folder, 'vault.db'),
    keys: join(folder, 'keys'),
    nextKeys: join(folder, 'keys.next'),
    nextDatabase: join(folder, 'vault.db.next'),
    blobs: join(folder, 'blobs'),
    staging: join(folder, 'staging'),
    backups: join(folder, 'backups'),
    lock: join(folder, 'lock.db'),
    owner: join(folder, 'lock.txt'),
  };
}

/** Throws `vault.missing` when `folder` holds nothing of a vault. */
export function requireVault(folder: string): VaultPaths {
  const paths = vaultPaths(folder);
  if (!existsSync(paths.database) && !existsSync(paths.keys)) throw new AmberdeskError('vault.missing', { folder });
  return paths;
}

/** The folders of a vault, made where they are missing; readable only by the person whose account it is. */
export function makeFolders(paths: VaultPaths): void {
  for (const folder of [paths.folder, paths.blobs, paths.staging, paths.backups]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
}
