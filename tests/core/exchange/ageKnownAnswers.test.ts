import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { createSealer } from '../../../core/crypto/sealer.ts';
import { CHUNK, sealChunk, TAG } from '../../../core/crypto/stream.ts';
import { AGE_NONCE, headerEnd, openHeader, payloadKey, sealHeader } from '../../../core/exchange/ageHeader.ts';
import { payloadOpener } from '../../../core/exchange/payloadOpener.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import { aFolder } from '../../helpers/aVault.ts';

/** Around the edges of age's chunks of 64 KiB, and several MiB. */
const LENGTHS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * 1024 * 1024 + 13];
/** How the bytes of a file come: all at once, by single reads, and in pieces that fit nothing. */
const PIECES = [Number.POSITIVE_INFINITY, CHUNK, 1_000_003, 4_099];

/** A file as bundles are sealed. */
async function sealed(content: Uint8Array, recipient: string): Promise<Buffer> {
  const { header, fileKey } = await sealHeader({ recipients: [recipient] });
  const nonce = randomBytes(AGE_NONCE);
  const sealer = createSealer(payloadKey(fileKey, nonce));
  return Buffer.concat([header, nonce, ...sealer.seal(content), ...sealer.end()]);
}

/** The content of a file, as bundles are opened: nothing is given before the end was authentic. */
async function opened(file: Buffer, identity: string, piece = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const end = headerEnd(file);
  if (typeof end !== 'number') throw new Error(`header: ${end}`);
  const fileKey = await openHeader(file.subarray(0, end), { identities: [identity] });
  return payloadOf(file.subarray(end + AGE_NONCE), payloadKey(fileKey, file.subarray(end, end + AGE_NONCE)), piece);
}

function payloadOf(payload: Buffer, key: Uint8Array, piece = Number.POSITIVE_INFINITY): Buffer {
  const opener = payloadOpener(key);
  const parts: Buffer[] = [];
  for (let at = 0; at < payload.length; at += piece) parts.push(...opener.open(payload.subarray(at, at + piece)));
  return Buffer.concat([...parts, opener.end(0)]);
}

/** The code with which a payload is refused; undefined when it is not. */
function refusal(payload: Buffer, key: Uint8Array): string | undefined {
  try {
    payloadOf(payload, key);
    return undefined;
  } catch (error) {
    return error instanceof AmberdeskError ? error.code : String(error);
  }
}

async function aKey(folder: string): Promise<{ identity: string; recipient: string; keyFile: string }> {
  const keyFile = join(folder, 'me.key');
  const identity = await generateX25519Identity();
  writeFileSync(keyFile, `${identity}\n`, { mode: 0o600 });
  return { identity, recipient: await identityToRecipient(identity), keyFile };
}

describe('the encryption of bundles and Debian’s age', () => {
  it('open one another’s files, whatever their length and however the bytes come', async () => {
    const folder = aFolder();
    const { identity, recipient, keyFile } = await aKey(folder);
    for (const length of LENGTHS) {
      const content = randomBytes(length);
      const [ours, theirs] = [join(folder, `${length}.ours`), join(folder, `${length}.theirs`)];
      writeFileSync(ours, await sealed(content, recipient));
      const byAge = execFileSync('age', ['-d', '-i', keyFile, ours], { maxBuffer: 16 * 2 ** 20 });
      expect(byAge.equals(content), `${length} bytes, sealed here`).toBe(true);
      execFileSync('age', ['-r', recipient, '-o', theirs], { input: content });
      for (const piece of PIECES) {
        const here = await opened(readFileSync(theirs), identity, piece);
        expect(here.equals(content), `${length} bytes, sealed by age, in pieces of ${piece}`).toBe(true);
      }
    }
  });

  it('make files of the same length, so that neither is told from the other', async () => {
    const folder = aFolder();
    const { recipient } = await aKey(folder);
    for (const length of LENGTHS) {
      const theirs = execFileSync('age', ['-r', recipient], {
        input: Buffer.alloc(length),
        maxBuffer: 16 * 2 ** 20,
      });
      expect((await sealed(Buffer.alloc(length), recipient)).length, `${length} bytes`).toBe(theirs.length);
    }
  });

  it('refuse the same files: cut, turned round, lengthened, with an empty end, with a bit changed', async () => {
    const folder = aFolder();
    const { identity, recipient, keyFile } = await aKey(folder);
    const whole = await sealed(randomBytes(2 * CHUNK + 700), recipient);
    const start = Number(headerEnd(whole)) + AGE_NONCE;
    const chunk = CHUNK + TAG;
    const flipped = (at: number) => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      return bytes;
    };
    const [head, one, two, three] = [
      whole.subarray(0, start),
      whole.subarray(start, start + chunk),
      whole.subarray(start + chunk, start + 2 * chunk),
      whole.subarray(start + 2 * chunk),
    ];
    const bad: Record<string, Buffer> = {
      'cut after the first chunk': Buffer.concat([head, one]),
      'cut after the second chunk': Buffer.concat([head, one, two]),
      'cut in the last tag': whole.subarray(0, -1),
      'chunks in another order': Buffer.concat([head, two, one, three]),
      'a chunk twice': Buffer.concat([head, one, one, two, three]),
      'a chunk left out': Buffer.concat([head, one, three]),
      'a byte behind the end': Buffer.concat([whole, Buffer.alloc(1)]),
      'a file behind the end': Buffer.concat([whole, whole]),
      'a bit of the nonce': flipped(start - 1),
      'a bit of the first chunk': flipped(start),
      'a bit of a tag in the middle': flipped(start + chunk - 1),
      'a bit of the last chunk': flipped(start + 2 * chunk),
      'a bit of the last tag': flipped(whole.length - 1),
      'a bit of the header’s code': flipped(start - AGE_NONCE - 3),
    };
    for (const [what, file] of Object.entries(bad)) {
      await expect(opened(file, identity), what).rejects.toThrow(AmberdeskError);
      const byAge = spawnSync('age', ['-d', '-i', keyFile], { input: file });
      expect(byAge.status, what).not.toBe(0);
    }
  });
});

