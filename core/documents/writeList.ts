import { stringify } from 'csv-stringify/sync';
import { printedWords } from '../../domain/audit/usual.ts';
import type { ListTable } from '../../domain/documents/listTable.ts';
import { usualInText } from '../../domain/documents/recordText.ts';
import type { Label } from '../../domain/handling/handling.ts';
import type { Json } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { assertRelease, audienceOf, type Release } from '../../domain/release/release.ts';
import { auditRelease } from '../audit/auditRelease.ts';
import { READERS } from '../audit/readers.ts';
import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import { type Read, requireDecided } from '../release/mentions.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';

/** A list that is about to be written. */
interface Listing {
  readonly table: ListTable;
  /** What is read of each record in it. */
  readonly read: Read;
  /** What stands in it by right besides what was released. */
  readonly beside: readonly Json[];
  /** Where it goes: a file that must not be there yet. */
  readonly file: string;
}

/** So many rows are shown before it is saved. */
const SHOWN = 12;
/** Read as UTF-8 by spreadsheets, which otherwise guess. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A list as it is shown before it is saved: its first rows, and how many there are. */
export function shownOf({ label, heads, rows }: ListTable): {
  label: Label;
  heads: string[];
  rows: string[][];
  total: number;
} {
  return { label, heads: [...heads], rows: rows.slice(0, SHOWN).map((row) => [...row]), total: rows.length };
}

/**
 * Writes a list as CSV, once it was read again as a spreadsheet reads it, and notes that. Throws `release.undecided`,
 * `release.audit`, `file.exists`, `file.unwritable`; then nothing is left behind.
 */
export function writeList(work: Work, session: Session, release: Release, listing: Listing): { rows: number } {
  assertRelease(release);
  const { table, read, beside, file } = listing;
  const csv = csvOf(table);
  requireDecided(session, release, 'csv', read);
  const { audited } = auditRelease(session, release, {
    what: 'csv',
    passages: READERS.csv(Buffer.from(csv, 'utf8')),
    beside,
    usual: [...printedWords(), ...usualInText(release)],
  });
  work.check();
  writeOutput(file, csv, session.surroundings);
  appendJournal(session.vault, session.surroundings.now(), 'listSaved', {
    records: table.rows.length,
    audience: asJson(audienceOf(release)),
    audited,
  });
  return { rows: table.rows.length };
}

/**
 * RFC 4180 with a byte order mark: over the columns a line each for the mark and for whom it is. What a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
export function csvOf({ above, heads, rows }: Omit<ListTable, 'label'>): string {
  const padded = above.map((line) => [line, ...heads.slice(1).map(() => '')]);
  const lines = [...padded, [...heads], ...rows.map((row) => [...row])];
  return BYTE_ORDER_MARK + stringify(lines, { record_delimiter: '\r\n', escape_formulas: true });
}
