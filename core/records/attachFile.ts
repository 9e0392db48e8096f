import type { Readable } from 'node:stream';
import { generateKeyBetween } from 'fractional-indexing';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { objects, text } from '../../domain/records/text.ts';
import type { Session } from '../session.ts';
import { requireEditable } from './draft.ts';
import { editRecord } from './editRecord.ts';
import { type RecordView, requireRecord } from './recordView.ts';

/** A file as people name it, and its media type (`application/pdf`). */
export interface AttachedFile {
  readonly name: string;
  readonly mediaType: string;
}

/**
 * Keeps a file, encrypted beside the database, and names it last among the record's attachments. The file is safely on
 * disk before the record names it. Throws what editing throws (`record.invalid` for kinds without attachments) and
 * what keeping an attachment throws (`vault.full`).
 */
export async function attachFile(
  session: Session,
  id: RecordId,
  file: AttachedFile,
  content: Readable | Uint8Array,
): Promise<RecordView> {
  const { vault, surroundings } = session;
  const { kind } = requireEditable(session, id);
  if (kindOf(kind)?.fields.attachments === undefined) throw new AmberdeskError('record.invalid', { kind });
  const { sha256, size } = await vault.blobs.add(content);
  const attachments = objects(requireRecord(vault, id).body.attachments);
  const last = attachments
    .map((entry) => text(entry.order))
    .sort()
    .at(-1);
  const order = generateKeyBetween(last ?? null, null);
  const entry = { id: surroundings.randomId(), order, ...file, size, sha256 };
  return editRecord(session, id, { attachments: [...attachments, entry] });
}
