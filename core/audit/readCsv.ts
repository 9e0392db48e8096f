import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import type { ReadPassages } from './reader.ts';

const Lines = z.array(z.array(z.string()));

/**
 * A CSV file (RFC 4180) as a spreadsheet shows it: cell by cell. Throws `release.unread` for what is no such file, or where
 * a cell would be taken for a formula.
 */
export const readCsv: ReadPassages = function* (bytes) {
  for (const [at, line] of linesOf(bytes).entries()) {
    for (const [cell, text] of line.entries()) {
      const place = `line ${at + 1}, column ${cell + 1}`;
      if (FORMULA.test(text)) throw new AmberdeskError('release.unread', { place });
      yield { place, text };
    }
  }
};

/** How spreadsheets know what they calculate. */
const FORMULA = /^[=+\-@\t\r]/;

function linesOf(bytes: Uint8Array): string[][] {
  try {
    return Lines.parse(parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { bom: true }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AmberdeskError('release.unread', { place: 'the file' }, { cause: error });
  }
}
