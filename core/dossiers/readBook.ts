import type { z } from 'zod';
import type { dossiersCalls } from '../../contract/dossiers/calls.ts';
import { changesSince } from '../../domain/dossiers/changes.ts';
import { BookAccess, BookIssue } from '../../domain/dossiers/kinds.ts';
import { planOf } from '../../domain/dossiers/plan.ts';
import { notReady } from '../../domain/dossiers/readiness.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Circle } from '../../domain/handling/circle.ts';
import { CalendarDate } from '../../domain/meetings/kinds.ts';
import { DRAFT } from '../../domain/records/history.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { compareEntries } from '../../domain/records/mergeFields.ts';
import { own } from '../../domain/records/own.ts';
import { count, objects, text } from '../../domain/records/text.ts';
import { minuteOf } from '../context.ts';
import { readCircle } from '../records/circle.ts';
import { listRecords } from '../records/listRecords.ts';
import type { RecordView } from '../records/recordView.ts';
import { findDraft, findRecord, type RecordRow } from '../records/rows.ts';
import { readTitles, withHolder } from '../records/titles.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { isAsItWas, isOpenEnough, requireBook } from './bookRecords.ts';

type Book = z.output<typeof dossiersCalls.read.output>;
type BookLine = z.output<typeof dossiersCalls.list.output>[number];
type Issue = z.infer<typeof BookIssue>;

/** The issues of a book, the first one first; what a newer version made of one is left out. */
export function issuesIn(body: RecordView['body']): Issue[] {
  return objects(body.issues)
    .toSorted(compareEntries)
    .flatMap((entry) => BookIssue.safeParse(entry).data ?? []);
}

/** A book as it stands, beside its last issue or another one. Throws `record.missing`. */
export function readBook(session: Session, id: RecordId, since?: string): Book {
  const { vault } = session;
  const view = requireBook(vault, id);
  const { installation } = vault;
  const circle = readCircle(vault);
  const issues = issuesIn(view.body);
  const issue = issues.find((one) => one.id === since) ?? issues.at(-1);
  const { lines, withdrawn } = linesOf(session, view, circle, issue);
  const meeting = findRecord(vault, text(view.body.meeting));
  return {
    dossier: view.id,
    title: view.title,
    book: accessOf(view),
    language: view.body.language === 'fr' ? 'fr' : 'en',
    label: effectiveHandling(view.handling, view.body).label,
    ...(meeting === undefined ? {} : { meeting: { record: RecordId.parse(meeting.id), title: meeting.title } }),
    conflicted: view.conflicted,
    deleted: view.deleted,
    isOwn: view.handling.originator === installation.organisation,
    mayIssue: installation.role === 'secretariat',
    papers: lines,
    tabs: planOf(view.body).tabs.map((tab) => ({ ...tab })),
    issues: issues.map((one) => issueLine(vault, one)),
    ...(issue === undefined ? {} : { since: issue.id }),
    withdrawn: withdrawn.map(({ paper, version, first, last }) => ({
      paper,
      title: findRecord(vault, paper)?.title ?? '',
      ...(version === undefined ? {} : { had: version }),
      first,
      last,
    })),
    copies: copiesIn(vault, view, circle),
  };
}

/** The books of a meeting, those of the closed sessions first. */
export function listBooks(session: Session, meeting: RecordId): BookLine[] {
  const circle = readCircle(session.vault);
  return listRecords(session.vault, { kind: 'dossier', where: { meeting }, deleted: false, order: 'title' })
    .map((view) => {
      const issue = issuesIn(view.body).at(-1);
      const { lines, withdrawn } = linesOf(session, view, circle, issue);
      const isChanged = ({ change }: (typeof lines)[number]) => change === 'added' || change === 'changed';
      return {
        dossier: view.id,
        title: view.title,
        book: accessOf(view),
        label: effectiveHandling(view.handling, view.body).label,
        conflicted: view.conflicted,
        papers: lines.length,
        notReady: lines.filter((line) => line.notReady.length > 0).length,
        ...(issue === undefined ? {} : { issue: issueLine(session.vault, issue) }),
        changes: issue === undefined ? 0 : lines.filter(isChanged).length + withdrawn.length,
      };
    })
    .sort((one, other) => Number(one.book === 'open') - Number(other.book === 'open'));
}

