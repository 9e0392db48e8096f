import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Session } from '../session.ts';
import { attachFile } from './attachFile.ts';

export interface AttachOrder {
  readonly id: RecordId;
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
}

/** Attaches a file of the disk to a record. Throws `file.missing`, and what `attachFile` throws. */
export async function attachFromDisk(session: Session, { id, file, name, mediaType }: AttachOrder): Promise<void> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new AmberdeskError('file.missing', file, { cause });
  });
  await handle.close();
  await attachFile(session, id, { name, mediaType }, createReadStream(file));
}
