import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { blobFile } from '../../drizzle/schema.ts';
import { readSealedFile } from '../crypto/sealedFile.ts';
import { verifyDirectory } from '../directory/verifyDirectory.ts';
import { unwatched, type Work } from '../jobs/work.ts';
import { changedFiles, listBackups } from './backups.ts';
import { checkIntegrity } from './database.ts';
import { vaultPaths } from './folder.ts';
import { type BrokenLine, examineJournal } from './journal.ts';
import { damagedKeyFiles } from './keys.ts';
import { orphanedBlobs } from './sweep.ts';
import type { Vault } from './vault.ts';

/** What an examination found: a `damage` loses something, a `remark` does not. */
export interface Finding {
  readonly check: 'database' | 'foreignKeys' | 'attachments' | 'journal' | 'directory' | 'orphans' | 'keys' | 'backups';
  readonly severity: 'damage' | 'remark';
  /** A sentence for a person. */
  readonly message: string;
  /** The file, table or line it is about. */
  readonly subject: string;
}

const JOURNAL_SAYS: Readonly<Record<BrokenLine, (line: number) => string>> = {
  changed: (line) => `The journal is not as it was written: line ${line} was changed.`,
  missing: (line) => `The journal is not as it was written: line ${line} was taken out.`,
  order: (line) => `The journal is not as it was written: line ${line} does not follow the line before it.`,
  cut: (line) => `The journal is not as it was written: it was cut off from line ${line} on.`,
};

/**
 * Examines an open vault and changes nothing: every page of the database, its references, every attachment to its
 * last byte, the journal's chain, the directory's, key files, backups, and files nothing names. Gives no findings when all is well.
 */
export async function examineVault(vault: Vault, work: Work = unwatched): Promise<Finding[]> {
  const paths = vaultPaths(vault.folder);
  const findings: Finding[] = [];
  const integrity = checkIntegrity(vault);
  if (integrity !== 'ok') {
    findings.push(damage('database', `The database is damaged: ${integrity}. Restore a backup.`, 'vault.db'));
    // A damaged database answers the other questions wrongly.
    return findings;
  }
  if (vault.sqlite.prepare('PRAGMA foreign_key_check').all().length > 0) {
    findings.push(damage('foreignKeys', 'Some rows point to rows that are not there.', 'vault.db'));
  }
  const { broken } = examineJournal(vault);
  if (broken !== undefined) {
    findings.push(damage('journal', JOURNAL_SAYS[broken.is](broken.line), String(broken.line)));
  }
  const entry = verifyDirectory(vault);
  if (entry !== undefined) {
    findings.push(
      damage('directory', `Entry ${entry} of the network’s directory is not as it was signed.`, String(entry)),
    );
  }
  for (const name of damagedKeyFiles(paths.keys)) {
    findings.push(damage('keys', 'A key file is missing or damaged. Put it back from a backup.', `keys/${name}`));
  }
  for (const backup of listBackups(vault.folder)) {
    const [changed] = changedFiles(backup.path);
    if (changed !== undefined) {
      findings.push(damage('backups', 'A backup is damaged and cannot be restored.', `${backup.name}/${changed}`));
    }
  }
  for (const file of orphanedBlobs(paths, vault.key, vault)) {
    const message = 'A file that nothing names; it goes when the vault is next opened.';
    findings.push({ check: 'orphans', severity: 'remark', message, subject: `blobs/${file}` });
  }
  findings.push(...(await examineAttachments(vault, work)));
  return findings;
}

async function examineAttachments(vault: Vault, work: Work): Promise<Finding[]> {
  const { blobs } = vaultPaths(vault.folder);
  const rows = vault.orm.select().from(blobFile).all();
  const present = new Set(existsSync(blobs) ? readdirSync(blobs) : []);
  const findings: Finding[] = [];
  for (const [index, row] of rows.entries()) {
    work.check();
    work.progress(index, rows.length, 'doctor.attachments');
    if (!present.has(row.file)) {
      findings.push(damage('attachments', 'The file of an attachment is gone.', row.sha256));
    } else if (!(await isAuthentic(join(blobs, row.file), row))) {
      findings.push(damage('attachments', 'The file of an attachment is damaged.', row.sha256));
    }
  }
  return findings;
}

async function isAuthentic(path: string, row: typeof blobFile.$inferSelect): Promise<boolean> {
  const digest = createHash('sha256');
  try {
    for await (const piece of readSealedFile(path, row.key, row.size, (cause) => new Error('damaged', { cause }))) {
      digest.update(piece);
    }
  } catch {
    return false;
  }
  return digest.digest('hex') === row.sha256;
}

function damage(check: Finding['check'], message: string, subject: string): Finding {
  return { check, severity: 'damage', message, subject };
}
