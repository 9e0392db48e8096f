import { describe, expect, it } from 'vitest';
import { cleanImage } from '../../../core/annexes/cleanImage.ts';
import { codeOf } from '../../helpers/aVault.ts';
import { aJpeg, aPng, chunk, exif } from './aPicture.ts';

const text = (words: string) => Buffer.from(words, 'latin1');

describe('a picture that is taken in', () => {
  it('keeps what is drawn of a PNG and nothing else', () => {
    const plain = aPng(20, 10);
    const told = aPng(20, 10, [
      chunk('tEXt', text('Author\0Somebody')),
      chunk('eXIf', text('where')),
      chunk('zzZz', text('else')),
    ]);
    const clean = cleanImage(Buffer.concat([told, text('after the end')]));
    expect(clean).toMatchObject({ format: 'png', width: 20, height: 10 });
    expect(clean.content.equals(plain)).toBe(true);
  });

  it('keeps what is drawn of a JPEG and which side of it is up, and nothing else', () => {
    const told = aJpeg(
      [
        { marker: 0xe1, body: exif(6, 'GPS 48.1 N') },
        { marker: 0xe1, body: text('http://ns.adobe.com/xap/1.0/ somebody') },
        { marker: 0xed, body: text('Photoshop') },
        { marker: 0xfe, body: text('a comment') },
      ],
      'a second picture',
    );
    const { content, width, height } = cleanImage(told);
    expect([width, height]).toEqual([8, 8]);
    expect(content.toString('latin1')).not.toMatch(/GPS|somebody|Photoshop|comment|second/);
    expect(content.length).toBe(aJpeg().length + 36);
    expect(cleanImage(content).content.equals(content)).toBe(true);
    expect(cleanImage(aJpeg()).content.equals(aJpeg())).toBe(true);
  });

  it('is refused by name when it is no picture, damaged, cut short or boundless', async () => {
    const png = aPng(20, 10);
    const turned = Buffer.from(png);
    turned[40] = (turned[40] ?? 0) ^ 1;
    const vast = Buffer.from(png);
    vast.writeUInt32BE(2_000_000, 16);
    const huge = Buffer.alloc(13);
    huge.writeUInt32BE(29_000, 0);
    huge.writeUInt32BE(29_000, 4);
    const boundless = Buffer.concat([png.subarray(0, 8), chunk('IHDR', huge), png.subarray(33)]);
    const refused: readonly (readonly [string, Buffer])[] = [
      ['picture.format', text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
      ['picture.format', text('GIF89a')],
      ['picture.broken', png.subarray(0, png.length - 20)],
      ['picture.broken', turned],
      ['picture.broken', vast],
      ['picture.tooLarge', boundless],
      ['picture.broken', aJpeg().subarray(0, 60)],
      ['picture.broken', text('\xff\xd8\xff\xd9')],
      ['picture.tooLarge', Buffer.alloc(50_000_001)],
    ];
    for (const [code, bytes] of refused) expect(await codeOf(() => cleanImage(bytes))).toBe(code);
  });
});
