import { buffer } from 'node:stream/consumers';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { count, objects, text } from '../../domain/records/text.ts';
import { readRecord } from '../records/recordView.ts';
import type { Vault } from '../vault/vault.ts';

/** More than this is not held in a window at once. */
const LARGEST = 100_000_000;

/**
 * The content of one of a record's files, decrypted in memory, for this installation to look at. Throws
 * `record.missing`; `file.missing` when the record names no such file or the vault has not got it; `load.tooLarge`;
 * `vault.damaged`.
 */
export async function readAttachment(vault: Vault, record: RecordId, attachment: string) {
  const entry = objects(readRecord(vault, record).body.attachments).find(({ id }) => id === attachment);
  const stored = entry && vault.blobs.get(text(entry.sha256));
  if (entry === undefined || stored === undefined) throw new AmberdeskError('file.missing', { record, attachment });
  if (Math.max(stored.size, count(entry.size)) > LARGEST) throw new AmberdeskError('load.tooLarge');
  const content = await buffer(vault.blobs.read(stored.sha256));
  return {
    name: text(entry.name),
    mediaType: text(entry.mediaType),
    size: stored.size,
    content: content.toString('base64'),
  };
}
