import { join } from 'node:path';
import { listBackups } from '../../../core/vault/backups.ts';
import { openDatabase } from '../../../core/vault/database.ts';
import type { Desk } from './aNetwork.ts';

/** Everything readable in a database, page by page: its text, and what lies in free pages and the search index. */
function holdsWord(word: string, file: string, key: Uint8Array): boolean {
  const { sqlite } = openDatabase(file, key, { mustExist: true, copy: true });
  try {
    const bytes = sqlite.serialize();
    const text = bytes.toString('latin1').toLowerCase();
    return text.includes(word.toLowerCase());
  } finally {
    sqlite.close();
  }
}

/** Where a word is left in a vault and its backups. */
export function tracesOf(word: string, { session }: Desk): string[] {
  const { folder, key } = session.vault;
  const databases = [join(folder, 'vault.db'), ...listBackups(folder).map(({ path }) => join(path, 'vault.db'))];
  return databases.filter((file) => holdsWord(word, file, key));
}
