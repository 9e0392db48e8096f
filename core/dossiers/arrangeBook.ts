import type { z } from 'zod';
import type { dossiersCalls } from '../../contract/dossiers/calls.ts';
import { planOf } from '../../domain/dossiers/plan.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { objects } from '../../domain/records/text.ts';
import { readCircle } from '../records/circle.ts';
import { editRecord } from '../records/editRecord.ts';
import { readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { isOpenEnough, requireBook } from './bookRecords.ts';
import { accessOf } from './readBook.ts';

type Arranged = z.output<typeof dossiersCalls.arrange.input>;
type Copies = z.output<typeof dossiersCalls.giveCopies.input>;

/**
 * Puts a book in this order. Entries keep what a newer version wrote in them. Throws `record.missing` for what is no paper,
 * `record.invalid` where one is in it twice, `dossier.closedPaper` (details: the record) for one that is put into an open
 * book and may not go to the invited bodies, and what editing throws.
 */
export function arrangeBook(session: Session, { dossier, papers, tabs }: Arranged): void {
  inTransaction(session, (changed) => {
    const book = requireBook(session.vault, dossier);
    if (new Set(papers.map(({ paper }) => paper)).size < papers.length) {
      throw new AmberdeskError('record.invalid', { fields: ['papers'] });
    }
    const held = new Set(planOf(book.body).papers.map(({ paper }) => paper));
    const isOpen = isOpenEnough(readCircle(session.vault));
    for (const { paper } of papers.filter((one) => !held.has(one.paper))) {
      const view = readRecord(session.vault, paper);
      if (view.kind !== 'paper' || view.deleted) throw new AmberdeskError('record.missing', { record: paper });
      if (accessOf(book) === 'open' && !isOpen(view))
        throw new AmberdeskError('dossier.closedPaper', { record: paper });
    }
    editRecord(session, dossier, {
      papers: entriesOver(objects(book.body.papers), papers),
      tabs: entriesOver(objects(book.body.tabs), tabs),
    });
    changed.add(dossier);
  });
}

/** Writes who gets a copy. Throws `dossier.numberTwice`, `dossier.bySecretariat`, and what editing throws. */
export function giveCopies(session: Session, { dossier, copies }: Copies): void {
  const numbers = copies.flatMap(({ number }) => number ?? []);
  if (new Set(numbers).size < numbers.length) throw new AmberdeskError('dossier.numberTwice');
  inTransaction(session, (changed) => {
    const book = requireBook(session.vault, dossier);
    const keys = ordersFor(copies.length);
    const placed = copies.map((copy, at) => ({ ...copy, order: keys[at] ?? '' }));
    editRecord(session, dossier, { copies: entriesOver(objects(book.body.copies), placed) });
    changed.add(dossier);
  });
}

/** Fixed keys in the order of a list that is written as a whole. */
function ordersFor(length: number): string[] {
  return Array.from({ length }, (_, at) => `a${String(at).padStart(4, '0')}1`);
}

/** The entries as they are to be, with what the ones before had besides. */
function entriesOver<T extends { readonly id: string }>(before: readonly JsonObject[], entries: readonly T[]) {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  return asJson(
    entries.map((entry) => {
      const { tab: _tab, number: _number, ...kept } = known.get(entry.id) ?? {};
      return { ...kept, ...entry };
    }),
  );
}
