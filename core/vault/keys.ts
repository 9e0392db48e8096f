import { createHash, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { AmberdeskError } from '../../domain/errors.ts';
import { isLongEnough, MINIMUM_PASSPHRASE, normalizePassphrase } from '../../domain/vault/passphrase.ts';
import { syncFolder, writeDurably } from './durable.ts';
import { passphraseIdentity, passphraseRecipient } from './passphraseStanza.ts';

/** The ways of opening a vault, each an ordinary age file in `keys/` whose content is the 32-byte data key. */
export const PASSPHRASE_FILE = 'passphrase.age';
export const RECOVERY_FILE = 'recovery.age';
/** Digests of the key files: `sha256sum -c` reads it, and it tells a wrong passphrase from a damaged file. */
const DIGESTS_FILE = 'SHA256SUMS';

export const DATA_KEY_LENGTH = 32;
/** log2 of scrypt's N: what `age -p` uses, and the most that is accepted when reading. */
export const WORK_FACTOR = 18;
const KEY_FILE_LIMIT = 64 * 1024;

/** The same passphrase typed on different systems gives the same text. Throws `vault.weakPassphrase` when too short. */
export function requirePassphrase(passphrase: string): string {
  if (!isLongEnough(passphrase)) throw new AmberdeskError('vault.weakPassphrase', { minimum: MINIMUM_PASSPHRASE });
  return normalizePassphrase(passphrase);
}

/** An age file that holds the data key under a passphrase (scrypt). Throws `vault.weakPassphrase`. */
export async function wrapWithPassphrase(key: Uint8Array, passphrase: string, workFactor: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(requirePassphrase(passphrase), Math.min(workFactor, WORK_FACTOR)));
  return encrypter.encrypt(key);
}

/** An age file that holds the data key for a recovery identity's recipient (`age1…`). */
export async function wrapForRecovery(key: Uint8Array, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(key);
}

/**
 * The data key from `keys/passphrase.age` in a key folder. Throws `vault.passphrase` when the file is as it was
 * written and the passphrase does not fit, `vault.damaged` when the file is missing or was changed.
 */
export async function unwrapWithPassphrase(folder: string, passphrase: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(normalizePassphrase(passphrase), WORK_FACTOR));
  return unwrap(folder, PASSPHRASE_FILE, decrypter, 'vault.passphrase');
}

/**
 * The data key from `keys/recovery.age`, with the identity as printed (spaces and case do not matter). Throws
 * `vault.recovery` when the identity is mistyped or another vault's, `vault.damaged` when the file was changed.
 */
export async function unwrapWithRecovery(folder: string, identity: string): Promise<Uint8Array> {
  return unwrap(folder, RECOVERY_FILE, recoveryDecrypter(identity), 'vault.recovery');
}

/** The data key from the armored copy of `recovery.age` on the recovery sheet. Throws `vault.recovery`. */
export async function unwrapFromSheet(wrapped: string, identity: string): Promise<Uint8Array> {
  const decrypter = recoveryDecrypter(identity);
  try {
    return await decrypter.decrypt(armor.decode(wrapped.trim()));
  } catch (error) {
    throw new AmberdeskError('vault.recovery', null, { cause: error });
  }
}

function recoveryDecrypter(identity: string): Decrypter {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity.replaceAll(/\s/g, '').toUpperCase());
  } catch (error) {
    throw new AmberdeskError('vault.recovery', null, { cause: error });
  }
  return decrypter;
}

async function unwrap(
  folder: string,
  name: string,
  decrypter: Decrypter,
  refused: 'vault.passphrase' | 'vault.recovery',
): Promise<Uint8Array> {
  const path = join(folder, name);
  const damaged = (cause: unknown) => new AmberdeskError('vault.damaged', { file: `keys/${name}` }, { cause });
  if (!existsSync(path) || statSync(path).size > KEY_FILE_LIMIT) throw damaged(undefined);
  const content = readFileSync(path);
  requireBearableWork(content, damaged);
  let key: Uint8Array;
  try {
    key = await decrypter.decrypt(content);
  } catch (error) {
    if (!isAsWritten(folder, name, content)) throw damaged(error);
    throw new AmberdeskError(refused, null, { cause: error });
  }
  if (key.length !== DATA_KEY_LENGTH) throw damaged(undefined);
  return key;
}

/** A changed header must not make the machine work for minutes or run out of memory (RFC 7914; age's C2SP spec). */
function requireBearableWork(content: Uint8Array, damaged: (cause: unknown) => Error): void {
  const header = Buffer.from(content.subarray(0, 1024)).toString('latin1');
  const factor = /^-> scrypt \S+ (\d+)$/m.exec(header)?.[1];
  if (factor !== undefined && !(Number(factor) <= WORK_FACTOR)) throw damaged(undefined);
}

const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest();

/** The digests on record for one name; two while it is being replaced. */
function digestsOnRecord(folder: string): { name: string; digest: string }[] {
  const path = join(folder, DIGESTS_FILE);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, digest, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
      return digest !== undefined && name !== undefined ? [{ name, digest }] : [];
    });
}

/** Whether a key file is byte for byte what was written, by the digests beside it. */
export function isAsWritten(folder: string, name: string, content: Uint8Array): boolean {
  const actual = digestOf(content);
  return digestsOnRecord(folder).some((entry) => {
    const expected = Buffer.from(entry.digest, 'hex');
    return entry.name === name && timingSafeEqual(expected, actual);
  });
}

const digestLine = (name: string, digest: string) => `${digest}  ${name}\n`;

/** Names of the key files that are missing or not as they were written. */
export function damagedKeyFiles(folder: string): string[] {
  return [PASSPHRASE_FILE, RECOVERY_FILE].filter((name) => {
    const path = join(folder, name);
    return !existsSync(path) || !isAsWritten(folder, name, readFileSync(path));
  });
}

/** Wrapped keys as they go into a key folder. */
export interface WrappedKeys {
  readonly passphrase: Uint8Array;
  readonly recovery: Uint8Array;
}

/** Makes a key folder at `folder`, which must not be there, synced with all it holds. */
export function writeKeyFolder(folder: string, wrapped: WrappedKeys): void {
  mkdirSync(folder, { mode: 0o700 });
  const files = [
    { name: PASSPHRASE_FILE, content: wrapped.passphrase },
    { name: RECOVERY_FILE, content: wrapped.recovery },
  ];
  const digests = files.map(({ name, content }) => digestLine(name, digestOf(content).toString('hex'))).join('');
  for (const { name, content } of [...files, { name: DIGESTS_FILE, content: digests }]) {
    writeFileSync(join(folder, name), content, { mode: 0o600, flag: 'wx', flush: true });
  }
  syncFolder(folder);
}

/**
 * Replaces one key file. At every moment, a power cut included, the file is whole, old or new, and its digest is on
 * record: both digests are noted first, then the file is replaced, then the old digest goes.
 */
export function replaceKeyFile(folder: string, name: string, content: Uint8Array): void {
  const others = digestsOnRecord(folder).filter((entry) => entry.name !== name);
  const path = join(folder, name);
  const lines = others.map((entry) => digestLine(entry.name, entry.digest)).join('');
  const after = lines + digestLine(name, digestOf(content).toString('hex'));
  const before = existsSync(path) ? digestLine(name, digestOf(readFileSync(path)).toString('hex')) : '';
  writeDurably(join(folder, DIGESTS_FILE), after + before);
  writeDurably(path, content);
  writeDurably(join(folder, DIGESTS_FILE), after);
}
