import { hkdfSync, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecryptStream, createEncryptStream, type Flaw } from '../../../core/crypto/sealedStream.ts';
import { CHUNK, TAG } from '../../../core/crypto/stream.ts';

const broken = (flaw: Flaw) => new Error(flaw);
const LENGTHS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7];

/** The bytes in pieces of the given lengths, over and over. */
function piecesOf(content: Buffer, lengths: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let from = 0, turn = 0; from < content.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    pieces.push(content.subarray(from, from + length));
    from += length;
  }
  return pieces;
}

async function through(stream: ReturnType<typeof createEncryptStream>, pieces: readonly Buffer[]): Promise<Buffer> {
  const [content] = await Promise.all([buffer(stream), pipeline(Readable.from(pieces), stream)]);
  return content;
}

const seal = (key: Buffer, pieces: readonly Buffer[]) => through(createEncryptStream(key), pieces);
const open = (key: Buffer, pieces: readonly Buffer[]) => through(createDecryptStream(key, broken), pieces);

describe('the sealed stream', () => {
  it('opens what it sealed, whatever the pieces on either side', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 3 * CHUNK }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...LENGTHS), lengths, lengths, async (length, one, other) => {
        const key = randomBytes(32);
        const content = randomBytes(length);
        const sealed = await seal(key, piecesOf(content, one));
        expect(sealed.length).toBe(length + TAG * Math.max(1, Math.ceil(length / CHUNK)));
        expect((await open(key, piecesOf(sealed, other))).equals(content)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is age’s own payload, both ways', async () => {
    const identity = await generateX25519Identity();
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(identity));
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    for (const length of LENGTHS) {
      const content = randomBytes(length);
      const file = Buffer.from(await encrypter.encrypt(content));
      const mac = file.indexOf('\n--- ');
      const start = file.indexOf('\n', mac + 1) + 1;
      const header = file.subarray(0, start);
      const nonce = file.subarray(start, start + 16);
      const fileKey = await decrypter.decryptHeader(header);
      const key = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
      expect((await open(key, [file.subarray(start + 16)])).equals(content), `${length} bytes`).toBe(true);
      const ours = Buffer.concat([header, nonce, await seal(key, [content])]);
      expect(Buffer.from(await decrypter.decrypt(ours)).equals(content), `${length} bytes`).toBe(true);
    }
  });

  it('is refused when it was cut anywhere', async () => {
    const key = randomBytes(32);
    const sealed = await seal(key, [randomBytes(3 * CHUNK + 7)]);
    const whole = CHUNK + TAG;
    for (const length of [0, 1, TAG - 1, whole, 2 * whole, 3 * whole, 3 * whole + TAG - 1]) {
      await expect(open(key, [sealed.subarray(0, length)]), `${length} bytes`).rejects.toThrow('truncated');
    }
    for (const length of [TAG, whole - 1, whole + TAG, sealed.length - 1]) {
      await expect(open(key, [sealed.subarray(0, length)]), `${length} bytes`).rejects.toThrow();
    }
  });

  it('is refused when a bit was flipped, bytes were added, or chunks were swapped', async () => {
    const key = randomBytes(32);
    const sealed = await seal(key, [randomBytes(2 * CHUNK + 7)]);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        await expect(open(key, [changed])).rejects.toThrow('tampered');
      }),
      { numRuns: 60 },
    );
    await expect(open(key, [sealed, Buffer.alloc(1)])).rejects.toThrow('tampered');
    const whole = CHUNK + TAG;
    const swapped = [sealed.subarray(whole, 2 * whole), sealed.subarray(0, whole), sealed.subarray(2 * whole)];
    await expect(open(key, swapped)).rejects.toThrow('tampered');
    await expect(open(randomBytes(32), [sealed])).rejects.toThrow('tampered');
  });

  it('is refused with an empty last chunk after others', async () => {
    const key = randomBytes(32);
    const { sealChunk } = await import('../../../core/crypto/stream.ts');
    const crafted = [...sealChunk(key, 0, false, randomBytes(CHUNK)), ...sealChunk(key, 1, true, Buffer.alloc(0))];
    await expect(open(key, crafted)).rejects.toThrow('tampered');
  });
});
