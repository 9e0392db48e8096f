import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { renameDurably, syncFolder, UNFINISHED, writeDurably } from './durable.ts';
import type { VaultPaths } from './folder.ts';

/** The folder in which a restored database and its keys wait to take the place of the present ones. */
const READY = 'restore.ready';
/** Names the folder in `backups/` to which the present ones go. */
const ASIDE = 'aside.txt';

/** Where a restore prepares what is to come: `vault.db` and `keys/`. Swept when the vault is opened. */
export function restoreFolder(paths: VaultPaths): string {
  return join(paths.folder, `restore${UNFINISHED}`);
}

/** Puts the prepared database and keys in place of the present ones, which go to `backups/<aside>/`. */
export function replaceVault(paths: VaultPaths, aside: string): void {
  const prepared = restoreFolder(paths);
  writeDurably(join(prepared, ASIDE), aside);
  syncFolder(prepared);
  // From this name on the restore counts: a crash is finished by the next opening.
  renameDurably(prepared, join(paths.folder, READY));
  settleRestore(paths);
}

/** Finishes a restore that counts. Each step is safe to repeat; needs no key, so it comes before unlocking. */
export function settleRestore(paths: VaultPaths): void {
  const ready = join(paths.folder, READY);
  if (!existsSync(ready)) return;
  if (existsSync(join(ready, ASIDE))) {
    // Only a name: what stands in the file leads nowhere but into `backups/`.
    const aside = join(paths.backups, basename(readFileSync(join(ready, ASIDE), 'utf8')));
    for (const [name, companions] of [
      ['vault.db', ['-wal', '-shm']],
      ['keys', []],
    ] as const) {
      const prepared = join(ready, name);
      if (!existsSync(prepared)) continue;
      for (const end of [...companions, '']) {
        const present = join(paths.folder, `${name}${end}`);
        if (!existsSync(present)) continue;
        mkdirSync(aside, { recursive: true, mode: 0o700 });
        renameDurably(present, join(aside, `${name}${end}`));
      }
      renameDurably(prepared, join(paths.folder, name));
    }
    syncFolder(paths.backups);
  }
  rmSync(join(ready, ASIDE), { force: true });
  rmSync(ready, { recursive: true, force: true });
  syncFolder(paths.folder);
}
