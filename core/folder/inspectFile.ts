import { AmberdeskError } from '../../domain/errors.ts';
import { CHUNK, openChunk, TAG } from '../crypto/stream.ts';
import { AGE_NONCE, needsPassphrase, openHeader, payloadKey } from '../exchange/ageHeader.ts';
import { type JoinedFile, openJoined } from '../exchange/joinedFile.ts';
import { LARGEST_FILE } from '../exchange/limits.ts';
import { readHeader } from '../exchange/stageBundle.ts';
import { readAgeIdentities } from '../vault/installation.ts';
import type { Vault } from '../vault/vault.ts';
import { isKnown, markOf } from './knownFiles.ts';

/**
 * What a file in the exchange folder is: no sealed file (`foreign`), not all there yet, sealed to others, known here
 * already, or one to be offered.
 */
export type Inspected =
  | { readonly is: 'foreign' | 'unfinished' | 'others' | 'known' }
  | { readonly is: 'offered'; readonly mark: string; readonly underPassphrase: boolean };

const TAR_BLOCK = 512;

/**
 * Looks at the ends of a sealed file, and at nothing of its content: its age header says whom it is for, and its last
 * chunk, which is authentic only at its own place, that it is all there. Under a passphrase, the length has to do.
 * Throws the system's errors and `file.missing`.
 */
export async function inspectFile(vault: Vault, files: readonly string[]): Promise<Inspected> {
  const joined = await openJoined(files);
  try {
    return joined.size > LARGEST_FILE ? { is: 'foreign' } : await inspect(vault, joined);
  } catch (error) {
    const verdict = error instanceof AmberdeskError ? VERDICTS[error.code] : undefined;
    if (verdict === undefined) throw error;
    return { is: verdict };
  } finally {
    await joined.close();
  }
}

const VERDICTS: Readonly<Record<string, 'foreign' | 'unfinished' | 'others'>> = {
  'bundle.notBundle': 'foreign',
  'bundle.tooLarge': 'foreign',
  'bundle.tampered': 'foreign',
  'bundle.truncated': 'unfinished',
  'bundle.notForUs': 'others',
};

async function inspect(vault: Vault, joined: JoinedFile): Promise<Inspected> {
  if (joined.size === 0) return { is: 'unfinished' };
  const header = await readHeader(joined, joined.size);
  const start = header.length + AGE_NONCE;
  const nonce = Buffer.alloc(AGE_NONCE);
  const payload = joined.size - start;
  if (payload <= TAG || (await joined.read(nonce, 0, AGE_NONCE, header.length)).bytesRead < AGE_NONCE) {
    return { is: 'unfinished' };
  }
  const mark = markOf(header, nonce);
  if (isKnown(vault, mark)) return { is: 'known' };
  const underPassphrase = needsPassphrase(header);
  const chunks = Math.ceil(payload / (CHUNK + TAG));
  if (underPassphrase) {
    const plain = payload - chunks * TAG;
    const whole = plain % TAR_BLOCK === 0 && plain >= 2 * TAR_BLOCK;
    return whole ? { is: 'offered', mark, underPassphrase } : { is: 'unfinished' };
  }
  const fileKey = await openHeader(header, { identities: readAgeIdentities(vault) });
  const lastStart = (chunks - 1) * (CHUNK + TAG);
  const sealed = Buffer.alloc(payload - lastStart);
  const { bytesRead } = await joined.read(sealed, 0, sealed.length, start + lastStart);
  const whole =
    bytesRead === sealed.length && openChunk(payloadKey(fileKey, nonce), chunks - 1, true, sealed) !== undefined;
  return whole ? { is: 'offered', mark, underPassphrase } : { is: 'unfinished' };
}
