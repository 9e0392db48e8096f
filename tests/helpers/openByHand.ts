import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { extract } from 'tar-stream';
import { z } from 'zod';

const Part = z.instanceof(Uint8Array);

/** The files of a bundle under a passphrase, read by libraries only, as a recipient without Amberdesk would. */
export async function openByHand(file: string, passphrase: string): Promise<Map<string, Buffer>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const tar = await decrypter.decrypt(readFileSync(file));
  const files = new Map<string, Buffer>();
  const entries = extract();
  Readable.from([Buffer.from(tar)]).pipe(entries);
  for await (const entry of entries) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(Buffer.from(Part.parse(part)));
    const content = Buffer.concat(parts);
    files.set(entry.header.name, entry.header.name.endsWith('.gz') ? gunzipSync(content) : content);
  }
  return files;
}
