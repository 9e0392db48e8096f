import { crc32, deflateSync } from 'node:zlib';

/** A PNG chunk. */
export function chunk(type: string, body: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(content.length + 8);
  framed.writeUInt32BE(body.length, 0);
  content.copy(framed, 4);
  framed.writeUInt32BE(crc32(content), content.length + 4);
  return framed;
}

const SIGN = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of so many points, its colour by its place; `more`: chunks before its end. `noise` makes it as large as it is wide. */
export function aPng(width: number, height: number, more: readonly Buffer[] = [], noise = 0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const points = Buffer.alloc((3 * width + 1) * height);
  let random = noise;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (3 * width + 1) + 1 + 3 * x;
      random = (random * 1_103_515_245 + 12_345) % 0x7fffffff;
      const grain = noise === 0 ? 0 : random & 0x7f;
      points.set([(x * 255) / width, (y * 255) / height, 150], at);
      points[at + 2] = 100 + grain;
    }
  }
  return Buffer.concat([
    SIGN,
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(points, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG of one grey square, eight points wide, with these segments of applications in it and something after its end. */
export function aJpeg(
  segments: readonly { readonly marker: number; readonly body: Buffer }[] = [],
  after = '',
): Buffer {
  const segment = (marker: number, body: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments.map(({ marker, body }) => segment(marker, body)),
    segment(0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 1)])),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0x00, 1, ...Array.from({ length: 15 }, () => 0), 0])),
    segment(0xc4, Buffer.from([0x10, 1, ...Array.from({ length: 15 }, () => 0), 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
    Buffer.from(after, 'latin1'),
  ]);
}

/** EXIF that says where it was taken, and that it lies on its side. */
export function exif(side: number, place: string): Buffer {
  const tiff = Buffer.alloc(38);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  tiff.writeUInt16BE(0x8825, 10);
  tiff.writeUInt16BE(0x0112, 22);
  tiff.writeUInt16BE(3, 24);
  tiff.writeUInt32BE(1, 26);
  tiff.writeUInt16BE(side, 30);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(place, 'latin1')]);
}
