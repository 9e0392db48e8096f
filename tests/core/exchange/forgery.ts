import { createHash, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { extract, type Header, pack } from 'tar-stream';
import { createDecryptStream, createEncryptStream } from '../../../core/crypto/sealedStream.ts';
import {
  AGE_NONCE,
  headerEnd,
  openHeader,
  payloadKey,
  type SealTo,
  sealHeader,
} from '../../../core/exchange/ageHeader.ts';
import { signSsh } from '../../../core/exchange/sshsig.ts';
import { readAgeIdentity, readAgeRecipient, readSigningKey } from '../../../core/vault/installation.ts';
import { canonicalJson, type JsonObject } from '../../../domain/records/json.ts';
import { aFolder } from '../../helpers/aVault.ts';
import type { Desk } from './aNetwork.ts';

/** One tar entry, as a forger writes it: any header, whatever the bytes. */
export interface Entry {
  name: string;
  bytes: Buffer;
  header?: Partial<Header>;
}

/** The tar archive inside a bundle, opened with an addressee's identity. */
export async function archiveOf(file: string, by: Desk): Promise<Buffer> {
  const bytes = readFileSync(file);
  const end = headerEnd(bytes);
  if (typeof end !== 'number') throw new Error('not an age file');
  const fileKey = await openHeader(bytes.subarray(0, end), { identities: [readAgeIdentity(by.session.vault)] });
  const opened = createDecryptStream(
    payloadKey(fileKey, bytes.subarray(end, end + AGE_NONCE)),
    (flaw) => new Error(flaw),
  );
  opened.end(bytes.subarray(end + AGE_NONCE));
  return buffer(opened);
}

export async function entriesOf(file: string, by: Desk): Promise<Entry[]> {
  const archive = extract();
  archive.end(await archiveOf(file, by));
  const entries: Entry[] = [];
  for await (const entry of archive) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    entries.push({ name: entry.header.name, bytes: Buffer.concat(parts) });
  }
  return entries;
}

export async function archive(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, bytes, header } of entries) {
    const type = header?.type ?? 'file';
    if (type === 'file') tar.entry({ name, type, mtime: new Date(0), ...header }, bytes);
    else tar.entry({ name, mtime: new Date(0), ...header });
  }
  tar.finalize();
  const parts: Buffer[] = [];
  for await (const part of tar) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Encrypts an archive for somebody, as `age` would, into a new file. */
export async function encrypt(plain: Buffer, to: SealTo): Promise<string> {
  const { header, fileKey } = await sealHeader(to);
  const nonce = Buffer.alloc(AGE_NONCE, 7);
  const stream = createEncryptStream(payloadKey(fileKey, nonce));
  stream.end(plain);
  const file = join(aFolder(), 'Forged.amber');
  writeFileSync(file, Buffer.concat([header, nonce, await buffer(stream)]));
  return file;
}

export function recipientOf(desk: Desk): SealTo {
  return { recipients: [readAgeRecipient(desk.session.vault)] };
}

/** A bundle with its entries changed, for the same addressee. Nothing is signed anew. */
export async function tampered(file: string, to: Desk, change: (entries: Entry[]) => Entry[]): Promise<string> {
  return encrypt(await archive(change(await entriesOf(file, to))), recipientOf(to));
}

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

export interface Contents {
  manifest: JsonObject;
  /** Every other file but manifest, signature and sums. */
  files: Map<string, Buffer>;
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
  const entries = await entriesOf(file, to);
  const find = (name: string) => entries.find((entry) => entry.name === name)?.bytes ?? Buffer.alloc(0);
  const manifest: JsonObject = JSON.parse(find('manifest.json').toString());
  const own = ['manifest.json', 'manifest.json.sig', 'SHA256SUMS'];
  const files = new Map(entries.filter(({ name }) => !own.includes(name)).map(({ name, bytes }) => [name, bytes]));
  const contents: Contents = { manifest, files };
  change(contents);
  const sums = [...files.keys()]
    .sort()
    .map((name) => `${sha256(files.get(name) ?? '')}  ${name}\n`)
    .join('');
  const totals = manifest.totals as JsonObject;
  manifest.sums = sha256(sums);
  manifest.totals = {
    ...totals,
    files: files.size,
    bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
    attachments: [...files.keys()].filter((name) => name.startsWith('blobs/')).length,
  };
  const bytes = instead['manifest.json'] ?? Buffer.from(canonicalJson(manifest));
  const key = 'session' in by ? readSigningKey(by.session.vault) : by;
  return encrypt(
    await archive([
      { name: 'manifest.json', bytes },
      { name: 'manifest.json.sig', bytes: Buffer.from(signSsh(key, 'amberdesk-bundle', bytes)) },
      { name: 'SHA256SUMS', bytes: Buffer.from(sums) },
      ...[...files].map(([name, content]) => ({ name, bytes: content })),
    ]),
    recipientOf(to),
  );
}
