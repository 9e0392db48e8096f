import { hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption';
import { AmberdeskError } from '../../domain/errors.ts';
import { openChunk, sealChunk, TAG } from '../crypto/stream.ts';
import { LIMITS } from './limits.ts';

/**
 * The header of an age v1 file (age-encryption.org/v1) by the age-encryption library; the payload is ours, because the
 * library's own runs at a tenth of the speed of Node's native ChaCha20-Poly1305.
 */
export const AGE_NONCE = 16;
const FIRST_LINE = 'age-encryption.org/v1\n';
const SCRYPT_LABEL = 'age-encryption.org/v1/scrypt';
const NO_NONCE_COUNTER = 0;

/** To whom a header is sealed: installations, all classic or all post-quantum hybrid; or a passphrase. */
export type SealTo =
  | { readonly recipients: readonly string[] }
  | { readonly passphrase: string; readonly workFactor?: number };

/** With what a header is opened. */
export interface HeaderKeys {
  /** `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`. */
  readonly identities: readonly string[];
  readonly passphrase?: string;
}

/** A sealed header and what opens the payload behind it. */
export interface SealedHeader {
  readonly header: Uint8Array;
  readonly fileKey: Uint8Array;
}

/** Whether these recipients may stand in one file: at least one, and classic and hybrid never together. */
export function recipientsAgree(recipients: readonly string[]): boolean {
  const hybrid = recipients.filter((recipient) => recipient.startsWith('age1pq1')).length;
  return recipients.length > 0 && (hybrid === 0 || hybrid === recipients.length);
}

function scryptKey(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> {
  const cost = 2 ** workFactor;
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: 8, p: 1, maxmem: 128 * 8 * (cost + 32) + 1024 * 1024 };
    scrypt(passphrase, Buffer.concat([Buffer.from(SCRYPT_LABEL), salt]), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** age's scrypt recipient over Node's native scrypt, which is faster than the library's and leaves the heap alone. */
function passphraseRecipient(passphrase: string, workFactor: number): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16);
      const key = await scryptKey(passphrase, salt, workFactor);
      const body = Buffer.concat(sealChunk(key, NO_NONCE_COUNTER, false, fileKey));
      return [new Stanza(['scrypt', salt.toString('base64').replaceAll('=', ''), String(workFactor)], body)];
    },
  };
}

function passphraseIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [stanza] = stanzas;
      if (stanzas.length !== 1 || stanza === undefined || stanza.body.length !== 32) return null;
      const salt = Buffer.from(stanza.args[1] ?? '', 'base64');
      if (salt.length !== 16) throw new Error('invalid scrypt stanza');
      const key = await scryptKey(passphrase, salt, Number(stanza.args[2]));
      return openChunk(key, NO_NONCE_COUNTER, false, stanza.body) ?? null;
    },
  };
}

/**
 * Makes a new file key and a header that gives it to the recipients or to whoever knows the passphrase. Throws
 * `bundle.recipients` when there are none, when one is not an age recipient, or when classic and hybrid are mixed.
 */
