import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const SENTENCES: Readonly<Record<string, MessageDescriptor>> = {
  database: msg`The database is damaged. Restore a backup.`,
  foreignKeys: msg`Some rows point to rows that are not there. Restore a backup.`,
  attachments: msg`The file of an attachment is missing or damaged. Ask its sender for it again.`,
  journal: msg`The journal was changed by something else than Amberdesk.`,
  directory: msg`The network’s directory is not as it was signed. Restore a backup, and tell the Secretariat.`,
  orphans: msg`A file that nothing names. It goes when the vault is next opened.`,
  keys: msg`A key file is missing or damaged. Change the passphrase or make a new recovery sheet to write it anew.`,
  backups: msg`A backup is damaged and cannot be restored. Make a new one.`,
};

/** What an examination's check says to a person; undefined for one that a newer version makes. */
export function findingSentence(check: string): MessageDescriptor | undefined {
  return SENTENCES[check];
}
