import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { AmberdeskError } from '../../domain/errors.ts';
import { excessIn } from './excessIn.ts';
import { LIMITS } from './limits.ts';

/** `records.jsonl.gz` as it goes into a bundle. */
export interface PackedRecords {
  readonly bytes: Buffer;
  /** Size before compression. */
  readonly recordBytes: number;
}

/** The byte of a gzip header that names the system it was made on (RFC 1952, OS) and its value for "unknown". */
const SYSTEM_AT = 9;
const SYSTEM_UNKNOWN = 255;

/**
 * Packs the lines. The same lines give the same bytes on the same machine: no time, no name, no system. What would unpack
 * to more than a reader allows for its size, such as a text of one letter, is packed letter by letter, which is never less than an
 * eighth of it. Throws `bundle.tooLarge` for a line, or so many, that no reader would take.
 */
export async function packRecords(lines: readonly string[]): Promise<PackedRecords> {
  const packed = await packedBy(lines, constants.Z_DEFAULT_STRATEGY);
  const isReadable = packed.recordBytes <= packed.bytes.length * LIMITS.expansion;
  return isReadable ? packed : packedBy(lines, constants.Z_HUFFMAN_ONLY);
}

async function packedBy(lines: readonly string[], strategy: number): Promise<PackedRecords> {
  const gzip = createGzip({ level: 6, strategy });
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => gzip.on('end', resolve).on('error', reject));
  let recordBytes = 0;
  let revisions = 0;
  for (const line of lines) {
    revisions += 1;
    if (revisions > LIMITS.revisions) throw new AmberdeskError('bundle.tooLarge', ['revisions']);
    const bytes = Buffer.from(`${line}\n`, 'utf8');
    if (bytes.length - 1 > LIMITS.line || excessIn(line, LIMITS.lineValues) !== undefined) {
      throw new AmberdeskError('bundle.tooLarge', ['line']);
    }
    recordBytes += bytes.length;
    if (recordBytes > LIMITS.records) throw new AmberdeskError('bundle.tooLarge', ['records']);
    if (!gzip.write(bytes)) await new Promise((resolve) => gzip.once('drain', resolve));
  }
  gzip.end();
  await ended;
  const bytes = Buffer.concat(parts);
  bytes[SYSTEM_AT] = SYSTEM_UNKNOWN;
  return { bytes, recordBytes };
}

/**
 * The lines of `records.jsonl.gz`, `packed` bytes long. Throws `bundle.tooLarge` beyond the limits of size, line,
 * number and expansion, as soon as they are passed; `bundle.malformed` when it is not gzip, not UTF-8, or does not end with a line
 * end.
 */
export async function* unpackRecords(content: Readable, packed: number): AsyncGenerator<string> {
  const allowed = Math.min(LIMITS.records, packed * LIMITS.expansion);
  const gunzip = createGunzip();
  content.on('error', (error) => gunzip.destroy(error));
  content.pipe(gunzip);
  let unpacked = 0;
  let revisions = 0;
  let rest: Buffer[] = [];
  let held = 0;
  try {
    for await (const part of gunzip) {
      const bytes: Buffer = part;
      unpacked += bytes.length;
      if (unpacked > allowed) throw new AmberdeskError('bundle.tooLarge', ['records']);
      let from = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
        revisions += 1;
        if (revisions > LIMITS.revisions) throw new AmberdeskError('bundle.tooLarge', ['revisions']);
        if (held + end - from > LIMITS.line) throw new AmberdeskError('bundle.tooLarge', ['line']);
        rest.push(bytes.subarray(from, end));
        yield decode(rest);
        rest = [];
        held = 0;
        from = end + 1;
      }
      held += bytes.length - from;
      if (held > LIMITS.line) throw new AmberdeskError('bundle.tooLarge', ['line']);
      if (from < bytes.length) rest.push(bytes.subarray(from));
    }
  } catch (error) {
    throw error instanceof AmberdeskError ? error : new AmberdeskError('bundle.malformed', ['gzip'], { cause: error });
  } finally {
    content.destroy();
    gunzip.destroy();
  }
  if (held > 0) throw new AmberdeskError('bundle.malformed', ['last line']);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(parts: Buffer[]): string {
  const [only] = parts;
  try {
    return utf8.decode(parts.length === 1 && only !== undefined ? only : Buffer.concat(parts));
  } catch (error) {
    throw new AmberdeskError('bundle.malformed', ['not UTF-8'], { cause: error });
  }
}

/** SHA-256 in hexadecimal. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
