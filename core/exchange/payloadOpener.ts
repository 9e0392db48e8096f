import { AmberdeskError } from '../../domain/errors.ts';
import { CHUNK, openChunk, TAG } from '../crypto/stream.ts';

/** The payload is a tar archive, whose length is a multiple of this. */
const TAR_BLOCK = 512;

/** Opens age's STREAM as it comes. Gives plain bytes chunk by chunk; only `end` says that all of it was authentic. */
export interface PayloadOpener {
  /** Throws `bundle.tampered` when a chunk is not authentic. */
  open(sealed: Uint8Array): Buffer[];
  /**
   * The last chunk, or `bundle.truncated` or `bundle.tampered`. `missing` tells them apart where encryption cannot: how
   * many bytes of content are still due, as far as what came before says.
   */
  end(missing: number): Buffer;
}

export function payloadOpener(key: Uint8Array): PayloadOpener {
  const waiting = Buffer.allocUnsafe(CHUNK + TAG);
  let filled = 0;
  let counter = 0;
  function openNext(sealed: Uint8Array): Buffer {
    const plain = openChunk(key, counter, false, sealed);
    if (plain === undefined) throw new AmberdeskError('bundle.tampered', ['chunk', counter]);
    counter += 1;
    return plain;
  }
  /** Whether the last chunk ends where no archive ends, and not because something was added behind a whole one. */
  function isTooShort(missing: number): boolean {
    if (filled - TAG < missing) return true;
    const beyond = (filled - TAG) % TAR_BLOCK;
    return beyond > 0 && openChunk(key, counter, true, waiting.subarray(0, filled - beyond)) === undefined;
  }
  return {
    open(sealed) {
      const plain: Buffer[] = [];
      let at = 0;
      while (at < sealed.length) {
        if (filled === waiting.length) {
          plain.push(openNext(waiting));
          filled = 0;
        }
        if (filled === 0 && sealed.length - at > waiting.length) {
          plain.push(openNext(sealed.subarray(at, at + waiting.length)));
          at += waiting.length;
          continue;
        }
        const take = Math.min(waiting.length - filled, sealed.length - at);
        waiting.set(sealed.subarray(at, at + take), filled);
        filled += take;
        at += take;
      }
      return plain;
    },
    end(missing) {
      const sealed = waiting.subarray(0, filled);
      const plain = openChunk(key, counter, true, sealed);
      // age forbids an empty last chunk after others.
      if (plain !== undefined && (plain.length > 0 || counter === 0)) return plain;
      const cut = isTooShort(missing) || openChunk(key, counter, false, sealed) !== undefined;
      throw new AmberdeskError(cut ? 'bundle.truncated' : 'bundle.tampered', ['last chunk', counter]);
    },
  };
}
