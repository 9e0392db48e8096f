import type { ExplainedOrder, PrintedDocument, PrintOptions } from '../../contract/documents/calls.ts';
import { familiesOf } from '../../domain/audit/families.ts';
import type { Passage } from '../../domain/audit/passages.ts';
import { printedWords } from '../../domain/audit/usual.ts';
import type { BookStanding } from '../../domain/documents/bookStanding.ts';
import type { CouldOpenThere } from '../../domain/documents/couldOpenThere.ts';
import type { PrintedFor, PrintRequest } from '../../domain/documents/printRequest.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { type InstallationId, RecordId } from '../../domain/records/ids.ts';
import type { Json } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { REASONS } from '../../domain/release/explain.ts';
import { isHome } from '../../domain/release/material.ts';
import { laidBefore, type Release } from '../../domain/release/release.ts';
import { filesOf } from '../annexes/filesOf.ts';
import { type Audited, auditRelease } from '../audit/auditRelease.ts';
import { PDF_WORDS } from '../audit/pdfWords.ts';
import { READERS } from '../audit/readers.ts';
import { couldOpen } from '../directory/couldOpen.ts';
import { allSeats } from '../directory/seats.ts';
import type { Work } from '../jobs/work.ts';
import { readRecord, requireRecord } from '../records/recordView.ts';
import { requireDecided } from '../release/mentions.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { bookStanding } from './bookStanding.ts';
import { changedBlocks } from './changedBlocks.ts';
import { explanationReport } from './explanationReport.ts';
import { printDocument } from './printDocument.ts';
import type { Printed as PrintedSheet } from './printSheet.ts';
import { readOf } from './readOf.ts';
import { type OfRecord, recordOf } from './recordOf.ts';
import { supplementOf } from './supplementOf.ts';

/** What was printed, and how many words of it were read again before it may leave. */
export type Printed = PrintedSheet & Audited;

export interface PrintOrder {
  readonly document: PrintedDocument;
  readonly audience: Audience;
  readonly options: PrintOptions;
  /** It is on its way to somebody, not only looked at: withheld names in it must have been decided on. */
  readonly leaves?: boolean;
}

/**
 * Prints a document for an audience into memory, and reads what came of it as its reader will. Throws `release.audit`,
 * `release.unread`, `release.undecided` where it leaves, `record.missing`, `record.noSuchVersion`, `directory.seat`, `bundle.missing`, `bundle.noReceipts`,
 * `release.conflict` and `release.numberTwice` (details: the record) when that keeps it here, and what `printDocument`
 * throws.
 */
export function printOrder(work: Work, session: Session, order: PrintOrder): Printed {
  const { document, audience, options } = order;
  if (document.what === 'couldOpen') return printCouldOpen(work, session, order, document.installation);
  if (document.what === 'wording') return printWording(work, session, order);
  if (document.what === 'explanation') return printExplanation(work, session, order, document.of);
  if (document.what === 'annotations') return printAnnotations(work, session, order, document.meeting);
  if (document.what === 'supplement') return printSupplement(work, session, order, document);
  return makeOrdered(session, { document, audience, options }, order.leaves === true, (release, request) =>
    printAudited(work, session, release, request),
  );
}

/** Makes something of a release and of a document that this release may be made into. */
type Make<T> = <A extends Audience>(release: Release<A>, request: PrintRequest<PrintedFor<A>>) => T;

/**
 * What is made of the records that a document is made of, as they go to an audience; by the ids that they have there.
 * `leaves`: withheld names in it must have been decided on. Throws what `releaseOf` throws, `release.undecided`, and
 * `release.withheld` where what the chair has in hand is asked for somebody outside.
 */
