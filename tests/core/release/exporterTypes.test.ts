import { expect, expectTypeOf, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { figuresIn, filesOf } from '../../../core/annexes/filesOf.ts';
import { gatherFiles } from '../../../core/annexes/gatherFiles.ts';
import { auditBundle } from '../../../core/audit/auditBundle.ts';
import { auditRelease } from '../../../core/audit/auditRelease.ts';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { sheetOf } from '../../../core/documents/sheetOf.ts';
import { supplementOf } from '../../../core/documents/supplementOf.ts';
import { wordOf } from '../../../core/documents/word/wordOf.ts';
import { writeList } from '../../../core/documents/writeList.ts';
import { issueRevisions } from '../../../core/exchange/issueRevisions.ts';
import { readableCopies } from '../../../core/exchange/readableCopies.ts';
import { type SealRequest, sealBundle } from '../../../core/exchange/sealBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { type Going, planNews } from '../../../core/meetings/planNews.ts';
import { documentAsText } from '../../../core/release/copyText.ts';
import type { Session } from '../../../core/session.ts';
import { adoptionSheet } from '../../../domain/documents/adoptionSheet.ts';
import { agendaSheet } from '../../../domain/documents/agendaSheet.ts';
import { annexesOf, picturePath } from '../../../domain/documents/annexes.ts';
import type { PrintedSupplement } from '../../../domain/documents/bookStanding.ts';
import { calendarOf } from '../../../domain/documents/calendar.ts';
import { commentsSheet } from '../../../domain/documents/commentsSheet.ts';
import { commissionSheet } from '../../../domain/documents/commissionSheet.ts';
import { couldOpenSheet } from '../../../domain/documents/couldOpenSheet.ts';
import type { CouldOpenThere } from '../../../domain/documents/couldOpenThere.ts';
import { bookCover, type Covered } from '../../../domain/documents/dossierCover.ts';
import { dossierSheet } from '../../../domain/documents/dossierSheet.ts';
import type { ExplanationReport } from '../../../domain/documents/explanationReport.ts';
import { explanationSheet } from '../../../domain/documents/explanationSheet.ts';
import { type ListOrder, listTable } from '../../../domain/documents/listTable.ts';
import { minutesSheet } from '../../../domain/documents/minutesSheet.ts';
import { outcomesSheet } from '../../../domain/documents/outcomesSheet.ts';
import { paperSheet } from '../../../domain/documents/paperSheet.ts';
import { attendanceSheet, participantsSheet, platesSheet } from '../../../domain/documents/peopleSheets.ts';
import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import { recordText, usualInText } from '../../../domain/documents/recordText.ts';
import { reminderText } from '../../../domain/documents/reminderText.ts';
import { annotatedAgendaSheet, runningOrderSheet } from '../../../domain/documents/runningOrderSheet.ts';
import { supplementSheet } from '../../../domain/documents/supplementSheet.ts';
import { wordingSheet } from '../../../domain/documents/wordingSheet.ts';
import type { Circle } from '../../../domain/handling/circle.ts';
import { inquiryForm } from '../../../domain/inquiries/inquiryForm.ts';
import { openPlan } from '../../../domain/openSession/openPlan.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type {
  BundleAudience,
  CommunityAudience,
  HomeAudience,
  OutsideAudience,
  OwnAudience,
  Passed,
  ReleasableRecord,
} from '../../../domain/release/material.ts';
import type { Release } from '../../../domain/release/release.ts';
import { sourceFiles } from '../../architecture/sourceTree.ts';

// None of this runs: the compiler is asked.
declare const session: Session;
declare const id: RecordId;
declare const covered: Covered;
declare const supplement: PrintedSupplement;
declare const there: CouldOpenThere;
declare const report: ExplanationReport;
declare const circle: Circle;
declare const request: Omit<SealRequest, 'release'>;
declare const going: Omit<Going, 'release'>;
declare const records: readonly ReleasableRecord[];
declare const passed: Passed<{ kind: 'public' }>;
declare const toSelf: Release<OwnAudience>;
declare const toBoard: Release<{ kind: 'board' }>;
declare const toCommunity: Release<CommunityAudience>;
declare const toPublic: Release<{ kind: 'public' }>;
/** For one of these, and nobody knows for which. */
declare const toSomebody: Release;

