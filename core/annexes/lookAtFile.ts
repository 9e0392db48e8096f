import type { AnnexFile, Unbound } from '../../domain/documents/annexFiles.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { readPdf } from '../audit/readPdf.ts';
import { onlyPages } from '../documents/typst.ts';
import type { PdfPages } from './annexMessages.ts';
import { cleanImage } from './cleanImage.ts';
import { inspectPdf, PDF_LIMITS } from './inspectPdf.ts';

/** What of a file is only named. */
export function onlyListed(kind: AnnexFile['kind'], unbound?: Unbound): AnnexFile {
  return { kind, pages: 0, content: new Uint8Array(), format: '', dropped: [], ...(unbound && { unbound }) };
}

/**
 * Looks at a file that a print may bind in, by what it is and not by its name: a PDF whose pages can be drawn and whose
 * text the audit reads, a picture without what is not drawn, or a file that is only listed. Never throws for what is in
 * it. May take seconds, so it runs in a thread of its own.
 */
export function lookAtFile(bytes: Uint8Array, pdfPages: PdfPages): AnnexFile {
  const begins = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (begins.includes('%PDF-')) return lookAtPdf(bytes, pdfPages);
  if (!isPicture(begins)) return onlyListed('other');
  try {
    const { content, format, width, height } = cleanImage(bytes);
    return { kind: 'image', pages: 1, content, format, points: width * height, dropped: [] };
  } catch (error) {
    return onlyListed('image', whyNot(error));
  }
}

function lookAtPdf(bytes: Uint8Array, pdfPages: PdfPages): AnnexFile {
  if (pdfPages !== 'bound') return onlyListed('pdf', pdfPages);
  const { pages, dropped, unbound } = inspectPdf(bytes);
  if (unbound !== undefined) return onlyListed('pdf', unbound);
  let alone: Uint8Array;
  try {
    alone = onlyPages(bytes, pages);
  } catch {
    return onlyListed('pdf', 'broken');
  }
  try {
    // As it will be read in the finished print: what this reader cannot read must not be in one.
    for (const { text } of readPdf(alone, PDF_LIMITS.unpacked)) void text;
  } catch {
    return onlyListed('pdf', 'unreadText');
  }
  return { kind: 'pdf', pages, content: bytes, format: 'pdf', dropped };
}

const PICTURES = [
  /^\x89PNG\r\n/,
  /^\xff\xd8\xff/,
  /^GIF8/,
  /^BM/,
  /^II\*\0/,
  /^MM\0\*/,
  /^RIFF[\s\S]{4}WEBP/,
  /^[\s\S]{4}ftypavi/,
];

function isPicture(begins: string): boolean {
  return PICTURES.some((sign) => sign.test(begins));
}

function whyNot(error: unknown): Unbound {
  if (!(error instanceof AmberdeskError)) return 'broken';
  return error.code === 'picture.format' ? 'format' : error.code === 'picture.tooLarge' ? 'tooLarge' : 'broken';
}
