import { Transform } from 'node:stream';
import { CHUNK, openChunk, sealChunk, TAG } from './stream.ts';

/** Why a sealed stream cannot be read: it ends too early, or it is not what was sealed. */
export type Flaw = 'truncated' | 'tampered';

/** Cuts incoming bytes into pieces of `size`, holding back the last one until it is known to be the last. */
function cutter(size: number): { add(bytes: Uint8Array): Uint8Array[]; rest(): Uint8Array } {
  let held: Uint8Array[] = [];
  let length = 0;
  const joined = () => {
    const [only] = held;
    return held.length === 1 && only !== undefined ? only : Buffer.concat(held, length);
  };
  return {
    add(bytes) {
      const pieces: Uint8Array[] = [];
      let from = 0;
      // Strictly more than `size`: a full piece may be the last one, which is sealed differently.
      while (length + bytes.length - from > size) {
        const upTo = from + size - length;
        if (length === 0) {
          pieces.push(bytes.subarray(from, upTo));
        } else {
          held.push(bytes.subarray(from, upTo));
          length = size;
          pieces.push(joined());
          held = [];
          length = 0;
        }
        from = upTo;
      }
      if (from < bytes.length) {
        held.push(from === 0 ? bytes : bytes.subarray(from));
        length += bytes.length - from;
      }
      return pieces;
    },
    rest: joined,
  };
}

/** Plain bytes in, age STREAM out (without age's header and nonce). Constant memory; `key` is used for this stream only. */
export function createEncryptStream(key: Uint8Array): Transform {
  const cut = cutter(CHUNK);
  let counter = 0;
  return new Transform({
    readableHighWaterMark: 4 * CHUNK,
    writableHighWaterMark: 4 * CHUNK,
    transform(bytes: Buffer, _encoding, done) {
      for (const piece of cut.add(bytes)) {
        for (const part of sealChunk(key, counter++, false, piece)) this.push(part);
      }
      done();
    },
    flush(done) {
      for (const part of sealChunk(key, counter, true, cut.rest())) this.push(part);
      done();
    },
  });
}

/**
 * age STREAM in, plain bytes out. Each chunk is authentic before it is given on; that the stream ended where it was
 * meant to is known only at the end, so nothing read from it counts before that. It fails with `broken(flaw)`.
 */
export function createDecryptStream(key: Uint8Array, broken: (flaw: Flaw) => Error): Transform {
  const cut = cutter(CHUNK + TAG);
  let counter = 0;
  return new Transform({
    readableHighWaterMark: 4 * CHUNK,
    writableHighWaterMark: 4 * CHUNK,
    transform(bytes: Buffer, _encoding, done) {
      for (const piece of cut.add(bytes)) {
        const plain = openChunk(key, counter++, false, piece);
        if (plain === undefined) return done(broken('tampered'));
        this.push(plain);
      }
      done();
    },
    flush(done) {
      const last = cut.rest();
      const plain = openChunk(key, counter, true, last);
      if (plain === undefined) {
        const cutOff = last.length < TAG || openChunk(key, counter, false, last) !== undefined;
        return done(broken(cutOff ? 'truncated' : 'tampered'));
      }
      // An empty last chunk is allowed only where everything is empty (age-encryption.org/v1, Payload).
      if (plain.length === 0 && counter > 0) return done(broken('tampered'));
      if (plain.length > 0) this.push(plain);
      done();
    },
  });
}
