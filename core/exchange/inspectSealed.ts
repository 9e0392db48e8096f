import type { z } from 'zod';
import type { SealedFile } from '../../contract/exchange/sealedFile.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { CHUNK, TAG } from '../crypto/stream.ts';
import { AGE_NONCE, stanzaTypes } from './ageHeader.ts';
import { gatherVolumes } from './gatherVolumes.ts';
import { openJoined } from './joinedFile.ts';
import { LARGEST_FILE } from './limits.ts';
import { readHeader } from './stageBundle.ts';

const TAR_BLOCK = 512;

/**
 * What can be told of a sealed file without any key: to how many it is sealed and how, how large it is, and whether its
 * length is that of a whole one. Throws what `gatherVolumes` throws, `bundle.notBundle`, `bundle.tooLarge`,
 * `bundle.truncated`.
 */
export async function inspectSealed(file: string | readonly string[]): Promise<z.infer<typeof SealedFile>> {
  const files = await gatherVolumes(file);
  const joined = await openJoined(files);
  try {
    const { size } = joined;
    if (size > LARGEST_FILE) throw new AmberdeskError('bundle.tooLarge', ['file']);
    const header = await readHeader(joined, size);
    const types = stanzaTypes(header);
    const payload = size - header.length - AGE_NONCE;
    const plain = payload - Math.ceil(payload / (CHUNK + TAG)) * TAG;
    return {
      sealedTo: types.includes('scrypt') ? 'passphrase' : types.includes('mlkem768x25519') ? 'hybrid' : 'classic',
      recipients: types.includes('scrypt') ? 0 : types.length,
      bytes: size,
      volumes: files.length > 1 ? files.length : 0,
      whole: plain >= 2 * TAR_BLOCK && plain % TAR_BLOCK === 0,
    };
  } finally {
    await joined.close();
  }
}