export async function sealHeader(to: SealTo): Promise<SealedHeader> {
  const encrypter = new Encrypter();
  if ('passphrase' in to) {
    encrypter.addRecipient(passphraseRecipient(to.passphrase, Math.min(to.workFactor ?? 18, LIMITS.workFactor)));
  } else {
    if (!recipientsAgree(to.recipients)) throw new AmberdeskError('bundle.recipients', ['mixed or none']);
    try {
      for (const recipient of to.recipients) encrypter.addRecipient(recipient);
    } catch (error) {
      throw new AmberdeskError('bundle.recipients', ['not an age recipient'], { cause: error });
    }
  }
  let fileKey: Uint8Array | undefined;
  encrypter.addRecipient({
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  const file = await encrypter.encrypt(new Uint8Array());
  if (fileKey === undefined) throw new Error('age-encryption gave no file key');
  return { header: file.subarray(0, file.length - AGE_NONCE - TAG), fileKey };
}

/**
 * Where the header ends, looking at the first bytes of a file: the offset after its last line. `'longer'` when more
 * bytes are needed, `'foreign'` when this is not an age file.
 */
export function headerEnd(bytes: Uint8Array): number | 'longer' | 'foreign' {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const known = text.slice(0, FIRST_LINE.length);
  if (!FIRST_LINE.startsWith(known)) return 'foreign';
  const mac = text.indexOf('\n---');
  if (mac === -1) return 'longer';
  const end = text.indexOf('\n', mac + 1);
  return end === -1 ? 'longer' : end + 1;
}

interface Stanzas {
  readonly scrypt: string[][];
  readonly others: number;
}

function stanzasOf(header: Uint8Array): Stanzas {
  const lines = Buffer.from(header).toString('latin1').split('\n');
  const all = lines.filter((line) => line.startsWith('-> ')).map((line) => line.slice(3).split(' '));
  const scryptOnes = all.filter(([type]) => type === 'scrypt');
  return { scrypt: scryptOnes, others: all.length - scryptOnes.length };
}

/** The types of its stanzas, one for each recipient: `X25519`, `mlkem768x25519`, `scrypt`. */
export function stanzaTypes(header: Uint8Array): string[] {
  const lines = Buffer.from(header).toString('latin1').split('\n');
  return lines.filter((line) => line.startsWith('-> ')).map((line) => line.slice(3).split(' ')[0] ?? '');
}

/** Whether the header is under a passphrase. */
export function needsPassphrase(header: Uint8Array): boolean {
  return stanzasOf(header).scrypt.length > 0;
}

function addIdentities(decrypter: Decrypter, identities: readonly string[]): void {
  try {
    for (const identity of identities) decrypter.addIdentity(identity.trim());
  } catch (error) {
    throw new AmberdeskError('bundle.notForUs', ['not an age identity'], { cause: error });
  }
}

/**
 * Opens a header and gives the file key. Throws `bundle.tooLarge` (too many recipients, work factor above the limit,
 * seen before it is used), `bundle.passphrase` (needed or wrong), `bundle.notForUs`, `bundle.tampered`.
 */
export async function openHeader(header: Uint8Array, keys: HeaderKeys): Promise<Uint8Array> {
  const stanzas = stanzasOf(header);
  if (stanzas.others + stanzas.scrypt.length > LIMITS.recipients)
    throw new AmberdeskError('bundle.tooLarge', ['recipients']);
  const decrypter = new Decrypter();
  const [locked] = stanzas.scrypt;
  if (locked !== undefined) {
    const [, salt, factor] = locked;
    if (stanzas.scrypt.length + stanzas.others > 1) throw new AmberdeskError('bundle.tampered', ['scrypt stanza']);
    if (locked.length !== 3 || !/^[A-Za-z0-9+/]{22}$/.test(salt ?? '') || !/^[1-9]\d{0,2}$/.test(factor ?? '')) {
      throw new AmberdeskError('bundle.tampered', ['scrypt stanza']);
    }
    if (Number(factor) > LIMITS.workFactor) throw new AmberdeskError('bundle.tooLarge', ['work factor']);
    if (keys.passphrase === undefined) throw new AmberdeskError('bundle.passphrase', ['needed']);
    decrypter.addIdentity(passphraseIdentity(keys.passphrase));
  } else {
    addIdentities(decrypter, keys.identities);
  }
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (!message.startsWith('no identity matched')) {
      throw new AmberdeskError('bundle.tampered', ['header'], { cause: error });
    }
    throw locked === undefined
      ? new AmberdeskError('bundle.notForUs', null, { cause: error })
      : new AmberdeskError('bundle.passphrase', ['wrong'], { cause: error });
  }
}

/** The key of the payload's stream: HKDF-SHA256 of the file key, salted with the payload's nonce. */
export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** A whole small age file to one recipient: what only that addressee can read. */
export async function sealSmall(recipient: string, plain: Uint8Array): Promise<Buffer> {
  const { header, fileKey } = await sealHeader({ recipients: [recipient] });
  const nonce = randomBytes(AGE_NONCE);
  return Buffer.concat([header, nonce, ...sealChunk(payloadKey(fileKey, nonce), 0, true, plain)]);
}

/**
 * Opens such a file: one recipient, at most one chunk. Undefined when it is not for these identities, has more than one
 * recipient (each of which would have to be tried), or is not authentic.
 */
export async function openSmall(file: Uint8Array, keys: HeaderKeys): Promise<Buffer | undefined> {
  const end = headerEnd(file);
  if (typeof end !== 'number' || file.length < end + AGE_NONCE + TAG) return undefined;
  const header = file.subarray(0, end);
  const { scrypt: locked, others } = stanzasOf(header);
  if (locked.length > 0 || others !== 1) return undefined;
  try {
    const fileKey = await openHeader(header, keys);
    const nonce = file.subarray(end, end + AGE_NONCE);
    return openChunk(payloadKey(fileKey, nonce), 0, true, file.subarray(end + AGE_NONCE));
  } catch {
    return undefined;
  }
}
