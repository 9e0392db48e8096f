import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { type FilledInquiry, readInquiryForm } from '../../domain/inquiries/readInquiryForm.ts';
import { readInquiryTable } from '../../domain/inquiries/readInquiryTable.ts';
import { sha256Hex } from '../exchange/recordLines.ts';
import { readInput } from '../files/readInput.ts';
import { readWordForm } from '../forms/readWordForm.ts';
import type { ImportNote } from '../papers/importNotes.ts';
import { decodeReply } from '../replies/decodeReply.ts';
import type { ReplySource } from '../replies/replySource.ts';

/** A filled-in form as it came. */
export interface CameForm {
  readonly digest: string;
  readonly name: string;
  readonly filled: FilledInquiry;
  readonly dropped: readonly ImportNote[];
}

/**
 * Reads a form that a ministry filled in: a Word file, a table (CSV), a plain text, or the words of a message. Throws
 * `file.missing`, `load.tooLarge`, `load.malformed`, `inquiry.table` and `inquiry.twice` for a table that cannot be read or says
 * two things, and `inquiry.unread` for what is no such form.
 */
export async function receiveForm(source: ReplySource): Promise<CameForm> {
  const { bytes, name } =
    'words' in source
      ? { bytes: Buffer.from(source.words.toWellFormed(), 'utf8'), name: 'message.txt' }
      : { bytes: await readInput(source.file), name: bareName(source.name) };
  const digest = sha256Hex(bytes);
  if (/\.csv$/i.test(name) && !isZip(bytes)) return { digest, name, filled: tableOf(bytes), dropped: [] };
  const { text, fields, notes } = isZip(bytes)
    ? readWordForm(bytes)
    : { text: textOf(bytes), fields: new Map<string, string>(), notes: [] };
  const filled = readInquiryForm(text, fields);
  if (filled.lines.length === 0) throw new AmberdeskError('inquiry.unread');
  return { digest, name, filled, dropped: notes };
}

/** What a form says that was saved by a spreadsheet, whatever divides its cells. */
function tableOf(bytes: Uint8Array): FilledInquiry {
  const text = textOf(bytes);
  const broken: unknown[] = [];
  for (const delimiter of [',', ';', '\t']) {
    try {
      const read = readInquiryTable(rowsOf(text, delimiter));
      if (read === undefined) continue;
      if ('twice' in read) throw new AmberdeskError('inquiry.twice', { line: read.twice });
      if (read.filled.lines.length > 0) return read.filled;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      broken.push(error);
    }
  }
  const [cause] = broken;
  if (cause !== undefined) throw new AmberdeskError('inquiry.table', null, { cause });
  throw new AmberdeskError('inquiry.unread');
}

const Rows = z.array(z.array(z.string()));

function rowsOf(text: string, delimiter: string): string[][] {
  return Rows.parse(parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true }));
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function textOf(bytes: Uint8Array): string {
  try {
    return decodeReply(bytes);
  } catch (error) {
    if (error instanceof AmberdeskError && error.code === 'reply.unread') throw new AmberdeskError('inquiry.unread');
    throw error;
  }
}

function bareName(name: string): string {
  const last =
    name
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .split(/[/\\]/)
      .at(-1)
      ?.trim() ?? '';
  return last.slice(-200).toWellFormed();
}
