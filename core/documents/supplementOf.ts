import type { PrintOptions } from '../../contract/documents/calls.ts';
import type { AnnexFiles } from '../../domain/documents/annexFiles.ts';
import type { BookStanding, PrintedSupplement } from '../../domain/documents/bookStanding.ts';
import { dossierSheet } from '../../domain/documents/dossierSheet.ts';
import type { BookPaper, DossierSheet } from '../../domain/documents/dossierSheets.ts';
import type { LaidPaper } from '../../domain/documents/replacements.ts';
import { footnotesIn, supplementSheet } from '../../domain/documents/supplementSheet.ts';
import { AmberdeskError, hasCode } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Body } from '../../domain/records/revision.ts';
import { objects, text } from '../../domain/records/text.ts';
import type { HomeAudience, ReleasableRecord } from '../../domain/release/material.ts';
import { audienceOf, laidBefore, type Release, release } from '../../domain/release/release.ts';
import { filesOf } from '../annexes/filesOf.ts';
import type { Work } from '../jobs/work.ts';
import { readCircle } from '../records/circle.ts';
import { historySteps, readVersion } from '../records/historyOf.ts';
import { readRecord } from '../records/recordView.ts';
import { mintedIds } from '../release/mintedIds.ts';
import type { Session } from '../session.ts';
import { bookStanding } from './bookStanding.ts';
import { laidPlaces } from './printSheet.ts';

/**
 * What came into a dossier since an issue, with the places of its papers then and now, for the audience of a release. The
 * book as it was issued goes through the gate, too, as that would let it go today; it is laid out and given to nobody.
 * Throws `release.withheld` where there is no such issue.
 */
export function supplementOf(
  work: Work,
  session: Session,
  made: Release<HomeAudience>,
  { dossier, since }: { readonly dossier: RecordId; readonly since: string },
  options: PrintOptions,
): PrintedSupplement {
  const { vault } = session;
  const issued = objects(readRecord(vault, dossier).body.issues).find(({ id }) => id === since);
  if (issued === undefined) throw new AmberdeskError('release.withheld', { record: dossier });
  const standing = bookStanding(vault, readRecord(vault, dossier), since);
  const past = pastRelease(session, made, dossier, since, options);
  work.progress(0, 3, 'print.comparing');
  const then = laid(work, session, past.release, { dossier, standing: past.standing }, options);
  work.progress(1, 3, 'print.comparing');
  const fresh = new Set(Object.keys(standing.papers));
  const now = laid(work, session, made, { dossier, standing: unbarred(standing) }, options, (one) =>
    fresh.has(one.record),
  );
  work.progress(2, 3, 'print.comparing');
  const supplement = { dossier, standing, then, now, whole: false };
  const files = filesOf(work, session, made, { document: { what: 'supplement', ...supplement }, options });
  // Sheets of a paper that are set by themselves fill as many pages as they did in the whole, or it is replaced whole.
  const sheet = supplementSheet(made, supplement, options, files);
  const places = laidPlaces(sheet, options, files);
  const fits = sheet.parts.every(({ numbers, blank }, at) => {
    const place = places[at];
    return place !== undefined && place.last - place.first + 1 === numbers.length - (blank ? 1 : 0);
  });
  return { ...supplement, whole: !fits };
}

/** The same without bars, which were not there before. */
function unbarred(standing: BookStanding): BookStanding {
  const papers = Object.entries(standing.papers).map(([id, { state }]) => [id, { state, blocks: [] }] as const);
  return { ...standing, papers: Object.fromEntries(papers) };
}

