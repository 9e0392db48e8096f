import { open } from 'node:fs/promises';
import { AmberdeskError } from '../../domain/errors.ts';
import { LARGEST_TEXT } from '../load/decodeText.ts';

/**
 * The bytes of a file that is to be taken in whole. Throws `file.missing` for what is no readable file, `load.tooLarge`
 * before it is read.
 */
export async function readInput(file: string, most = LARGEST_TEXT): Promise<Uint8Array> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new AmberdeskError('file.missing', file, { cause });
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new AmberdeskError('file.missing', file);
    if (found.size > most) throw new AmberdeskError('load.tooLarge', { bytes: found.size });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
