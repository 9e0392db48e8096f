import { randomBytes, scrypt } from 'node:crypto';
import { type Identity, type Recipient, Stanza } from 'age-encryption';
import { openChunk, sealChunk } from '../crypto/stream.ts';

const LABEL = 'age-encryption.org/v1/scrypt';
const SALT_LENGTH = 16;
const KEY_LENGTH = 32;

/**
 * An age file's passphrase (C2SP age, "The scrypt recipient type"), derived in a thread of the system's, so that the
 * caller's goes on answering meanwhile. `workFactor` is log2 of scrypt's N.
 */
export function passphraseRecipient(passphrase: string, workFactor: number): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(SALT_LENGTH);
      const key = await deriveKey(passphrase, salt, workFactor);
      try {
        // The first chunk of a stream that goes on has the nonce of zeros that a wrapped key has.
        const body = Buffer.concat(sealChunk(key, 0, false, fileKey));
        return [new Stanza(['scrypt', withoutPadding(salt), String(workFactor)], body)];
      } finally {
        key.fill(0);
      }
    },
  };
}

/** The other direction; gives nothing for a file that is not under this passphrase. Refuses more work than `most`. */
export function passphraseIdentity(passphrase: string, most: number): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [stanza] = stanzas;
      const [type, salt, factor, ...rest] = stanza?.args ?? [];
      if (stanza === undefined || stanzas.length !== 1 || type !== 'scrypt') return null;
      const known = Buffer.from(salt ?? '', 'base64');
      if (
        rest.length > 0 ||
        known.length !== SALT_LENGTH ||
        !/^[1-9]\d?$/.test(factor ?? '') ||
        Number(factor) > most
      ) {
        throw new RangeError('The header of the key file is not one that we write.');
      }
      const key = await deriveKey(passphrase, known, Number(factor));
      try {
        return openChunk(key, 0, false, stanza.body) ?? null;
      } finally {
        key.fill(0);
      }
    },
  };
}

/** RFC 7914 with r = 8 and p = 1. The passphrase's bytes and the salt's are wiped when it is done. */
function deriveKey(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> {
  const secret = Buffer.from(passphrase, 'utf8');
  const labelled = Buffer.concat([Buffer.from(LABEL, 'latin1'), salt]);
  const N = 2 ** workFactor;
  return new Promise((resolve, reject) => {
    // Scrypt's own need is 128 · N · r bytes; a little more for the rest.
    scrypt(secret, labelled, KEY_LENGTH, { N, r: 8, p: 1, maxmem: 128 * 8 * (N + 1024) }, (error, key) => {
      secret.fill(0);
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function withoutPadding(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