declare const agenda: { readonly document: { readonly what: 'agenda'; readonly meeting: RecordId } };
declare const couldOpen: { readonly document: { readonly what: 'couldOpen'; readonly there: CouldOpenThere } };
declare const explanation: { readonly document: { readonly what: 'explanation'; readonly report: ExplanationReport } };
declare const rows: ListOrder;
declare const listing: Parameters<typeof writeList>[3];
declare const readable: Parameters<typeof readableCopies>[2];
declare const inBundle: Parameters<typeof readableCopies>[3];
declare const open: Parameters<typeof documentAsText>[2];
declare const archive: Parameters<typeof auditBundle>[2];
declare const manifest: Parameters<typeof auditBundle>[3];
declare const output: Parameters<typeof auditRelease>[2];

/**
 * Whatever takes a release, with what it may not be given: records, what nobody made a release of, and a release for
 * others than it is for. Each line is refused by the compiler, or the types are wrong.
 */
const REFUSED = {
  sealBundle() {
    // @ts-expect-error Records.
    sealBundle(unwatched, session, { ...request, release: records });
    // @ts-expect-error What is no release.
    sealBundle(unwatched, session, { ...request, release: passed });
    // @ts-expect-error What is for this desk alone.
    sealBundle(unwatched, session, { ...request, release: toSelf });
    // @ts-expect-error What may be for this desk alone.
    sealBundle(unwatched, session, { ...request, release: toSomebody });
  },
  issueRevisions() {
    // @ts-expect-error Records.
    issueRevisions(session, records, circle);
    // @ts-expect-error What is no release.
    issueRevisions(session, passed, circle);
    // @ts-expect-error What is for members is not issued anew for others.
    issueRevisions(session, toBoard, circle);
    // @ts-expect-error What may be for members.
    issueRevisions(session, toSomebody, circle);
  },
  readableCopies() {
    // @ts-expect-error Records.
    readableCopies(unwatched, records, readable, inBundle);
    // @ts-expect-error What is no release.
    readableCopies(unwatched, passed, readable, inBundle);
    // @ts-expect-error What is for members.
    readableCopies(unwatched, toBoard, readable, inBundle);
    // @ts-expect-error What is for this desk alone.
    readableCopies(unwatched, toSelf, readable, inBundle);
  },
  planNews() {
    // @ts-expect-error Records.
    planNews(session, { ...going, release: records });
    // @ts-expect-error What is no release.
    planNews(session, { ...going, release: passed });
    // @ts-expect-error What is for this desk alone.
    planNews(session, { ...going, release: toSelf });
    // @ts-expect-error What may be for this desk alone.
    planNews(session, { ...going, release: toSomebody });
  },
  printDocument() {
    // @ts-expect-error Records.
    printDocument(unwatched, records, agenda);
    // @ts-expect-error What is no release.
    printDocument(unwatched, passed, agenda);
    // @ts-expect-error What a lost installation could open, for the public.
    printDocument(unwatched, toPublic, couldOpen);
    // @ts-expect-error The same for whoever it may be.
    printDocument(unwatched, toSomebody, couldOpen);
    // @ts-expect-error What is withheld, and why, for those whom it is withheld from.
    printDocument(unwatched, toBoard, explanation);
    // @ts-expect-error The same for whoever it may be.
    printDocument(unwatched, toSomebody, explanation);
  },
  wordOf() {
    // @ts-expect-error Records.
    wordOf(unwatched, records, agenda);
    // @ts-expect-error What is no release.
    wordOf(unwatched, passed, agenda);
    // @ts-expect-error What a lost installation could open, for the public.
    wordOf(unwatched, toPublic, couldOpen);
  },
  sheetOf() {
    // @ts-expect-error Records.
    sheetOf(records, agenda);
    // @ts-expect-error What is no release.
    sheetOf(passed, agenda);
  },
  listTable() {
    // @ts-expect-error Records.
    listTable(records, rows);
    // @ts-expect-error What is no release.
    listTable(passed, rows);
  },
  documentAsText() {
    // @ts-expect-error Records.
    documentAsText(session, records, open);
    // @ts-expect-error What is no release.
    documentAsText(session, passed, open);
    // @ts-expect-error What is for members, in an open session.
    documentAsText(session, toBoard, open);
    // @ts-expect-error What may be for members.
    documentAsText(session, toSomebody, open);
  },
  auditBundle() {
    // @ts-expect-error Records.
    auditBundle(session, records, archive, manifest);
    // @ts-expect-error What is for this desk alone.
    auditBundle(session, toSelf, archive, manifest);
  },
  auditRelease() {
    // @ts-expect-error Records.
    auditRelease(session, records, output);
    // @ts-expect-error What is no release.
    auditRelease(session, passed, output);
  },
  agendaSheet() {
    // @ts-expect-error Records.
    agendaSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    agendaSheet(passed, id, USUAL_PRINT);
  },
  runningOrderSheet() {
    // @ts-expect-error Records.
    runningOrderSheet(records, id, 1, USUAL_PRINT);
    // @ts-expect-error What is no release.
    runningOrderSheet(passed, id, 1, USUAL_PRINT);
    // @ts-expect-error What the chair has in hand, for the public.
    runningOrderSheet(toPublic, id, 1, USUAL_PRINT);
  },
  annotatedAgendaSheet() {
    // @ts-expect-error Records.
    annotatedAgendaSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    annotatedAgendaSheet(passed, id, USUAL_PRINT);
    // @ts-expect-error What the chair has in hand, for whoever it may be.
    annotatedAgendaSheet(toSomebody, id, USUAL_PRINT);
  },
  minutesSheet() {
    // @ts-expect-error Records.
    minutesSheet(records, { meeting: id }, USUAL_PRINT);
    // @ts-expect-error What is no release.
    minutesSheet(passed, { meeting: id }, USUAL_PRINT);
  },
  paperSheet() {
    // @ts-expect-error Records.
    paperSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    paperSheet(passed, id, USUAL_PRINT);
  },
  writeList() {
    // @ts-expect-error Records.
    writeList(unwatched, session, records, listing);
    // @ts-expect-error What is no release.
    writeList(unwatched, session, passed, listing);
  },
  commentsSheet() {
    // @ts-expect-error For the network's own people.
    commentsSheet(toCommunity, id, USUAL_PRINT);
    // @ts-expect-error What may be for somebody outside.
    commentsSheet(toSomebody, id, USUAL_PRINT);
    // @ts-expect-error Records.
    commentsSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    commentsSheet(passed, id, USUAL_PRINT);
  },
  wordingSheet() {
    // @ts-expect-error What is for the community.
    wordingSheet(toCommunity, USUAL_PRINT);
    // @ts-expect-error What may be.
    wordingSheet(toSomebody, USUAL_PRINT);
  },
  commissionSheet() {
    // @ts-expect-error Records.
    commissionSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    commissionSheet(passed, id, USUAL_PRINT);
  },
  reminderText() {
    // @ts-expect-error Records.
    reminderText(records, [id], '2027-03-03', 'en');
    // @ts-expect-error What is no release.
    reminderText(passed, [id], '2027-03-03', 'en');
  },
  couldOpenSheet() {
    // @ts-expect-error What is for the community.
    couldOpenSheet(toCommunity, there, USUAL_PRINT);
    // @ts-expect-error What may be.
    couldOpenSheet(toSomebody, there, USUAL_PRINT);
  },
  explanationSheet() {
    // @ts-expect-error What is for members.
    explanationSheet(toBoard, report, USUAL_PRINT);
    // @ts-expect-error What may be.
    explanationSheet(toSomebody, report, USUAL_PRINT);
  },
  dossierSheet() {
    // @ts-expect-error Records.
    dossierSheet(records, { dossier: id }, USUAL_PRINT);
    // @ts-expect-error What is no release.
    dossierSheet(passed, { dossier: id }, USUAL_PRINT);
  },
  filesOf() {
    // @ts-expect-error Records.
    filesOf(unwatched, session, records, agenda);
    // @ts-expect-error What is no release.
    filesOf(unwatched, session, passed, agenda);
  },
  gatherFiles() {
    const wanted = { papers: [], pdfPages: 'bound' } as const;
    // @ts-expect-error Records.
    gatherFiles(unwatched, session, records, wanted);
    // @ts-expect-error What is no release.
    gatherFiles(unwatched, session, passed, wanted);
  },
  annotationsSheet() {
    // @ts-expect-error Records.
    annotationsSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    annotationsSheet(passed, id, USUAL_PRINT);
    // @ts-expect-error What is for members: notes are one's own.
    annotationsSheet(toBoard, id, USUAL_PRINT);
  },
  supplementSheet() {
    // @ts-expect-error Records.
    supplementSheet(records, supplement, USUAL_PRINT);
    // @ts-expect-error What is no release.
    supplementSheet(passed, supplement, USUAL_PRINT);
  },
  supplementOf() {
    const since = { dossier: id, since: 'first' };
    // @ts-expect-error Records.
    supplementOf(unwatched, session, records, since, PrintOptions.parse({}));
    // @ts-expect-error What is no release.
    supplementOf(unwatched, session, passed, since, PrintOptions.parse({}));
    // @ts-expect-error What is for somebody outside, who is told of no issues.
    supplementOf(unwatched, session, toPublic, since, PrintOptions.parse({}));
  },
  bookCover() {
    // @ts-expect-error Records.
    bookCover(records, USUAL_PRINT, covered);
    // @ts-expect-error What is no release.
    bookCover(passed, USUAL_PRINT, covered);
  },
  annexesOf() {
    const annexes = { language: 'en', mark: 'TLP:AMBER', files: new Map(), bind: true } as const;
    // @ts-expect-error Records.
    annexesOf(records, {}, annexes);
    // @ts-expect-error What is no release.
    annexesOf(passed, {}, annexes);
  },
  picturePath() {
    // @ts-expect-error Records.
    picturePath(records, {}, new Map(), '');
    // @ts-expect-error What is no release.
    picturePath(passed, {}, new Map(), '');
  },
  figuresIn() {
    // @ts-expect-error Records.
    figuresIn(unwatched, session, records);
    // @ts-expect-error What is no release.
    figuresIn(unwatched, session, passed);
  },
  outcomesSheet() {
    // @ts-expect-error records did not come through the gate
    outcomesSheet(records, id, USUAL_PRINT);
    // @ts-expect-error nor did what only looks like a release
    outcomesSheet(passed, id, USUAL_PRINT);
  },
  adoptionSheet() {
    // @ts-expect-error Records.
    adoptionSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    adoptionSheet(passed, id, USUAL_PRINT);
  },
  platesSheet() {
    // @ts-expect-error Records.
    platesSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    platesSheet(passed, id, USUAL_PRINT);
  },
  attendanceSheet() {
    // @ts-expect-error Records.
    attendanceSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    attendanceSheet(passed, id, USUAL_PRINT);
  },
  participantsSheet() {
    // @ts-expect-error Records.
    participantsSheet(records, id, USUAL_PRINT);
    // @ts-expect-error What is no release.
    participantsSheet(passed, id, USUAL_PRINT);
  },
  inquiryForm() {
    // @ts-expect-error Records.
    inquiryForm(records, { inquiry: id, ministry: '', language: 'en' });
    // @ts-expect-error What is no release.
    inquiryForm(passed, { inquiry: id, ministry: '', language: 'en' });
    // @ts-expect-error What is for everyone.
    inquiryForm(toPublic, { inquiry: id, ministry: '', language: 'en' });
  },
  calendarOf() {
    // @ts-expect-error Records.
    calendarOf(records, { meeting: id, language: 'en', times: new Map() });
    // @ts-expect-error What is no release.
    calendarOf(passed, { meeting: id, language: 'en', times: new Map() });
  },
  recordText() {
    // @ts-expect-error Records.
    recordText(records, id, 'en', undefined);
    // @ts-expect-error What is no release.
    recordText(passed, id, 'en', undefined);
  },
  usualInText() {
    // @ts-expect-error Records.
    usualInText(records);
  },
  openPlan() {
    // @ts-expect-error What is for members.
    openPlan(toBoard, id);
    // @ts-expect-error What may be.
    openPlan(toSomebody, id);
  },
};

