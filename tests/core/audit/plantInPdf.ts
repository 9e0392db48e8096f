import { deflateSync } from 'node:zlib';

/** A PDF with another object at its end, as an exporter that is careless, or worse, might leave one. */
export function withObject(pdf: Buffer, dictionary: string, stream?: Uint8Array): Buffer {
  const at = pdf.lastIndexOf('\nxref\n') + 1;
  const before = stream === undefined ? '' : ` /Length ${stream.length}`;
  const parts = [pdf.subarray(0, at), Buffer.from(`999999 0 obj\n<< ${dictionary}${before} >>\n`, 'latin1')];
  if (stream !== undefined) parts.push(Buffer.from('stream\n'), Buffer.from(stream), Buffer.from('\nendstream\n'));
  return Buffer.concat([...parts, Buffer.from('endobj\n'), pdf.subarray(at)]);
}

/** Ways in which an exporter can leave words in a PDF that are not to be there; each gives another file. */
export const WAYS_TO_PLANT: Readonly<Record<string, (pdf: Buffer, words: string) => Buffer>> = {
  'a hidden stream': (pdf, words) => withObject(pdf, '/Filter /FlateDecode', deflateSync(Buffer.from(words))),
  'an unpacked stream in UTF-16': (pdf, words) => withObject(pdf, '/Type /Odd', Buffer.from(words, 'utf16le')),
  'a note': (pdf, words) => withObject(pdf, `/Type /Annot /Contents (${words})`),
  'a bookmark in UTF-16': (pdf, words) =>
    withObject(pdf, `/Title <FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`),
  'a comment': (pdf, words) => Buffer.concat([pdf.subarray(0, 9), Buffer.from(`% ${words}\n`), pdf.subarray(9)]),
  'words after the end': (pdf, words) => Buffer.concat([pdf, Buffer.from(`\n${words}\n`)]),
  metadata: (pdf, words) =>
    withObject(
      pdf,
      '/Type /Metadata /Subtype /XML',
      Buffer.from(`<x><dc:title>${words.replace('-', '&#45;')}</dc:title></x>`),
    ),
};
