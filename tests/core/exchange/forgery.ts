import type { KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SealTo } from '../../../core/exchange/ageHeader.ts';
import { readAgeIdentity, readAgeRecipient, readSigningKey } from '../../../core/vault/installation.ts';
import { aFolder } from '../../helpers/aVault.ts';
import {
  archive,
  type Contents,
  contentsOf,
  decrypted,
  type Entry,
  encrypted,
  entriesIn,
  signedEntries,
} from '../../helpers/bundleBytes.ts';
import type { Desk } from './aNetwork.ts';

export { archive, type Contents, type Entry, sha256 } from '../../helpers/bundleBytes.ts';

/** The tar archive inside a bundle, opened with an addressee's identity. */
export function archiveOf(file: string, by: Desk): Promise<Buffer> {
  return decrypted(readFileSync(file), { identities: [readAgeIdentity(by.session.vault)] });
}

export async function entriesOf(file: string, by: Desk): Promise<Entry[]> {
  return entriesIn(await archiveOf(file, by));
}

/** Every byte of a bundle as an addressee unpacks it. */
export async function unpackedEntries(file: string, by: Desk): Promise<Buffer> {
  const entries = await entriesOf(file, by);
  return Buffer.concat(entries.map(({ name, bytes }) => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes)));
}

/** Encrypts an archive for somebody, as `age` would, into a new file. */
export async function encrypt(plain: Buffer, to: SealTo): Promise<string> {
  const file = join(aFolder(), 'Forged.amber');
  writeFileSync(file, await encrypted(plain, to));
  return file;
}

export function recipientOf(desk: Desk): SealTo {
  return { recipients: [readAgeRecipient(desk.session.vault)] };
}

/** A bundle with its entries changed, for the same addressee. Nothing is signed anew. */
export async function tampered(file: string, to: Desk, change: (entries: Entry[]) => Entry[]): Promise<string> {
  return encrypt(await archive(change(await entriesOf(file, to))), recipientOf(to));
}

/**
 * A bundle that somebody who holds a trusted key made by other rules: content and manifest changed at will, digests and
 * totals as they then are, signed by `by`. `instead`: bytes that stand for the manifest, signed as they are.
 */
export async function resigned(
  file: string,
  to: Desk,
  by: Desk | KeyObject,
  change: (contents: Contents) => void,
  instead: { readonly 'manifest.json'?: Buffer } = {},
): Promise<string> {
  const contents = contentsOf(await entriesOf(file, to));
  change(contents);
  const key = 'session' in by ? readSigningKey(by.session.vault) : by;
  const entries = signedEntries(contents, key, instead['manifest.json']);
  return encrypt(await archive(entries), recipientOf(to));
}