it('whatever makes output takes a release for those whom it is for, and nothing else: the compiler refuses the rest', () => {
  expectTypeOf<Parameters<typeof sealBundle>[2]['release']>().toEqualTypeOf<Release<BundleAudience>>();
  expectTypeOf<Parameters<typeof issueRevisions>[1]>().toEqualTypeOf<Release<OutsideAudience>>();
  expectTypeOf<Parameters<typeof readableCopies>[1]>().toEqualTypeOf<Release<OutsideAudience>>();
  expectTypeOf<Parameters<typeof documentAsText>[1]>().toEqualTypeOf<Release<CommunityAudience>>();
  expectTypeOf<Parameters<typeof couldOpenSheet>[0]>().toEqualTypeOf<Release<HomeAudience>>();
  expectTypeOf<Parameters<typeof explanationSheet>[0]>().toEqualTypeOf<Release<OwnAudience>>();
  // What it is for, it takes.
  const taken = () => [
    sealBundle(unwatched, session, { ...request, release: toPublic }),
    sealBundle(unwatched, session, { ...request, release: toBoard }),
    printDocument(unwatched, toSomebody, agenda),
    printDocument(unwatched, toBoard, couldOpen),
    printDocument(unwatched, toSelf, explanation),
  ];
  expect(taken).toBeInstanceOf(Function);
});

