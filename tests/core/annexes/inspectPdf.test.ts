import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectPdf } from '../../../core/annexes/inspectPdf.ts';
import { lookAtFile } from '../../../core/annexes/lookAtFile.ts';
import { aPdf, type PdfPart, pagesOf } from './aPdf.ts';

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const tree = (kids: string, ...more: PdfPart[]) =>
  aPdf([CATALOG, `<< /Type /Pages /Kids [${kids}] /Count 1 >>`, ...more]);

describe('a PDF that somebody attached', () => {
  it('has as many pages as its tree leads to, and is bound in as it is', () => {
    const file = pagesOf(['One', 'Two', 'Three']);
    expect(lookAtFile(file, 'bound')).toMatchObject({ kind: 'pdf', pages: 3, format: 'pdf', dropped: [] });
    expect(lookAtFile(file, 'archive')).toMatchObject({ kind: 'pdf', pages: 0, unbound: 'archive' });
  });

  it('is listed with the reason when it is encrypted, cut short, in a circle, or made to burst', () => {
    const whole = pagesOf(['One']);
    const bomb = deflateSync(Buffer.alloc(129 * 1024 * 1024), { level: 1 });
    const stream = (dictionary: string, content: Uint8Array) =>
      tree('3 0 R', '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>', { dictionary, stream: content });
    const why = {
      encrypted: pagesOf(['One'], { trailer: '/Encrypt 9 0 R' }),
      broken: whole.subarray(0, whole.length - 200),
      cyclic: tree('2 0 R'),
      tooManyPages: tree(Array.from({ length: 10_000 }, () => '<< /Type /Page >>').join(' '), '<< /Type /Page >>'),
      unpacksTooLarge: stream('/Filter /FlateDecode', bomb),
    };
    for (const [reason, bytes] of Object.entries(why))
      expect([reason, inspectPdf(bytes)]).toMatchObject([reason, { pages: 0, unbound: reason }]);
    // Packed twice, by LZW, and as a picture of a million points each way.
    const twice = stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(bomb));
    const wide = stream('/Subtype /Image /Width 1000000 /Height 1000000 /Filter /DCTDecode', Buffer.from('x'));
    const lzw = stream('/Filter /LZWDecode', lzwBomb(200_000));
    for (const bytes of [twice, wide, lzw]) expect(inspectPdf(bytes).unbound).toBe('unpacksTooLarge');
    for (const bytes of [Buffer.from('%PDF-1.7\n%%EOF'), tree('7 0 R'), tree(''), Buffer.from('no file')]) {
      expect(inspectPdf(bytes).unbound).toBe('broken');
    }
  });

  it('tells what does not come along, object streams included', () => {
    const inner = deflateSync('20 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>');
    const file = pagesOf(['One'], {
      catalog: '/OpenAction 6 0 R /AcroForm << /Fields [] >> /Names << /EmbeddedFiles 8 0 R >>',
      page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >> << /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] >>]',
      more: [
        { dictionary: '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', stream: inner },
        '<< /S /Launch >>',
        { dictionary: '/F (elsewhere.bin)', stream: '' },
        '<< >>',
      ],
      trailer: '/Info << /Author (Somebody) >>',
    });
    expect(inspectPdf(file).dropped).toEqual([
      'scripts',
      'forms',
      'actions',
      'links',
      'notes',
      'embeddedFiles',
      'outside',
      'metadata',
    ]);
  });
});

/** LZW codes of nine to twelve bits, each of which stands for one byte more than the last. */
function lzwBomb(codes: number): Buffer {
  const bits: string[] = [];
  let width = 9;
  let next = 258;
  const put = (code: number) => bits.push(code.toString(2).padStart(width, '0'));
  put(256);
  put(0);
  for (let at = 0; at < codes; at += 1) {
    put(Math.min(next, 4095));
    if (next < 4095) next += 1;
    width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
  }
  const all = bits.join('');
  return Buffer.from(
    Array.from({ length: Math.floor(all.length / 8) }, (_, at) => Number.parseInt(all.slice(8 * at, 8 * at + 8), 2)),
  );
}
