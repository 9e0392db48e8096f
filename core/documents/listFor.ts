import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import type { listCalls } from '../../contract/documents/lists.ts';
import { printedWords } from '../../domain/audit/usual.ts';
import { type ListTable, listTable } from '../../domain/documents/listTable.ts';
import { usualInText } from '../../domain/documents/recordText.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { cellWords } from '../../domain/records/columns.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { asJson } from '../../domain/records/revision.ts';
import { assertRelease, audienceOf, type Release, releasedRecord } from '../../domain/release/release.ts';
import { auditRelease } from '../audit/auditRelease.ts';
import { READERS } from '../audit/readers.ts';
import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import { readRecord } from '../records/recordView.ts';
import { readRegister, registerIds } from '../records/register/register.ts';
import { mentionLine } from '../release/explanationLines.ts';
import { mentionsOf, type Read, requireDecided } from '../release/mentions.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';

type ListOrder = z.output<typeof listCalls.asList.input>;
export type SaveListOrder = Omit<z.output<typeof listCalls.saveList.input>, 'job'>;

/** So many rows are shown before it is saved. */
const SHOWN = 12;
/** Read as UTF-8 by spreadsheets, which otherwise guess. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A list as it would go to an audience: its first rows, how many there are, how many of those asked for are withheld, and the
 * withheld names that stand in it. Throws `input.invalid`, and `release.withheld` where nothing may go.
 */
export function listFor(session: Session, order: ListOrder): z.input<typeof listCalls.asList.output> {
  const { release, table, asked, read } = made(session, order);
  return {
    label: table.label,
    heads: [...table.heads],
    rows: table.rows.slice(0, SHOWN).map((row) => [...row]),
    total: table.rows.length,
    withheld: asked - table.rows.length,
    mentions: mentionsOf(session, release, read).map((one) => mentionLine(session.vault, one)),
  };
}

/**
 * Writes a list for an audience as a CSV file that must not be there yet, once it was read again as a spreadsheet reads it.
 * Throws `input.invalid`, `release.withheld`, `release.undecided`, `release.audit`, `file.exists`, `file.unwritable`; then
 * nothing is left behind.
 */
export function saveList(work: Work, session: Session, order: SaveListOrder): { rows: number } {
  const { release, table, read } = made(session, order);
  assertRelease(release);
  const csv = csvOf(table);
  requireDecided(session, release, 'csv', read);
  const { audited } = auditRelease(session, release, {
    what: 'csv',
    passages: READERS.csv(Buffer.from(csv, 'utf8')),
    beside: [...table.heads],
    usual: [...printedWords(), ...usualInText(release)],
  });
  work.check();
  writeOutput(order.file, csv, session.surroundings);
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
function csvOf({ above, heads, rows }: ListTable): string {
  const padded = above.map((line) => [line, ...heads.slice(1).map(() => '')]);
  const lines = [...padded, [...heads], ...rows.map((row) => [...row])];
  return BYTE_ORDER_MARK + stringify(lines, { record_delimiter: '\r\n', escape_formulas: true });
}

function made(session: Session, { list, columns, audience, language }: ListOrder) {
  const { vault } = session;
  const sort = list.of === 'register' ? list.choice.sort : [];
  const chosen = list.of === 'register' ? registerIds(vault, list.choice) : list.records;
  if (list.of === 'register') readRegister(vault, { ...list.choice, columns, offset: 0, limit: 1 });
  const only = list.of === 'register' && list.only !== undefined ? new Set<string>(list.only) : undefined;
  const asked = only === undefined ? chosen : chosen.filter((id) => only.has(id));
  const { release, idIn } = releaseFor(session, { of: 'everything' }, audience, 'documents', [], language);
  const table = listTable(release, {
    ids: asked.map((id) => idIn(RecordId.parse(id))),
    columns,
    sort,
    language,
    own: audience.kind === 'self' ? ownWords(session, release, { list, columns, language }) : () => '',
  });
  if (table.rows.length === 0) throw new AmberdeskError('release.withheld');
  const fields = columns.filter((column) => !column.startsWith('$'));
  const read: Read = new Map(asked.map((id) => [id, fields] as const));
  return { release, table, asked: asked.length, read };
}

const OWN: ReadonlySet<string> = new Set(['$state', '$distribution', '$updated']);

/** What this desk knows of its own records beside their content: whether they are shared, and who may have them. */
function ownWords(
  { vault }: Session,
  release: Release,
  { list, columns, language }: Pick<ListOrder, 'list' | 'columns' | 'language'>,
): (id: string, column: string) => string {
  const wanted = columns.filter((column) => OWN.has(column));
  if (wanted.length === 0) return () => '';
  if (list.of === 'records') {
    return (id, column) => (column === '$updated' ? readRecord(vault, RecordId.parse(id)).updated : '');
  }
  const known = new Map<string, string>();
  const titleOf = (other: string) => releasedRecord(release, other)?.title;
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = readRegister(vault, { ...list.choice, columns: wanted, offset, limit: PAGE });
    for (const { id, kind, cells } of rows) {
      for (const column of wanted) {
        const context = { kind, column, rule: undefined, language, titleOf };
        known.set(`${id} ${column}`, cellWords(cells[column], context));
      }
    }
    if (offset + PAGE >= total) break;
  }
  return (id, column) => known.get(`${id} ${column}`) ?? '';
}

const PAGE = 500;
