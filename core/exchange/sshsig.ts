import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** OpenSSH signatures (PROTOCOL.sshsig) with Ed25519 and SHA-512, as `ssh-keygen -Y sign` makes and `-Y verify` reads. */
const MAGIC = Buffer.from('SSHSIG');
const KEY_TYPE = 'ssh-ed25519';
const HASH = 'sha512';
const BEGIN = '-----BEGIN SSH SIGNATURE-----';
const END = '-----END SSH SIGNATURE-----';

/** What a signature is for, so that one made for a card never passes for a bundle's. */
export type Namespace = 'amberdesk-bundle' | 'amberdesk-card' | 'amberdesk-directory' | 'amberdesk-purge';

function sshString(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Takes `ssh string`s one after the other; undefined once the bytes are not in order. */
function sshReader(bytes: Buffer): { next(): Buffer | undefined; atEnd(): boolean } {
  let at = 0;
  return {
    next() {
      if (bytes.length - at < 4) return undefined;
      const length = bytes.readUInt32BE(at);
      if (length > bytes.length - at - 4) return undefined;
      at += 4 + length;
      return bytes.subarray(at - length, at);
    },
    atEnd: () => at === bytes.length,
  };
}

function keyBlob(raw: Uint8Array): Buffer {
  return Buffer.concat([sshString(KEY_TYPE), sshString(raw)]);
}

function rawOfBlob(blob: Buffer): Buffer | undefined {
  const reader = sshReader(blob);
  const type = reader.next();
  const raw = reader.next();
  return type?.toString() === KEY_TYPE && raw?.length === 32 && reader.atEnd() ? raw : undefined;
}

/** The 32 bytes of an Ed25519 key's public half. */
export function rawPublicKey(key: KeyObject): Buffer {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('The key is not an Ed25519 key.');
  return Buffer.from(x, 'base64url');
}

/** An Ed25519 public key from its 32 bytes. */
export function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  });
}

/** The line of an OpenSSH public key file, without comment: `ssh-ed25519 AAAA…`. */
export function sshPublicKey(raw: Uint8Array): string {
  return `${KEY_TYPE} ${keyBlob(raw).toString('base64')}`;
}

/** The 32 bytes of the key in such a line; undefined when it is not an Ed25519 key. */
export function parseSshPublicKey(line: string): Buffer | undefined {
  const [type, base64] = line.trim().split(/\s+/);
  if (type !== KEY_TYPE || base64 === undefined) return undefined;
  return rawOfBlob(Buffer.from(base64, 'base64'));
}

function signedData(namespace: Namespace, message: Uint8Array): Buffer {
  const digest = createHash(HASH).update(message).digest();
  return Buffer.concat([MAGIC, sshString(namespace), sshString(''), sshString(HASH), sshString(digest)]);
}

/** Signs the message; gives the armoured signature, with the line end that `ssh-keygen` writes. */
export function signSsh(key: KeyObject, namespace: Namespace, message: Uint8Array): string {
  const version = Buffer.alloc(4);
  version.writeUInt32BE(1);
  const signature = Buffer.concat([sshString(KEY_TYPE), sshString(sign(null, signedData(namespace, message), key))]);
  const blob = Buffer.concat([
    MAGIC,
    version,
    sshString(keyBlob(rawPublicKey(key))),
    sshString(namespace),
    sshString(''),
    sshString(HASH),
    sshString(signature),
  ]);
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
  return [BEGIN, ...lines, END, ''].join('\n');
}

/**
 * Verifies an armoured signature over the message. Gives the 32 bytes of the Ed25519 key that made it, which the caller
 * must find to be the one expected; undefined when it is not a valid signature for this namespace.
 */
export function verifySsh(armoured: string, namespace: Namespace, message: Uint8Array): Buffer | undefined {
  const text = armoured.replaceAll('\r\n', '\n').trim();
  if (!text.startsWith(`${BEGIN}\n`) || !text.endsWith(`\n${END}`)) return undefined;
  const base64 = text.slice(BEGIN.length, -END.length).replaceAll('\n', '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const blob = Buffer.from(base64, 'base64');
  if (!blob.subarray(0, 6).equals(MAGIC) || blob.length < 10 || blob.readUInt32BE(6) !== 1) return undefined;
  const reader = sshReader(blob.subarray(10));
  const key = reader.next();
  const purpose = reader.next();
  reader.next(); // reserved, to be ignored
  const hash = reader.next();
  const signature = reader.next();
  if (key === undefined || signature === undefined || !reader.atEnd()) return undefined;
  if (purpose?.toString() !== namespace || hash?.toString() !== HASH) return undefined;
  const raw = rawOfBlob(key);
  const inner = sshReader(signature);
  const type = inner.next()?.toString();
  const bytes = inner.next();
  if (raw === undefined || type !== KEY_TYPE || bytes?.length !== 64 || !inner.atEnd()) return undefined;
  return verify(null, signedData(namespace, message), publicKeyOf(raw), bytes) ? raw : undefined;
}
