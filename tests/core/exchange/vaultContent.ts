import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '../../../core/vault/vault.ts';

/** Everything a vault holds: each row of each table, and the names of its files. */
export function vaultContent(vault: Vault): { tables: Map<string, unknown[]>; files: string[] } {
  const names = vault.sqlite
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => name)
    .filter((name) => !name.includes('search_'));
  const tables = new Map(names.map((name) => [name, vault.sqlite.prepare(`SELECT * FROM "${name}"`).all()]));
  const folders = ['staging', 'blobs', 'backups', 'keys'];
  const files = folders.flatMap((folder) => readdirSync(join(vault.folder, folder)).map((name) => `${folder}/${name}`));
  return { tables, files };
}

/**
 * The same but for the marks of files that are known. A bundle that is here already and was sealed anew is another file:
 * that it was opened is noted, so that it is not offered again; nothing else may change.
 */
export function contentButMarks(vault: Vault): ReturnType<typeof vaultContent> {
  const { tables, files } = vaultContent(vault);
  return { tables: new Map([...tables].filter(([name]) => name !== 'known_file')), files };
}
