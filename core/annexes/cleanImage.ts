import { crc32 } from 'node:zlib';
import { AmberdeskError } from '../../domain/errors.ts';

/** A picture without anything that is not drawn: who took it, where, with what, thumbnails, comments. */
export interface CleanImage {
  readonly format: 'png' | 'jpg';
  readonly width: number;
  readonly height: number;
  readonly content: Buffer;
}

/** Bytes and points of a picture, at most. */
export const IMAGE_LIMITS = { bytes: 50_000_000, pixels: 80_000_000, side: 30_000 } as const;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The chunks that say how it is drawn (PNG, third edition, 11): all others tell of something else. */
const DRAWN = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs']);

/**
 * Takes a PNG or JPEG apart and puts together again what is drawn of it: what is kept is listed, and not what is unwanted,
 * so everything else stays behind, with whatever stands after its end. Of a photograph that was taken lying on its side
 * that one fact is kept. Throws `picture.format` for what is neither, `picture.broken`, and `picture.tooLarge`.
 */
export function cleanImage(bytes: Uint8Array): CleanImage {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.length > IMAGE_LIMITS.bytes) throw new AmberdeskError('picture.tooLarge');
  if (content.subarray(0, PNG.length).equals(PNG)) return cleanPng(content);
  if (content[0] === 0xff && content[1] === 0xd8) return cleanJpeg(content);
  throw new AmberdeskError('picture.format');
}

function sized(width: number, height: number): { width: number; height: number } {
  if (width === 0 || height === 0) throw new AmberdeskError('picture.broken');
  if (width > IMAGE_LIMITS.side || height > IMAGE_LIMITS.side || width * height > IMAGE_LIMITS.pixels) {
    throw new AmberdeskError('picture.tooLarge');
  }
  return { width, height };
}

function cleanPng(content: Buffer): CleanImage {
  const kept: Buffer[] = [PNG];
  let size: { width: number; height: number } | undefined;
  let drawn = false;
  for (let at = PNG.length; ; ) {
    if (at + 12 > content.length) throw new AmberdeskError('picture.broken');
    const length = content.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > content.length) throw new AmberdeskError('picture.broken');
    const type = content.toString('latin1', at + 4, at + 8);
    const body = content.subarray(at + 4, end - 4);
    if (crc32(body) !== content.readUInt32BE(end - 4)) throw new AmberdeskError('picture.broken');
    if ((size === undefined) !== (type === 'IHDR')) throw new AmberdeskError('picture.broken');
    if (type === 'IHDR') {
      if (length !== 13) throw new AmberdeskError('picture.broken');
      size = sized(content.readUInt32BE(at + 8), content.readUInt32BE(at + 12));
    }
    // A chunk that nobody may pass over, and that is not known here, would be drawn otherwise.
    if (!DRAWN.has(type) && /^[A-Z]/.test(type)) throw new AmberdeskError('picture.broken');
    if (DRAWN.has(type)) kept.push(content.subarray(at, end));
    drawn ||= type === 'IDAT';
    at = end;
    if (type === 'IEND') break;
  }
  if (size === undefined || !drawn) throw new AmberdeskError('picture.broken');
  return { format: 'png', ...size, content: Buffer.concat(kept) };
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APPLICATION = 0xe0;
const EXIF = 0xe1;
const ADOBE = 0xee;
const COMMENT = 0xfe;
/** Frames that decoders know: baseline, extended and progressive (ITU-T T.81, B.1.1.3). */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

function cleanJpeg(content: Buffer): CleanImage {
  const kept: Buffer[] = [content.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let scanned = false;
  for (let at = 2; ; ) {
    if (content[at] !== 0xff) throw new AmberdeskError('picture.broken');
    while (content[at + 1] === 0xff) at += 1;
    const marker = content[at + 1];
    if (marker === undefined) throw new AmberdeskError('picture.broken');
    if (marker === END_OF_IMAGE) {
      kept.push(content.subarray(at, at + 2));
      break;
    }
    if (at + 4 > content.length) throw new AmberdeskError('picture.broken');
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (end > content.length || end < at + 4) throw new AmberdeskError('picture.broken');
    if (FRAMES.has(marker)) {
      if (size !== undefined || end < at + 10) throw new AmberdeskError('picture.broken');
      size = sized(content.readUInt16BE(at + 7), content.readUInt16BE(at + 5));
    }
    if (OTHER_FRAMES.has(marker)) throw new AmberdeskError('picture.format');
    const segment = content.subarray(at, end);
    if (marker === EXIF && kept.length === 1) kept.push(...turned(segment));
    if (isDrawn(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== START_OF_SCAN) continue;
    if (size === undefined) throw new AmberdeskError('picture.broken');
    scanned = true;
    const after = endOfScan(content, at);
    kept.push(content.subarray(at, after));
    at = after;
  }
  if (size === undefined || !scanned) throw new AmberdeskError('picture.broken');
  return { format: 'jpg', ...size, content: Buffer.concat(kept) };
}

/** Of what applications write into a JPEG only how its colours are meant: Adobe's transform. Nothing of EXIF, XMP, IPTC. */
function isDrawn(marker: number, segment: Buffer): boolean {
  if (marker === ADOBE) return segment.length === 16 && segment.toString('latin1', 4, 9) === 'Adobe';
  return marker !== COMMENT && (marker < APPLICATION || marker > APPLICATION + 15);
}

/** Where the entropy-coded data end: at the next marker that is none of its own. */
function endOfScan(content: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = content.indexOf(0xff, at);
    if (at === -1 || at + 1 >= content.length) throw new AmberdeskError('picture.broken');
    const next = content[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at += 2;
  }
}

/** A segment of EXIF that says one thing: which side is up (TIFF 6.0, tag 274). Nothing where it is as it stands. */
function turned(segment: Buffer): Buffer[] {
  const tiff = segment.subarray(10);
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || tiff.length < 14) return [];
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let at = first + 2, left = Math.min(short(first), 100); left > 0; left -= 1, at += 12) {
    const side = short(at) === 274 ? short(at + 8) : 0;
    if (side < 2 || side > 8) continue;
    const head = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
    head.writeUInt16BE(side, 28);
    return [head];
  }
  return [];
}
