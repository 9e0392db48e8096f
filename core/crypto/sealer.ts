import { CHUNK, sealChunk } from './stream.ts';

/** Seals bytes as they come into age's STREAM. Gives sealed pieces, to be written in their order. */
export interface Sealer {
  seal(plain: Uint8Array): Buffer[];
  /** The last chunk, which may be shorter than the others; empty only when nothing was sealed at all. */
  end(): Buffer[];
}

/** A sealer for one stream under `key`. It keeps at most one chunk, and nothing of what it was given. */
export function createSealer(key: Uint8Array): Sealer {
  const waiting = Buffer.allocUnsafeSlow(CHUNK);
  let filled = 0;
  let counter = 0;
  return {
    seal(plain) {
      const sealed: Buffer[] = [];
      let at = 0;
      while (at < plain.length) {
        // A full chunk is sealed only once there is more, because the last chunk is marked as such.
        if (filled === CHUNK) {
          sealed.push(...sealChunk(key, counter++, false, waiting));
          filled = 0;
        }
        if (filled === 0 && plain.length - at > CHUNK) {
          sealed.push(...sealChunk(key, counter++, false, plain.subarray(at, at + CHUNK)));
          at += CHUNK;
          continue;
        }
        const take = Math.min(CHUNK - filled, plain.length - at);
        waiting.set(plain.subarray(at, at + take), filled);
        filled += take;
        at += take;
      }
      return sealed;
    },
    end: () => sealChunk(key, counter, true, waiting.subarray(0, filled)),
  };
}
