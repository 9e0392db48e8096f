import { createCipheriv, createDecipheriv } from 'node:crypto';

/** age's STREAM (age-encryption.org/v1): ChaCha20-Poly1305 over chunks of 64 KiB, the nonce a counter and a last flag. */
export const CHUNK = 64 * 1024;
export const TAG = 16;
const ALGORITHM = 'chacha20-poly1305';

/** The nonce of a chunk: an 11-byte big-endian counter, then 1 for the last chunk and 0 for the others. */
function nonceOf(counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(Math.floor(counter / 2 ** 32), 3, 4);
  nonce.writeUInt32BE(counter % 2 ** 32, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Seals one chunk of at most 64 KiB; gives ciphertext and tag. */
export function sealChunk(key: Uint8Array, counter: number, last: boolean, plain: Uint8Array): Buffer[] {
  const cipher = createCipheriv(ALGORITHM, key, nonceOf(counter, last), { authTagLength: TAG });
  const body = cipher.update(plain);
  cipher.final();
  return [body, cipher.getAuthTag()];
}

/** Opens one sealed chunk; undefined when it is not authentic. */
export function openChunk(key: Uint8Array, counter: number, last: boolean, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < TAG) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, nonceOf(counter, last), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain;
}
