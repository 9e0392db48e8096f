import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { arrangeBook, giveCopies } from '../../../core/dossiers/arrangeBook.ts';
import { issueBook, measureBook } from '../../../core/dossiers/issueBook.ts';
import { makeBook } from '../../../core/dossiers/makeBook.ts';
import { printCopies } from '../../../core/dossiers/printCopies.ts';
import { listBooks, readBook } from '../../../core/dossiers/readBook.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { movedBy, planOf, withoutPapers } from '../../../domain/dossiers/plan.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { objects } from '../../../domain/records/text.ts';
import { aDocument, refusal } from '../../helpers/aSession.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aNetwork, type Desk, NORTHMARK, SECRETARIAT, TAVANIA } from '../exchange/aNetwork.ts';
import { delta, take } from '../exchange/byReceipts.ts';

/** A meeting with a closed and an open session, four papers, and the closed book of them. */
async function aBook() {
  const desks = await aNetwork();
  const { session } = desks.secretariat;
  const make = (kind: string, body: Parameters<typeof createRecord>[2], options = {}): RecordId =>
    createRecord(session, kind, body, options).id;
  const meeting = make('meeting', { title: 'Eighth meeting', symbol: 'CB/8' });
  const closed = make('session', { meeting, day: 1, starts: '09:30', access: 'closed' });
  const open = make('session', { meeting, day: 2, starts: '09:30', access: 'open' });
  const green = { mark: { label: 'TLP:GREEN', distribution: { to: 'community' } } };
  const paper = (title: string, body: object = {}, options = {}) =>
    make('paper', { meeting, title, status: 'issued', body: aDocument(`${title}, in full.`), ...body }, options);
  const second = paper('Second');
  const first = paper('First', { number: 'CB/8/1' });
  const own = paper(
    'For Northmark',
    { status: 'cleared' },
    {
      mark: { label: 'TLP:AMBER', distribution: { to: 'named', organisations: [SECRETARIAT, NORTHMARK], persons: [] } },
    },
  );
  const public_ = paper('Public', { openNumber: 'CB/8/O1' }, green);
  const annex = paper('Annex', { annexOf: first, status: 'drafting', due: '2026-02-01' });
  make('agendaItem', {
    meeting,
    session: closed,
    order: 'a0',
    type: 'item',
    number: 1,
    title: 'Karsenia',
    papers: [first],
  });
  make('agendaItem', {
    meeting,
    session: closed,
    order: 'a1',
    type: 'item',
    number: 2,
    title: 'Review',
    papers: [second],
  });
  make('agendaItem', { meeting, session: open, order: 'a0', type: 'item', title: 'Briefing', papers: [public_] });
  const order = { meeting, title: 'Book', language: 'en', tabs: 'items' } as const;
  const book = makeBook(session, { ...order, book: 'closed' });
  return { ...desks, session, meeting, order, book, papers: { first, second, own, public_, annex } };
}

const titlesIn = ({ session }: Pick<Desk, 'session'>, book: RecordId) =>
  readBook(session, book).papers.map(({ title }) => title);
const planIn = ({ session }: Pick<Desk, 'session'>, book: RecordId) => planOf(readRecord(session.vault, book).body);
const write = (session: Desk['session'], dossier: RecordId, { papers, tabs }: ReturnType<typeof planOf>) =>
  arrangeBook(session, {
    dossier,
    papers: papers.map((one) => ({ ...one, paper: RecordId.parse(one.paper) })),
    tabs: tabs.map((tab) => ({ ...tab })),
  });

