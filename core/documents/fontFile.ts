import { inflateSync } from 'node:zlib';

/** The characters that a font has glyphs for. */
export interface Coverage {
  has(codePoint: number): boolean;
}

/** The tables of an OpenType font by tag (OpenType 1.9, "Organization of an OpenType Font"). */
function tablesOf(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const at = 12 + 16 * i;
    const offset = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12)));
  }
  return tables;
}

/**
 * The characters of an OpenType font, from its `cmap` in format 12 or 4. Throws a RangeError for a font without either.
 */
export function coverageOf(font: Buffer): Coverage {
  const cmap = tablesOf(font).get('cmap');
  if (cmap === undefined) throw new RangeError('The font has no cmap table.');
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) =>
    cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4)),
  );
  const full = subtables.find((table) => table.readUInt16BE(0) === 12);
  if (full !== undefined) return new Set(full12(full));
  const basic = subtables.find((table) => table.readUInt16BE(0) === 4);
  if (basic !== undefined) return new Set(basic4(basic));
  throw new RangeError('The font has no cmap in format 4 or 12.');
}

function* full12(table: Buffer): Generator<number> {
  for (let i = 0; i < table.readUInt32BE(12); i += 1) {
    const at = 16 + 12 * i;
    const first = table.readUInt32BE(at);
    const glyph = table.readUInt32BE(at + 8);
    for (let code = first; code <= table.readUInt32BE(at + 4); code += 1) {
      if (glyph + code - first !== 0) yield code;
    }
  }
}

function* basic4(table: Buffer): Generator<number> {
  const segments = table.readUInt16BE(6) / 2;
  for (let i = 0; i < segments; i += 1) {
    const last = table.readUInt16BE(14 + 2 * i);
    const first = table.readUInt16BE(16 + 2 * (segments + i));
    const delta = table.readUInt16BE(16 + 2 * (2 * segments + i));
    const rangeAt = 16 + 2 * (3 * segments + i);
    const range = table.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? code + delta : table.readUInt16BE(rangeAt + range + 2 * (code - first));
      if ((glyph & 0xffff) !== 0) yield code;
    }
  }
}

/** The OpenType font inside a WOFF 1.0 file (W3C WOFF 1.0, section 4): the same tables, each inflated. */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  const power = 2 ** Math.floor(Math.log2(count));
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let i = 0; i < count; i += 1) {
    const at = 44 + 20 * i;
    const from = woff.readUInt32BE(at + 4);
    const packed = woff.subarray(from, from + woff.readUInt32BE(at + 8));
    const size = woff.readUInt32BE(at + 12);
    const table = packed.length < size ? inflateSync(packed) : packed;
    woff.copy(head, 12 + 16 * i, at, at + 4);
    head.writeUInt32BE(woff.readUInt32BE(at + 16), 12 + 16 * i + 4);
    head.writeUInt32BE(offset, 12 + 16 * i + 8);
    head.writeUInt32BE(size, 12 + 16 * i + 12);
    const padding = Buffer.alloc((4 - (size % 4)) % 4);
    parts.push(table, padding);
    offset += size + padding.length;
  }
  return Buffer.concat(parts);
}
