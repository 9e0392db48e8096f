import type { z } from 'zod';
import type { ReplySource as SourceSchema } from '../../contract/replies/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { mediaTypeFor } from '../../domain/papers/mediaTypes.ts';
import { cleanText } from '../../domain/replies/cleanText.ts';
import { type Reply, readReply } from '../../domain/replies/readReply.ts';
import { sha256Hex } from '../exchange/recordLines.ts';
import { readInput } from '../files/readInput.ts';
import { readWordForm } from '../forms/readWordForm.ts';
import type { ImportNote } from '../papers/importNotes.ts';
import { isDamaged } from '../papers/word/cleanWord.ts';
import { decodeReply } from './decodeReply.ts';

export type ReplySource = z.output<typeof SourceSchema>;

/** What came from outside, whole, with what was read of it. */
export interface Received {
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
  /** Undefined for a file whose words are not read here: PDF, Word. */
  readonly reply: Reply | undefined;
  readonly way: 'form' | 'letter' | 'message';
  /** What of a form in a Word file is not taken in. */
  readonly dropped: readonly ImportNote[];
}

/** Files that are kept as they are, by how they begin, and what a name of theirs ends with. */
const KEPT: readonly { readonly begins: string; readonly endings: readonly string[] }[] = [
  { begins: '%PDF-', endings: ['pdf'] },
  { begins: 'PK\u0003\u0004', endings: ['docx', 'odt'] },
];

/**
 * Reads what came. Throws `file.missing`, `load.tooLarge`, `load.malformed` for a Word file that is made to harm, and
 * `reply.unread` for what is neither text nor a letter.
 */
export async function receive(source: ReplySource): Promise<Received> {
  if ('words' in source) {
    const bytes = Buffer.from(source.words.toWellFormed(), 'utf8');
    const reply = readReply(source.words);
    return {
      ...{ bytes, digest: sha256Hex(bytes), name: 'message.txt', mediaType: 'text/plain', reply },
      dropped: [],
      way: reply.isForm ? 'form' : 'message',
    };
  }
  const bytes = await readInput(source.file);
  const name = fileNameOf(source.name);
  const known = { bytes, digest: sha256Hex(bytes), name, mediaType: mediaTypeFor(name), dropped: [] };
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const begins = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (KEPT.some((one) => begins.startsWith(one.begins) && one.endings.includes(ending))) {
    const form = ending === 'docx' ? formIn(bytes) : undefined;
    return form === undefined ? { ...known, reply: undefined, way: 'letter' } : { ...known, ...form, way: 'form' };
  }
  const reply = readReply(decodeReply(bytes));
  if (reply.text === '' && !reply.isForm) throw new AmberdeskError('reply.unread');
  return { ...known, mediaType: 'text/plain', reply, way: reply.isForm ? 'form' : 'letter' };
}

/**
 * The form that somebody filled in with a word processor; undefined for a letter, which is kept and not read. Throws
 * `load.tooLarge`, and `load.malformed` for a file that is made to harm.
 */
function formIn(bytes: Uint8Array): { readonly reply: Reply; readonly dropped: readonly ImportNote[] } | undefined {
  try {
    const { text, fields, notes } = readWordForm(bytes);
    const reply = readReply(text, fields);
    return reply.isForm ? { reply, dropped: notes } : undefined;
  } catch (error) {
    if (isDamaged(error)) return undefined;
    throw error;
  }
}

/** A name from outside as it is kept: its last part, without what hides or turns the rest. */
function fileNameOf(name: string): string {
  const last = cleanText(name).replace(/\n/g, ' ').split(/[/\\]/).at(-1)?.trim() ?? '';
  return last === '' ? 'letter' : last.slice(-200).toWellFormed();
}