export function makeOrdered<T>(
  session: Session,
  { document, audience, options }: Pick<PrintOrder, 'audience' | 'options'> & { readonly document: OfRecord },
  leaves: boolean,
  make: Make<T>,
): T {
  const id = recordOf(document);
  const decided = (release: Release): void => {
    if (leaves) requireDecided(session, release, document.what, readOf(session, document));
  };
  requireRecord(session.vault, id);
  if (document.what === 'runningOrder' || document.what === 'annotatedAgenda' || document.what === 'comments') {
    // For the network's own people, whose ids are those here.
    if (!isHome(audience)) throw new AmberdeskError('release.withheld', { record: id });
    const { release } = releaseOf(session, id, audience, options);
    decided(release);
    return make(release, { document, options });
  }
  const { release, idIn } = releaseOf(session, id, audience, options);
  decided(release);
  if (document.what === 'dossier') {
    const standing = standingFor(session, id, audience, idIn);
    return make(release, { document: { what: 'dossier', dossier: idIn(id), standing }, options });
  }
  const changed = changedBlocks(session.vault, id, options.changedSince);
  return make(release, { document: namedIn(document, idIn), options: { ...options, changed } });
}

/** What came into a dossier since an issue; for the network's own people, who know of issues. */
function printSupplement(
  work: Work,
  session: Session,
  { audience, options, leaves }: PrintOrder,
  document: Extract<PrintedDocument, { what: 'supplement' }>,
): Printed {
  if (!isHome(audience)) throw new AmberdeskError('release.withheld', { record: document.dossier });
  const { release } = releaseOf(session, document.dossier, audience, options);
  if (leaves === true) requireDecided(session, release, document.what, readOf(session, document));
  const supplement = supplementOf(work, session, release, document, options);
  return printAudited(work, session, release, { document: { what: 'supplement', ...supplement }, options });
}

/** How a book stands to its issues; outside the board nobody is told of those. */
function standingFor(
  { vault }: Session,
  id: RecordId,
  audience: Audience,
  idIn: (record: RecordId) => RecordId,
): BookStanding | undefined {
  if (!isHome(audience)) return undefined;
  const { papers, withdrawn, ...standing } = bookStanding(vault, readRecord(vault, id));
  return { ...standing, papers, withdrawn: withdrawn.map(idIn) };
}

/** The same document by the ids that its records have in a release. */
function namedIn(
  document: Exclude<OfRecord, { what: 'runningOrder' | 'annotatedAgenda' | 'comments' | 'dossier' }>,
  idIn: (record: RecordId) => RecordId,
) {
  const id = idIn(recordOf(document));
  if (document.what === 'adoption') return { what: document.what, adoption: id };
  if (document.what === 'paper' || document.what === 'commission') return { what: document.what, paper: id };
  if (document.what === 'outcomes') {
    const { addressee } = document;
    return { what: document.what, meeting: id, ...(addressee === undefined ? {} : { addressee: idIn(addressee) }) };
  }
  if (document.what !== 'minutes') return { what: document.what, meeting: id };
  const { item, concerning } = document;
  return {
    what: document.what,
    meeting: id,
    ...(item === undefined ? {} : { item: idIn(item) }),
    ...(concerning === undefined ? {} : { concerning: idIn(concerning) }),
  };
}

/** What goes to an audience, where the record that a document is named after may be printed at all. */
export function releaseOf<A extends Audience>(session: Session, id: RecordId, audience: A, { language }: PrintOptions) {
  requireRecord(session.vault, id);
  const made = releaseFor(session, { of: 'everything' }, audience, 'documents', [], language);
  const fate = made.explanation.records.find(({ record }) => record === id);
  for (const reason of ['conflict', 'numberTwice'] as const) {
    if (fate?.goes === false && fate.reasons.includes(reason)) {
      throw new AmberdeskError(`release.${reason}`, { record: id });
    }
  }
  return made;
}

function printAudited<A extends Audience>(
  work: Work,
  session: Session,
  release: Release<A>,
  request: PrintRequest<PrintedFor<A>>,
): Printed {
  const files = filesOf(work, session, release, request);
  const printed = printDocument(work, release, { ...request, files });
  const { document, options = {} } = request;
  const boundIn = [...files].flatMap(([sha256, { kind, pages }]) => (kind === 'pdf' && pages > 0 ? [sha256] : []));
  const audited = auditRelease(session, release, {
    what: document.what,
    ...withBound(release, boundIn, READERS.pdf(printed.pdf)),
    // Whom a copy is for is said by the person who prints it.
    beside: [saidIn(document), asJson(options)],
    usual: [...printedWords(), ...PDF_WORDS],
  });
  work.check();
  return { ...printed, ...audited };
}