it('begins with the papers in the order of the agenda, annexes behind their paper, and says what is not ready', async () => {
  const { session, book, meeting, order, papers } = await aBook();
  expect(titlesIn({ session }, book)).toEqual(['First', 'Annex', 'Second', 'Public', 'For Northmark']);
  const { tabs, papers: lines, mayIssue } = readBook(session, book);
  expect(tabs.map(({ name }) => name)).toEqual(['1  Karsenia', '2  Review', 'Briefing', 'Further papers']);
  expect(lines.map(({ notReady }) => notReady.join())).toEqual(['', 'late,notCleared', '', '', 'notIssued']);
  expect(mayIssue).toBe(true);
  expect(listBooks(session, meeting)).toMatchObject([{ dossier: book, papers: 5, notReady: 2, changes: 0 }]);
  const open = makeBook(session, { ...order, book: 'open' });
  expect(titlesIn({ session }, open)).toEqual(['Public']);
  expect(readRecord(session.vault, open).handling).toMatchObject({
    label: 'TLP:GREEN',
    distribution: { to: 'community' },
  });
  const plan = planIn({ session }, open);
  const closed = { id: 'x', order: 'b0', paper: papers.first };
  refusal(() => write(session, open, { ...plan, papers: [...plan.papers, closed] }), 'dossier.closedPaper');
  expect(titlesIn({ session }, open)).toEqual(['Public']);
  const like = makeBook(session, { ...order, book: 'closed', like: book });
  expect(titlesIn({ session }, like)).toEqual(titlesIn({ session }, book));
});

it('is issued as it is printed, stands so for ever, and tells what is different since', async () => {
  const { session, book, meeting, papers, secretariat, tavania } = await aBook();
  const measured = measureBook(unwatched, session, { dossier: book });
  const { issue, pages } = issueBook(unwatched, session, { dossier: book, name: 'First issue' });
  expect(pages).toBe(measured.pages);
  const { issues, papers: lines, since } = readBook(session, book);
  expect(since).toBe(issue);
  expect(issues).toMatchObject([{ name: 'First issue', on: '2026-03-03', papers: 5, by: { title: 'Ada Morn' } }]);
  expect(lines.map(({ pages: at }) => at)).toEqual(measured.papers.map(({ first, last }) => ({ first, last })));
  expect(lines.every(({ change }) => change === 'same')).toBe(true);
  const { body, draft } = readRecord(session.vault, book);
  expect(draft, 'an issue is shared').toBe(false);
  expect(JSON.stringify(body.issues), 'no words of its papers').not.toMatch(/Second|Karsenia|CB\/8/);

  for (const changed of [[], [{ ...objects(body.issues)[0], name: 'Other' }]]) {
    refusal(() => editRecord(session, book, { issues: asJson(changed) }), 'dossier.issuesStand');
  }
  editRecord(session, papers.second, { title: 'Second, revised' });
  const late = createRecord(session, 'paper', { meeting, title: 'Late', status: 'cleared' }).id;
  const plan = planIn({ session }, book);
  const [entry] = plan.papers.filter(({ paper }) => paper === papers.own);
  const without = movedBy(withoutPapers(plan, [entry?.id ?? '']), plan.papers[0]?.id ?? '', 1);
  write(session, book, { ...without, papers: [...without.papers, { id: 'late', order: 'zz', paper: late }] });
  const after = readBook(session, book);
  expect(after.papers.map(({ title, change }) => `${title}: ${change}`).sort()).toEqual([
    'Annex: moved',
    'First: same',
    'Late: added',
    'Public: same',
    'Second, revised: changed',
  ]);
  expect(after.withdrawn).toMatchObject([{ paper: papers.own, title: 'For Northmark' }]);
  expect(listBooks(session, meeting)).toMatchObject([{ changes: 3, issue: { name: 'First issue' } }]);

  const supplement = { what: 'supplement', dossier: book, since: issue } as const;
  const order = { document: supplement, audience: { kind: 'board' }, options: PrintOptions.parse({}) } as const;
  expect(printOrder(unwatched, session, order).pages).toBeGreaterThan(1);

  // A capital sees the same book and the same news, and neither issues it nor numbers its copies.
  const { file } = await delta(secretariat, [tavania]);
  await take(tavania, file);
  expect(readBook(tavania.session, book)).toMatchObject({ isOwn: false, mayIssue: false });
  expect(readBook(tavania.session, book).papers.map(({ title }) => title)).toContain('Late');
  refusal(() => issueBook(unwatched, tavania.session, { dossier: book, name: 'Ours' }), 'dossier.bySecretariat');
  refusal(
    () => giveCopies(tavania.session, { dossier: book, copies: [{ id: 'c', party: TAVANIA, number: 1 }] }),
    'dossier.bySecretariat',
  );
  deleteRecord(session, papers.first, 'By mistake');
  refusal(() => issueBook(unwatched, session, { dossier: book, name: 'Rev. 1' }), 'dossier.notReady');
  expect(readBook(session, book).issues).toHaveLength(1);
});