/** Whom a book is for; one that says nothing is closed. */
export function accessOf({ body }: Pick<RecordView, 'body'>): BookAccess {
  return BookAccess.safeParse(body.book).data ?? 'closed';
}

function linesOf({ vault, surroundings }: Session, view: RecordView, circle: Circle, issue: Issue | undefined) {
  const { papers } = planOf(view.body);
  const isOpen = isOpenEnough(circle);
  const isForOpen = accessOf(view) === 'open';
  const today = minuteOf(surroundings.now()).slice(0, 10);
  const changes = changesSince(
    issue?.contents ?? [],
    papers.map(({ paper }) => paper),
    (had) => isAsItWas(vault, had),
  );
  const lines = papers.flatMap(({ id, order, paper, tab, annexes }): Book['papers'] => {
    const named = RecordId.safeParse(paper);
    if (!named.success) return [];
    const row = findRecord(vault, paper);
    const { change = 'added', had } = changes.papers.get(paper) ?? {};
    return [
      {
        entry: id,
        order,
        paper: named.data,
        ...(tab === undefined ? {} : { tab }),
        annexes: annexes === true,
        ...paperLine(vault, row, isForOpen),
        notReady: notReady(row, row === undefined || !isForOpen || isOpen(row), today),
        change: issue === undefined ? 'same' : change,
        ...(had === undefined
          ? {}
          : {
              ...(had.version === undefined ? {} : { had: had.version }),
              pages: { first: had.first, last: had.last },
            }),
      },
    ];
  });
  return { lines, withdrawn: changes.withdrawn };
}

function paperLine(vault: Vault, row: RecordRow | undefined, isForOpen: boolean) {
  if (row === undefined) return { title: '', number: '', files: 0 };
  const { body, handling, heads } = row;
  const due = CalendarDate.safeParse(body.due);
  const now = findDraft(vault, row.id) === undefined ? heads[0] : DRAFT;
  return {
    title: text(body.title),
    number: isForOpen ? text(body.openNumber) : text(body.number) || text(body.openNumber),
    label: effectiveHandling(handling, body).label,
    ...(due.success ? { due: due.data } : {}),
    files: objects(body.attachments).length,
    ...(now === undefined ? {} : { now }),
  };
}

function issueLine(vault: Vault, { id, name, on, by, contents }: Issue): Book['issues'][number] {
  const person = by === undefined ? undefined : withHolder(vault, [by], readTitles(vault, [by]))[0];
  return {
    id,
    name,
    on,
    ...(person === undefined ? {} : { by: { record: person.id, title: person.title } }),
    papers: contents.length,
    pages: Math.max(0, ...contents.map(({ last }) => last)),
  };
}

function copiesIn(vault: Vault, view: RecordView, circle: Circle): Book['copies'] {
  return objects(view.body.copies)
    .toSorted(compareEntries)
    .flatMap((entry) => {
      const party = RecordId.safeParse(entry.party);
      if (!party.success) return [];
      const row = findRecord(vault, party.data);
      const organisation = row?.kind === 'person' ? text(row.body.organisation) : party.data;
      const isHidden = circle.organisations.get(organisation)?.doNotName === true || own(row?.body ?? {}, 'doNotName');
      const number = count(entry.number);
      return [
        {
          id: text(entry.id),
          party: party.data,
          name: row?.title ?? '',
          kind: row?.kind ?? '',
          ...(number > 0 ? { number } : {}),
          doNotName: isHidden === true,
        },
      ];
    });
}