/**
 * The pages of files that are bound in are searched as files are that go as a whole: for sentences of what they came with
 * and for pages of anything else. All that was set here is searched for every word.
 */
function withBound(release: Release, boundIn: readonly string[], passages: Iterable<Passage>) {
  if (boundIn.length === 0) return { passages };
  const families = familiesOf(laidBefore(release), release);
  const cameWith = new Set(boundIn.flatMap((sha256) => [...(families.get(sha256) ?? [])]));
  const read = Iterator.from(passages).map((one) =>
    one.drawn === true && one.raw !== true ? { ...one, cameWith } : one,
  );
  return { passages: read, closest: cameWith };
}

/** What stands in a document by right besides records. */
function saidIn(document: PrintRequest['document']): Json {
  if (document.what === 'couldOpen') return asJson(document.there);
  return document.what === 'explanation' ? Object.values(REASONS).map(({ en, fr }) => [en, fr]) : null;
}

function printExplanation(work: Work, session: Session, { audience, options }: PrintOrder, of: ExplainedOrder) {
  const report = explanationReport(session, of);
  if (audience.kind !== 'self') throw new AmberdeskError('release.withheld');
  const { release } = releaseFor(session, { of: 'everything' }, audience, 'documents');
  return printAudited(work, session, release, { document: { what: 'explanation', report }, options });
}

/** Nothing is withheld from whoever wrote them; nobody else is given any. */
function printAnnotations(work: Work, session: Session, { audience, options }: PrintOrder, meeting: RecordId) {
  requireRecord(session.vault, meeting);
  if (audience.kind !== 'self') throw new AmberdeskError('release.withheld', { record: meeting });
  const { release } = releaseOf(session, meeting, audience, options);
  return printAudited(work, session, release, { document: { what: 'annotations', meeting }, options });
}

/** The public lines and terms, for the network's own people. */
function printWording(work: Work, session: Session, { audience, options, leaves }: PrintOrder) {
  if (!isHome(audience)) throw new AmberdeskError('release.withheld');
  const { release } = releaseFor(session, { of: 'everything' }, audience, 'documents', [], options.language);
  const document = { what: 'wording' } as const;
  if (leaves === true) requireDecided(session, release, document.what, readOf(session, document));
  return printAudited(work, session, release, { document, options });
}

function printCouldOpen(
  work: Work,
  session: Session,
  { audience, options, leaves }: PrintOrder,
  installation: InstallationId,
) {
  const there = couldOpenThere(session, installation);
  if (!isHome(audience)) throw new AmberdeskError('release.withheld', { record: there.person });
  const { release } = releaseFor(session, { of: 'everything' }, audience, 'documents');
  const document = { what: 'couldOpen', installation } as const;
  if (leaves === true) requireDecided(session, release, 'couldOpen', readOf(session, document));
  return printAudited(work, session, release, { document: { what: 'couldOpen', there }, options });
}

/** What an installation could open, for its list. The list is for the network's own people, whose ids are those here. */
function couldOpenThere(session: Session, installation: InstallationId): CouldOpenThere {
  const { bundles, records } = couldOpen(session, installation);
  const seat = allSeats(session).find((one) => one.installation === installation);
  if (seat === undefined) throw new AmberdeskError('directory.seat', { installation });
  const { person, organisation, digits, endedAt, reason } = seat;
  return {
    person: RecordId.parse(person),
    organisation: RecordId.parse(organisation),
    digits,
    endedAt,
    reason,
    bundles,
    records: records.map(({ record, kind, bundles: count, wrote }) => ({
      record: RecordId.parse(record),
      bundles: count,
      wrote,
      here: kind !== '',
    })),
  };
}

/** Notes in the journal that a document left in print, into a file or to a printer. */
export function notePrinted(
  session: Session,
  { document, audience }: Pick<PrintOrder, 'document' | 'audience'>,
  { audited }: Audited,
  as: 'pdf' | 'word' = 'pdf',
): void {
  const record = recordOf(document);
  appendJournal(session.vault, session.surroundings.now(), 'printed', {
    ...(record === undefined ? {} : { record }),
    ...(document.what === 'couldOpen' ? { installation: document.installation } : {}),
    what: document.what,
    ...(as === 'pdf' ? {} : { as }),
    audience: asJson(audience),
    audited,
  });
}
