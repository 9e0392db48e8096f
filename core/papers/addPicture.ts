import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { objects, text } from '../../domain/records/text.ts';
import { cleanImage, IMAGE_LIMITS } from '../annexes/cleanImage.ts';
import { readInput } from '../files/readInput.ts';
import { attachFile } from '../records/attachFile.ts';
import { requireRecord } from '../records/recordView.ts';
import type { Session } from '../session.ts';

export interface PictureOrder {
  readonly paper: RecordId;
  readonly name: string;
  /** On the disk, or else the content in base64. */
  readonly file?: string | undefined;
  readonly content?: string | undefined;
}

/**
 * Keeps a picture among a paper's files for a figure: what is drawn of it alone. Throws what `cleanImage`, `readInput` and
 * `attachFile` throw; then nothing was changed.
 */
export async function addPicture(session: Session, { paper, name, file, content }: PictureOrder) {
  const bytes = file === undefined ? Buffer.from(content ?? '', 'base64') : await readInput(file, IMAGE_LIMITS.bytes);
  const clean = cleanImage(bytes);
  const { width, height } = clean;
  const mediaType = clean.format === 'png' ? 'image/png' : 'image/jpeg';
  const before = objects(requireRecord(session.vault, paper).body.attachments);
  const known = new Set(before.map(({ id }) => text(id)));
  const { body } = await attachFile(session, paper, { name, mediaType }, clean.content);
  const added = objects(body.attachments).find(({ id }) => !known.has(text(id)));
  if (added === undefined) throw new AmberdeskError('internal');
  return { attachment: text(added.id), sha256: text(added.sha256), width, height };
}
