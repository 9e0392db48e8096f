import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { vaultPaths } from './folder.ts';

const ENDING = '.amberdesk';

/** The vaults in a folder, by name; folders that hold nothing of a vault are left out. Reads nothing in them. */
export function listVaults(root: string): { folder: string; name: string }[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => name.endsWith(ENDING) && name.length > ENDING.length && isVault(join(root, name)))
    .sort((one, other) => one.localeCompare(other))
    .map((name) => ({ folder: join(root, name), name: name.slice(0, -ENDING.length) }));
}

function isVault(folder: string): boolean {
  const { database, keys } = vaultPaths(folder);
  return (
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && (existsSync(database) || existsSync(keys))
  );
}

/** The path of a vault's folder below `root`; undefined when it is elsewhere. */
export function placeBelow(root: string, folder: string): string | undefined {
  const place = relative(resolve(root), resolve(folder));
  return place === '' || place === '..' || place.startsWith(`..${sep}`) || resolve(place) === place ? undefined : place;
}

/** A folder in `root` for a vault of this name that is not there yet: numbered from the second on. */
export function freeFolder(root: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const folder = join(root, `${name}${number === 1 ? '' : ` ${number}`}${ENDING}`);
    if (!existsSync(folder)) return folder;
  }
}
