import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type RevisionContent, revisionId, type SignedRevision } from '../../domain/records/revision.ts';

/**
 * The revision with its id and the signature of its author's installation: Ed25519 (RFC 8032) over the 32 bytes of
 * the id, in base64.
 */
export function signRevision(content: RevisionContent, signingKey: KeyObject): SignedRevision {
  const id = revisionId(content);
  return { ...content, id, signature: sign(null, Buffer.from(id, 'hex'), signingKey).toString('base64') };
}

/**
 * Whether the id is the digest of the content and the signature is that of the key. `publicKey` is the raw 32-byte
 * Ed25519 key, or a key object.
 */
export function verifyRevision(revision: SignedRevision, publicKey: Uint8Array | KeyObject): boolean {
  const { id, signature, ...content } = revision;
  if (revisionId(content) !== id) return false;
  const key = publicKey instanceof Uint8Array ? rawKey(publicKey) : publicKey;
  return verify(null, Buffer.from(id, 'hex'), key, Buffer.from(signature, 'base64'));
}

function rawKey(bytes: Uint8Array): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') },
    format: 'jwk',
  });
}
