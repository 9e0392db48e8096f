import { deflateSync } from 'node:zlib';

/** An object of a PDF: its dictionary or value, and what its stream holds. */
export type PdfPart = string | { readonly dictionary: string; readonly stream: Uint8Array | string };

/** A PDF of these objects, numbered from 1; the first is the catalogue. `trailer`: what else stands in its trailer. */
export function aPdf(parts: readonly PdfPart[], trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = pieces[0]?.length ?? 0;
  const push = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [at, part] of parts.entries()) {
    offsets.push(length);
    push(Buffer.from(`${at + 1} 0 obj\n`, 'latin1'));
    if (typeof part === 'string') push(Buffer.from(part, 'latin1'));
    else {
      const stream = Buffer.from(part.stream);
      push(Buffer.from(`<< ${part.dictionary} /Length ${stream.length} >>\nstream\n`, 'latin1'));
      push(stream);
      push(Buffer.from('\nendstream', 'latin1'));
    }
    push(Buffer.from('\nendobj\n', 'latin1'));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    Buffer.from(
      `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Root 1 0 R /Size ${parts.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(pieces);
}

/** A PDF of so many pages with a line of text each, and what else its catalogue and its pages have. */
export function pagesOf(
  texts: readonly string[],
  { catalog = '', page = '', more = [] as PdfPart[], trailer = '' } = {},
) {
  const first = 4;
  const kids = texts.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  return aPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      `<< /Type /Pages /Kids [${kids}] /Count ${texts.length} /MediaBox [0 0 595 842] >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      ...texts.flatMap((text, at): PdfPart[] => [
        `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * at + 1} 0 R ${page} >>`,
        { dictionary: '/Filter /FlateDecode', stream: deflateSync(`BT /F1 14 Tf 60 760 Td (${text}) Tj ET`) },
      ]),
      ...more,
    ],
    trailer,
  );
}
