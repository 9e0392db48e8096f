import type { Passage } from '../../domain/audit/passages.ts';
import { decodeText } from '../load/decodeText.ts';
import { readPdf } from './readPdf.ts';

/** Bytes of one attachment that are read, and of all of a bundle together: what is larger is no text that was written. */
export const READ_ATTACHMENTS = { each: 8 * 1024 * 1024, together: 16 * 1024 * 1024 } as const;

/**
 * An attachment that goes, as somebody reads it who opens it: a text, a table or a PDF. Undefined for what is none of
 * these, or is made in a way that this reader does not know. It went by the act of who marked it, and so goes all the
 * same.
 */
export function readAttachment(bytes: Uint8Array, place: string, cameWith: ReadonlySet<string>): Passage[] | undefined {
  const passage = (text: string, at = place): Passage => ({ place: at, text, cameWith });
  try {
    if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') return [passage(decodeText(bytes))];
    return [...readPdf(bytes, 4 * READ_ATTACHMENTS.together)]
      .filter(({ raw }) => raw !== true)
      .map((found) => passage(found.text, `${place}, ${found.place}`));
  } catch {
    return undefined;
  }
}
