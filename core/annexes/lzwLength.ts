const CLEAR = 256;
const END = 257;
const FIRST = 258;
const CODES = 4096;

/**
 * How many bytes an LZW stream (ISO 32000-2, 7.4.4) unpacks to, without unpacking it; at most `most`. Each code stands
 * for one byte more than the one before it did, so lengths are all that has to be kept.
 */
export function lzwLength(bytes: Uint8Array, most: number): number {
  const lengths = new Uint32Array(CODES).fill(1, 0, CLEAR);
  let next = FIRST;
  let width = 9;
  let before = 0;
  let total = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      next = FIRST;
      width = 9;
      before = 0;
      continue;
    }
    const length = code < next ? (lengths[code] ?? 1) : before + 1;
    total += length;
    if (total >= most) return most;
    if (before > 0 && next < CODES) {
      lengths[next] = before + 1;
      next += 1;
      // The code grows one entry early, as nearly every writer has it.
      width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
    }
    before = length;
  }
  return total;
}
