import type { z } from 'zod';
import type { listCalls } from '../../contract/documents/lists.ts';
import { listTable } from '../../domain/documents/listTable.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { cellWords } from '../../domain/records/columns.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { assertRelease, type Release, releasedRecord } from '../../domain/release/release.ts';
import type { Work } from '../jobs/work.ts';
import { readRecord } from '../records/recordView.ts';
import { readRegister, registerIds } from '../records/register/register.ts';
import { mentionLine } from '../release/explanationLines.ts';
import { mentionsOf, type Read } from '../release/mentions.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { shownOf, writeList } from './writeList.ts';

type ListOrder = z.output<typeof listCalls.asList.input>;
export type SaveListOrder = Omit<z.output<typeof listCalls.saveList.input>, 'job'>;

/**
 * A list as it would go to an audience: its first rows, how many there are, how many of those asked for are withheld, and the
 * withheld names that stand in it. Throws `input.invalid`, and `release.withheld` where nothing may go.
 */
export function listFor(session: Session, order: ListOrder): z.input<typeof listCalls.asList.output> {
  const { release, table, asked, read } = made(session, order);
  return {
    ...shownOf(table),
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
  return writeList(work, session, release, { table, read, beside: [...table.heads], file: order.file });
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

const OWN: ReadonlySet<string> = new Set(['$state', '$distribution', '$updated', '$comments']);

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
