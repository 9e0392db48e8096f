import { generateKeyBetween } from 'fractional-indexing';
import { PrintOptions } from '../../contract/documents/calls.ts';
import { planOf } from '../../domain/dossiers/plan.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { asJson } from '../../domain/records/revision.ts';
import { objects, text } from '../../domain/records/text.ts';
import { minuteOf } from '../context.ts';
import { type Printed, printOrder } from '../documents/printOrder.ts';
import type { Work } from '../jobs/work.ts';
import { editRecord } from '../records/editRecord.ts';
import { readRecord } from '../records/recordView.ts';
import { draftedRecords } from '../records/rows.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { requireBook } from './bookRecords.ts';
import { issuesIn, readBook } from './readBook.ts';

export interface IssueOrder {
  readonly dossier: RecordId;
  readonly name: string;
}

/** Without these a paper would not be in print. */
const BARS: readonly string[] = ['missing', 'deleted', 'conflict', 'closed'];

/** Where each paper stands in a book that is printed now, for ourselves. Throws what `printOrder` throws. */
export function measureBook(work: Work, session: Session, { dossier }: { readonly dossier: RecordId }) {
  const { pages, map } = printedBook(work, session, dossier);
  return { pages, papers: map.map(({ paper, first, last }) => ({ paper, first, last })) };
}

function printedBook(work: Work, session: Session, dossier: RecordId): Printed {
  const { language } = readBook(session, dossier);
  return printOrder(work, session, {
    document: { what: 'dossier', dossier },
    audience: { kind: 'self' },
    options: PrintOptions.parse({ language }),
  });
}

/**
 * Issues a book: prints it, shares what was not shared of it and its papers, and notes which paper it held in which version, on
 * which pages. Throws `dossier.empty`, `dossier.notReady` (details: the record), `dossier.bySecretariat`,
 * `record.conflict`, and what `printOrder` throws; then nothing has changed.
 */
export function issueBook(
  work: Work,
  session: Session,
  { dossier, name }: IssueOrder,
): { issue: string; pages: number } {
  const { vault, surroundings } = session;
  const view = requireBook(vault, dossier);
  if (vault.installation.role !== 'secretariat') throw new AmberdeskError('dossier.bySecretariat');
  if (view.conflicted) throw new AmberdeskError('record.conflict', { record: dossier });
  const { papers } = readBook(session, dossier);
  if (papers.length === 0) throw new AmberdeskError('dossier.empty');
  const barred = papers.find(({ notReady }) => notReady.some((reason) => BARS.includes(reason)));
  if (barred !== undefined) throw new AmberdeskError('dossier.notReady', { record: barred.paper });
  const printed = printedBook(work, session, dossier);
  work.check();
  return inTransaction(session, (changed) => {
    const held = planOf(view.body).papers.map(({ paper }) => paper);
    const ours = new Set<string>([dossier, ...held]);
    shareDrafts(
      session,
      draftedRecords(vault).flatMap((id) => (ours.has(id) ? [RecordId.parse(id)] : [])),
    );
    const contents = printed.map.flatMap(({ paper, first, last }) => {
      const [version] = readRecord(vault, paper).heads;
      return version === undefined ? [] : [{ paper, version, first, last }];
    });
    if (contents.length < held.length) throw new AmberdeskError('dossier.notReady', { record: dossier });
    const issue = surroundings.randomId();
    const last = issuesIn(view.body).at(-1);
    const entry = {
      id: issue,
      order: generateKeyBetween(last?.order ?? null, null),
      name,
      on: minuteOf(surroundings.now()).slice(0, 10),
      by: vault.installation.seat,
      contents,
    };
    editRecord(session, dossier, { issues: asJson([...objects(readRecord(vault, dossier).body.issues), entry]) });
    shareDrafts(session, [dossier]);
    changed.add(dossier);
    return { issue: text(issue), pages: printed.pages };
  });
}
