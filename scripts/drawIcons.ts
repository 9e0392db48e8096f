import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { ROOT } from './run.ts';

/**
 * `node scripts/drawIcons.ts`: draws the application's icon, an amber upright bar on ink, into `resources/icons`, as SVG,
 * as PNG in the sizes that desktops ask for, and as the containers of Windows (ICO) and macOS (ICNS). Lengths are parts
 * of the icon's side.
 */
interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly colour: readonly [red: number, green: number, blue: number];
}

const SHAPES: readonly Shape[] = [
  { x: 0.0625, y: 0.0625, width: 0.875, height: 0.875, radius: 0.1875, colour: [0x1b, 0x2a, 0x41] },
  { x: 0.375, y: 0.21875, width: 0.25, height: 0.5625, radius: 0.015625, colour: [0xff, 0xbb, 0x00] },
];
export const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;
/** How finely edges are smoothed: samples for each pixel in each direction. */
const SAMPLES = 4;
const ICNS_TYPES: Readonly<Record<number, string>> = { 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

function isInside({ x, y, width, height, radius }: Shape, atX: number, atY: number): boolean {
  const beyondX = Math.max(x + radius - atX, atX - (x + width - radius), 0);
  const beyondY = Math.max(y + radius - atY, atY - (y + height - radius), 0);
  return Math.hypot(beyondX, beyondY) <= radius;
}

/** Colour and cover of one pixel, as four bytes. */
function pixel(column: number, row: number, size: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const atX = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const atY = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    const colour = SHAPES.findLast((shape) => isInside(shape, atX, atY))?.colour;
    if (colour === undefined) continue;
    for (const [index, part] of [...colour, 1].entries()) sum[index] = (sum[index] ?? 0) + part;
  }
  const [red = 0, green = 0, blue = 0, covered = 0] = sum;
  const mean = (part: number) => (covered === 0 ? 0 : Math.round(part / covered));
  return [mean(red), mean(green), mean(blue), Math.round((covered * 255) / (SAMPLES * SAMPLES))];
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([number32(content.length), body, number32(crc32(body))]);
}

export function drawPng(size: number): Buffer {
  const rows = Array.from({ length: size }, (_, row) => [
    0,
    ...Array.from({ length: size }, (_, column) => pixel(column, row, size)).flat(),
  ]);
  const header = Buffer.concat([number32(size), number32(size), Buffer.from([8, 6, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows.map((row) => Buffer.from(row))), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function drawSvg(): string {
  const rectangles = SHAPES.map(({ x, y, width, height, radius, colour }) => {
    const fill = `#${Buffer.from(colour).toString('hex')}`;
    const [left, top, wide, high, round] = [x, y, width, height, radius].map((length) => length * 64);
    return `  <rect x="${left}" y="${top}" width="${wide}" height="${high}" rx="${round}" fill="${fill}"/>\n`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">\n${rectangles.join('')}</svg>\n`;
}

/** PNGs up to 256 pixels, as Windows takes them. */
function icoOf(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const chosen = [...pictures].filter(([size]) => size <= 256);
  let offset = 6 + 16 * chosen.length;
  const entries = chosen.map(([size, png]) => {
    const entry = Buffer.alloc(16);
    entry.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0]);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([Buffer.from([0, 0, 1, 0, chosen.length, 0]), ...entries, ...chosen.map(([, png]) => png)]);
}

function icnsOf(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const blocks = [...pictures].flatMap(([size, png]) => {
    const type = ICNS_TYPES[size];
    return type === undefined ? [] : [Buffer.from(type, 'latin1'), number32(png.length + 8), png];
  });
  const content = Buffer.concat(blocks);
  return Buffer.concat([Buffer.from('icns', 'latin1'), number32(content.length + 8), content]);
}

if (import.meta.main) {
  const folder = join(ROOT, 'resources', 'icons');
  mkdirSync(folder, { recursive: true });
  const pictures = new Map(SIZES.map((size) => [size, drawPng(size)]));
  for (const [size, png] of pictures) writeFileSync(join(folder, `${size}x${size}.png`), png);
  writeFileSync(join(folder, 'icon.svg'), drawSvg());
  writeFileSync(join(folder, 'icon.ico'), icoOf(pictures));
  writeFileSync(join(folder, 'icon.icns'), icnsOf(pictures));
}
