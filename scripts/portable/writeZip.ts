import { closeSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** A file of an archive. */
export interface ZipEntry {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly content: Buffer;
  readonly executable?: boolean;
}

const deflate = promisify(deflateRaw);

/** 1 January 1980, 00:00: every file's time, so that the same files give the same bytes. */
const MIDNIGHT = 0;
const FIRST_DAY = (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** Made under Unix, so that the modes count; version 2.0 of the format. */
const MADE_BY = (3 << 8) | 20;
const LARGEST = 0xffff_ffff;

/**
 * Writes a ZIP archive (APPNOTE 6.3, without Zip64): entries in the order of their paths, deflated, with the modes of
 * programs and files. The same entries give the same bytes.
 */
export async function writeZip(file: string, entries: readonly ZipEntry[]): Promise<void> {
  const sorted = entries.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const packed = await Promise.all(sorted.map(({ content }) => deflate(content, { level: 6 })));
  const output = openSync(file, 'w');
  let offset = 0;
  const write = (part: Buffer): void => {
    for (let done = 0; done < part.length; ) done += writeSync(output, part, done);
    offset += part.length;
    if (offset > LARGEST) throw new RangeError('The archive is too large for its format.');
  };
  try {
    const directory = sorted.map((entry, index) => {
      const data = packed[index] ?? Buffer.alloc(0);
      const name = Buffer.from(entry.path, 'utf8');
      const about = aboutEntry(entry, data.length, name.length);
      const start = offset;
      write(Buffer.concat([fields([4, 0x04034b50]), about, fields([2, 0]), name]));
      write(data);
      const mode = entry.executable ? 0o100755 : 0o100644;
      const place = fields([2, 0], [2, 0], [2, 0], [2, 0], [4, mode * 0x10000], [4, start]);
      return Buffer.concat([fields([4, 0x02014b50], [2, MADE_BY]), about, place, name]);
    });
    const start = offset;
    for (const line of directory) write(line);
    const count = sorted.length;
    write(fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, offset - start], [4, start], [2, 0]));
  } finally {
    closeSync(output);
  }
}

/** What both headers say of an entry: version needed, flags, method, time, date, checksum, sizes, length of the name. */
function aboutEntry({ content }: ZipEntry, packed: number, name: number): Buffer {
  return fields(
    [2, 20],
    [2, UTF8_NAMES],
    [2, DEFLATED],
    [2, MIDNIGHT],
    [2, FIRST_DAY],
    [4, crc32(content)],
    [4, packed],
    [4, content.length],
    [2, name],
  );
}

/** Numbers of so many bytes, the smallest byte first. */
function fields(...numbers: readonly (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    numbers.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