it('prints one book for each copy, as its holder may have it, or none', async () => {
  const { session, book } = await aBook();
  editRecord(session, TAVANIA, { doNotName: true });
  const copies = [
    { id: 'one', party: NORTHMARK, number: 1 },
    { id: 'two', party: TAVANIA, number: 2 },
  ];
  refusal(
    () => giveCopies(session, { dossier: book, copies: copies.map((one) => ({ ...one, number: 1 })) }),
    'dossier.numberTwice',
  );
  giveCopies(session, { dossier: book, copies });
  expect(readBook(session, book).copies).toMatchObject([
    { number: 1, doNotName: false },
    { number: 2, doNotName: true },
  ]);
  const folder = aFolder();
  const order = { dossier: book, copies: ['one', 'two'], folder, options: PrintOptions.parse({}) };
  const { files } = printCopies(unwatched, session, order);
  expect(readdirSync(folder).sort()).toEqual(['CB-8 Book 01 Kingdom of Northmark.pdf', 'CB-8 Book 02.pdf']);
  expect(files.map(({ file }) => file)).toContain(join(folder, 'CB-8 Book 02.pdf'));
  refusal(() => printCopies(unwatched, session, order), 'file.exists');
  const stopped = aFolder();
  let checks = 0;
  const cancelled = {
    ...unwatched,
    check: () => {
      checks += 1;
      if (checks > 4) throw new Error('stop');
    },
  };
  expect(() => printCopies(cancelled, session, { ...order, folder: stopped })).toThrow('stop');
  expect(readdirSync(stopped)).toEqual([]);
});

it('comes to one order and both issues where two laptops of the Secretariat worked on it', async () => {
  const { aDesk, meet } = await import('../exchange/aNetwork.ts');
  const { secretariat, session, book, papers } = await aBook();
  const named = planIn(secretariat, book).papers.filter(({ paper }) => paper === papers.own);
  write(
    session,
    book,
    withoutPapers(
      planIn(secretariat, book),
      named.map(({ id }) => id),
    ),
  );
  const other = await aDesk(SECRETARIAT, 'Secretariat', 'Ben Low', 'secretariat');
  meet(secretariat, other);
  await take(other, (await delta(secretariat, [other])).file);
  const [first, , third] = planIn(secretariat, book).papers;
  write(session, book, movedBy(planIn(secretariat, book), third?.id ?? '', 1));
  issueBook(unwatched, session, { dossier: book, name: 'First issue' });
  write(other.session, book, withoutPapers(planIn(other, book), [first?.id ?? '']));
  issueBook(unwatched, other.session, { dossier: book, name: 'Issue of the other laptop' });
  await take(other, (await delta(secretariat, [other])).file);
  await take(secretariat, (await delta(other, [secretariat])).file);
  expect(titlesIn(secretariat, book)).toEqual(titlesIn(other, book));
  expect(titlesIn(secretariat, book)).toHaveLength(3);
  const both = [secretariat, other].map((desk) => readBook(desk.session, book));
  for (const one of both)
    expect(one.issues.map(({ name }) => name).sort()).toEqual(['First issue', 'Issue of the other laptop']);
  expect(both.every(({ conflicted }) => !conflicted)).toBe(true);
});