/** The release of the book as it was issued: its papers in the versions of then, under the marks of now. */
function pastRelease(
  { vault }: Session,
  made: Release<HomeAudience>,
  dossier: RecordId,
  since: string,
  { language }: PrintOptions,
): { readonly release: Release<HomeAudience>; readonly standing: BookStanding } {
  const then = dossierThen(vault, dossier, since);
  const issues = objects(then.issues);
  const contents = objects(issues.find(({ id }) => id === since)?.contents);
  const versions = new Map(contents.map(({ paper, version }) => [text(paper), text(version)]));
  const held = objects(then.papers).filter(({ paper }) => versions.has(text(paper)));
  const asThen = (record: ReleasableRecord): ReleasableRecord => {
    if (record.id === dossier) return { ...record, body: { ...then, papers: held } };
    const version = versions.get(record.id);
    // Where an issue does not tell a version, the paper is as it was.
    return version === undefined || version === ''
      ? record
      : { ...record, body: bodyThen(vault, record.id, version) ?? record.body };
  };
  const audience = audienceOf(made);
  const material = laidBefore(made);
  const mint = mintedIds(vault, audience);
  const circumstances = { at: made.at, circle: readCircle(vault), mint, product: 'documents', language } as const;
  const past = release({ ...material, records: material.records.map(asThen) }, audience, circumstances);
  const at = issues.findIndex(({ id }) => id === since);
  const before = at > 0 ? issues[at - 1] : undefined;
  return { release: past.release, standing: issuedBeside(since, contents, before) };
}

/** What a record said in a version; nothing where that version is not here. */
function bodyThen(vault: Session['vault'], id: RecordId, version: string): Body | undefined {
  try {
    return readVersion(vault, id, version).body;
  } catch (error) {
    if (hasCode(error, 'record.noSuchVersion')) return undefined;
    throw error;
  }
}

/** How an issue stood to the one before it. */
function issuedBeside(
  issue: string,
  contents: ReturnType<typeof objects>,
  before: ReturnType<typeof objects>[number] | undefined,
): BookStanding {
  if (before === undefined) return { issue, since: undefined, papers: {}, withdrawn: [] };
  const had = new Map(objects(before.contents).map(({ paper, version }) => [text(paper), text(version)]));
  const papers = contents.flatMap(({ paper, version }): [string, BookStanding['papers'][string]][] => {
    const old = had.get(text(paper));
    if (old === text(version)) return [];
    return [[text(paper), { state: old === undefined ? 'added' : 'changed', blocks: [] }]];
  });
  return { issue, since: text(before.id), papers: Object.fromEntries(papers), withdrawn: [] };
}

/** The dossier as it was when an issue of it had just been made. */
function dossierThen(vault: Session['vault'], dossier: RecordId, issue: string): Body {
  const steps = historySteps(vault, dossier).toReversed();
  const has = ({ issues }: Body): boolean => objects(issues).some(({ id }) => id === issue);
  for (const { version } of steps) {
    const { body } = readVersion(vault, dossier, version);
    if (has(body)) return body;
  }
  return readRecord(vault, dossier).body;
}

/** Some papers of a book, and nothing that tells on which page others are. */
function papersAlone(sheet: DossierSheet, parts: BookPaper[]): DossierSheet {
  const contents = { ...sheet.contents, sections: [] };
  return { ...sheet, parts, contents, news: undefined, index: undefined, attachments: undefined };
}

/** Where the papers of a book stand, and each of their blocks, by their ids. */
function laid(
  work: Work,
  session: Session,
  made: Release,
  document: { readonly dossier: RecordId; readonly standing: BookStanding },
  options: PrintOptions,
  isWanted?: (paper: BookPaper) => boolean,
): Map<string, LaidPaper> {
  const files: AnnexFiles = filesOf(work, session, made, { document: { what: 'dossier', ...document }, options });
  const sheet = dossierSheet(made, document, options, { files });
  const papers = sheet.parts.filter((part) => part.type === 'paper').filter(isWanted ?? (() => true));
  const book = isWanted === undefined ? sheet : papersAlone(sheet, papers);
  const places = laidPlaces({ ...book, measured: true }, options, files);
  work.check();
  return new Map(
    papers.flatMap(({ record, sheet: paper }, at) => {
      const place = places[at];
      if (place === undefined) return [];
      let notes = 0;
      const blocks = paper.blocks.flatMap((block, which) => {
        const begins = place.blocks[which];
        const words = JSON.stringify([notes, { ...block, changed: false }]);
        notes += footnotesIn([block]);
        return begins === undefined ? [] : [{ words, ...begins }];
      });
      const { symbols, title, facts, asks, annexes = [], label } = paper;
      const head = JSON.stringify([
        symbols,
        title,
        facts.filter(({ lines }) => lines.length > 0),
        asks,
        annexes,
        label,
      ]);
      return [[record, { first: place.first, last: place.last, head, blocks }] as const];
    }),
  );
}
