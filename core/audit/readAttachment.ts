import type { Passage } from '../../domain/audit/passages.ts';
import { decodeText } from '../load/decodeText.ts';
import { readDocx } from './readDocx.ts';
import { readPdf } from './readPdf.ts';

/** Bytes of one attachment that are read, and of all of a bundle together: what is larger is no text that was written. */
export const READ_ATTACHMENTS = { each: 8 * 1024 * 1024, together: 16 * 1024 * 1024 } as const;

/**
 * An attachment that goes, as somebody reads it who opens it: a text, a table, a Word file or a PDF. Undefined for what is none of
 * these, or is made in a way that this reader does not know. It went by the act of who marked it, and so goes all the
 * same.
 */
export function readAttachment(bytes: Uint8Array, place: string, cameWith: ReadonlySet<string>): Passage[] | undefined {
  const passage = (text: string, at = place): Passage => ({ place: at, text, cameWith });
  try {
    const begins = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
    if (begins.startsWith('PK\u0003\u0004')) return wordText(bytes, place, passage);
    if (begins !== '%PDF-') return [passage(decodeText(bytes))];
    return [...readPdf(bytes, 4 * READ_ATTACHMENTS.together)]
      .filter(({ raw }) => raw !== true)
      .map((found) => passage(found.text, `${place}, ${found.place}`));
  } catch {
    return undefined;
  }
}

/** The text of a Word file as one, for what is looked for may go over paragraphs. Pictures and programs in it are not read. */
function wordText(bytes: Uint8Array, place: string, passage: (text: string, at?: string) => Passage): Passage[] {
  const byPlace = Map.groupBy(
    [...readDocx(bytes, 4 * READ_ATTACHMENTS.together, 'text')].filter(({ raw }) => raw !== true),
    (found) => found.place,
  );
  return [...byPlace].map(([where, found]) => passage(found.map(({ text }) => text).join('\n'), `${place}, ${where}`));
}
