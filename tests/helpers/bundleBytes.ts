import { createHash, type KeyObject } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { extract, type Header, pack } from 'tar-stream';
import { createDecryptStream, createEncryptStream } from '../../core/crypto/sealedStream.ts';
import {
  AGE_NONCE,
  type HeaderKeys,
  headerEnd,
  openHeader,
  payloadKey,
  type SealTo,
  sealHeader,
} from '../../core/exchange/ageHeader.ts';
import { signSsh } from '../../core/exchange/sshsig.ts';
import { canonicalJson, type JsonObject } from '../../domain/records/json.ts';

/** One tar entry, as a forger writes it: any header, whatever the bytes. */
export interface Entry {
  name: string;
  bytes: Buffer;
  header?: Partial<Header>;
}

/** What a bundle holds, without what follows from it. */
export interface Contents {
  manifest: JsonObject;
  /** Every other file but manifest, signature and sums. */
  files: Map<string, Buffer>;
}

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** The tar archive inside a bundle, opened with an addressee's identity or a passphrase. */
export async function decrypted(bytes: Buffer, keys: Partial<HeaderKeys>): Promise<Buffer> {
  const end = headerEnd(bytes);
  if (typeof end !== 'number') throw new Error('not an age file');
  const fileKey = await openHeader(bytes.subarray(0, end), { identities: [], ...keys });
  const opened = createDecryptStream(
    payloadKey(fileKey, bytes.subarray(end, end + AGE_NONCE)),
    (flaw) => new Error(flaw),
  );
  opened.end(bytes.subarray(end + AGE_NONCE));
  return buffer(opened);
}

/** Encrypts an archive for somebody, as `age` would. */
export async function encrypted(plain: Buffer, to: SealTo): Promise<Buffer> {
  const { header, fileKey } = await sealHeader(to);
  const nonce = Buffer.alloc(AGE_NONCE, 7);
  const stream = createEncryptStream(payloadKey(fileKey, nonce));
  stream.end(plain);
  return Buffer.concat([header, nonce, await buffer(stream)]);
}

export async function entriesIn(tar: Buffer): Promise<Entry[]> {
  const archive = extract();
  archive.end(tar);
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

/** Manifest and files of a bundle's entries. */
export function contentsOf(entries: readonly Entry[]): Contents {
  const own = ['manifest.json', 'manifest.json.sig', 'SHA256SUMS'];
  const manifest = entries.find(({ name }) => name === 'manifest.json')?.bytes ?? Buffer.from('{}');
  return {
    manifest: JSON.parse(manifest.toString()),
    files: new Map(entries.filter(({ name }) => !own.includes(name)).map(({ name, bytes }) => [name, bytes])),
  };
}

/**
 * The entries of a bundle with these contents: digests and totals as they are, signed by `key`. `instead`: bytes that
 * stand for the manifest, signed as they are.
 */
export function signedEntries({ manifest, files }: Contents, key: KeyObject, instead?: Buffer): Entry[] {
  const sums = [...files.keys()]
    .sort()
    .map((name) => `${sha256(files.get(name) ?? '')}  ${name}\n`)
    .join('');
  const totals = manifest.totals as JsonObject;
  const whole = {
    ...manifest,
    sums: sha256(sums),
    totals: {
      ...totals,
      files: files.size,
      bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
      attachments: [...files.keys()].filter((name) => name.startsWith('blobs/')).length,
    },
  };
  const bytes = instead ?? Buffer.from(canonicalJson(whole), 'utf8');
  return [
    { name: 'manifest.json', bytes },
    { name: 'manifest.json.sig', bytes: Buffer.from(signSsh(key, 'amberdesk-bundle', bytes)) },
    { name: 'SHA256SUMS', bytes: Buffer.from(sums) },
    ...[...files].map(([name, content]) => ({ name, bytes: content })),
  ];
}