/** Both say that nothing of it counts; which of the two is for the sentence, and only a tar archive tells it apart. */
const REFUSED = /^bundle\.(tampered|truncated)$/;

describe('a payload', () => {
  const key = createHash('sha256').update('a key of this test').digest();
  const chunk = CHUNK + TAG;
  const sealPayload = (content: Buffer): Buffer => {
    const sealer = createSealer(key);
    return Buffer.concat([...sealer.seal(content), ...sealer.end()]);
  };

  it('is the same bytes for the same key, nonce and content as the specification says', () => {
    // Computed by another program (Python’s cryptography): ChaCha20-Poly1305, counter and last flag in the nonce.
    const content = Buffer.alloc(CHUNK + 1, 'amber');
    expect(createHash('sha256').update(sealPayload(content)).digest('hex')).toBe(
      '103430b125dc59995bfd4365626c87fb5688ae18f9de587613a786f0803a69f1',
    );
  });

  it('is refused when it is cut at any boundary, and at either side of it', () => {
    const whole = sealPayload(randomBytes(3 * CHUNK));
    for (const boundary of [0, TAG, CHUNK, chunk, chunk + TAG, 2 * chunk, 2 * chunk + TAG, 2 * chunk + CHUNK]) {
      for (const length of [boundary - 1, boundary, boundary + 1]) {
        if (length >= 0) expect(refusal(whole.subarray(0, length), key), `${length} bytes`).toMatch(REFUSED);
      }
    }
    for (const boundary of [0, chunk, 2 * chunk]) {
      expect(refusal(whole.subarray(0, boundary), key), `${boundary} bytes`).toBe('bundle.truncated');
    }
  });

  it('is refused when its chunks are turned round, repeated or left out', () => {
    const whole = sealPayload(randomBytes(2 * CHUNK + 9));
    const parts = [0, 1, 2].map((at) => whole.subarray(at * chunk, (at + 1) * chunk));
    for (const order of ['021', '102', '120', '201', '210', '0012', '0112', '0122', '02', '12', '2']) {
      const turned = [...order].flatMap((at) => parts[Number(at)] ?? []);
      expect(refusal(Buffer.concat(turned), key), order).toMatch(REFUSED);
    }
  });

  it('is refused with an empty last chunk after others, and taken when it is empty altogether', () => {
    const full = Buffer.concat(sealChunk(key, 0, false, randomBytes(CHUNK)));
    expect(refusal(Buffer.concat([full, ...sealChunk(key, 1, true, Buffer.alloc(0))]), key)).toBe('bundle.tampered');
    expect(payloadOf(Buffer.concat(sealChunk(key, 0, true, Buffer.alloc(0))), key)).toHaveLength(0);
  });

  it('is refused with a short chunk before the last, or a last chunk before others', () => {
    const short = sealChunk(key, 0, false, randomBytes(CHUNK - 1));
    expect(refusal(Buffer.concat([...short, ...sealChunk(key, 1, true, Buffer.from('x'))]), key)).toMatch(REFUSED);
    const early = sealChunk(key, 0, true, randomBytes(CHUNK));
    expect(refusal(Buffer.concat([...early, ...sealChunk(key, 1, true, Buffer.from('x'))]), key)).toBe(
      'bundle.tampered',
    );
  });

  it('is refused with anything behind its end', () => {
    for (const length of [0, 1, CHUNK - 1, CHUNK]) {
      const whole = sealPayload(randomBytes(length));
      for (const more of [Buffer.alloc(1), Buffer.alloc(TAG), randomBytes(chunk), whole]) {
        expect(refusal(Buffer.concat([whole, more]), key), `${length} and ${more.length} bytes`).toMatch(REFUSED);
      }
    }
  });

  it('is refused with one bit flipped anywhere in the first and last bytes of each part', () => {
    const whole = sealPayload(randomBytes(CHUNK + 40));
    const edges = [0, CHUNK - 1, CHUNK, chunk - 1, chunk, chunk + 39, chunk + 40, whole.length - 1];
    for (const at of edges) {
      for (let bit = 0; bit < 8; bit += 1) {
        const bytes = Buffer.from(whole);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        expect(refusal(bytes, key), `bit ${bit} of byte ${at}`).toMatch(REFUSED);
      }
    }
  });
});