it('nothing takes a release that was not asked so', () => {
  const found = [...sourceFiles('core'), ...sourceFiles('domain')]
    .filter(({ path }) => !OURS.some((part) => path.startsWith(part)))
    .flatMap(({ text }) => takersIn(text));
  expect(found.filter((name) => !Object.hasOwn(REFUSED, name) && !ASKS.includes(name))).toEqual([]);
  expect(Object.keys(REFUSED).filter((name) => !found.includes(name))).toEqual([]);
});

/** The gate itself, and measures. */
const OURS = ['domain/release/', 'core/bench/', 'core/release/releaseFor.ts'];
/** What looks something up in a release, for the sheets or before it leaves, and makes nothing of it. */
const ASKS = [
  ...['requireReleased', 'sitsIn', 'networkOf', 'nameOf', 'namesOf', 'mentionsOf', 'requireDecided'],
  ...['aboveList', 'indexedCountries'],
];

/** The functions that a source gives to others and that take a release, by itself or in a request. */
function takersIn(text: string): string[] {
  const carriers = [...text.matchAll(/interface (\w+)[^{]*\{[^}]*?readonly release: Release\b/g)].map(
    ([, name]) => name,
  );
  const taking = new RegExp(`: (?:${['Release', ...carriers].join('|')})\\b`);
  return [...text.matchAll(/^export (?:async )?function\*? (\w+)(?:<[^(]*>)?\(([\s\S]*?)\)(?::[^{]*)? ?\{$/gm)]
    .filter(([, , parameters = '']) => taking.test(parameters))
    .map(([, name = '']) => name);
}
