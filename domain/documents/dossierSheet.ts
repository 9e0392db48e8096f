import type { Label } from '../handling/handling.ts';
import type { JsonObject } from '../records/json.ts';
import { objects, text, texts } from '../records/text.ts';
import { isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedRecord } from '../release/release.ts';
import { shortDigest } from './annexes.ts';
import { type AnnexFiles, NO_FILES } from './annexFiles.ts';
import type { BookStanding, PrintedDossier } from './bookStanding.ts';
import { bookCover, issueInWords, issueOf } from './dossierCover.ts';
import type { BookAttachments, BookContentsRow, BookNews, BookPaper, BookTab, DossierSheet } from './dossierSheets.ts';
import { type DossierWords, dossierWords } from './dossierWords.ts';
import { indexedCountries } from './indexedCountries.ts';
import { entriesIn, indexNames } from './indexNames.ts';
import { paperSheet } from './paperSheet.ts';
import type { PrintOptions } from './printRequest.ts';
import { copyWords, inOrder, namesOf, networkOf, requireReleased, strictest } from './releasedParts.ts';
import type { PaperSheet } from './sheets.ts';
import { wordsFor } from './words.ts';

/** Called before each paper is set: how many are done, of how many. */
export type EachPaper = (done: number, all: number) => void;

/** A paper in its place in the book, or the place of one that this copy has not. */
interface Bound {
  readonly at: string;
  readonly paper: ReleasedRecord | undefined;
  readonly annexes: boolean;
}

interface Section {
  readonly name: string;
  readonly papers: readonly Bound[];
}

interface Making {
  readonly release: Release;
  readonly options: PrintOptions;
  readonly own: DossierWords;
  readonly standing: BookStanding | undefined;
}

/**
 * A dossier as a book, as the audience of the release may see it: its papers under their tabs, each under its own mark, the
 * book under the strictest of them. The network's own people are told how many papers a copy has not; outside the board
 * there is no trace of them, nor of issues and copies. Throws `release.withheld` where the dossier does not go.
 */
export function dossierSheet(
  release: Release,
  { dossier: id, standing }: PrintedDossier,
  options: PrintOptions,
  {
    files = NO_FILES,
    eachPaper = () => {},
  }: { readonly files?: AnnexFiles | undefined; readonly eachPaper?: EachPaper | undefined } = {},
): DossierSheet {
  const { language } = options;
  const [words, own] = [wordsFor(language), dossierWords(language)];
  const dossier = requireReleased(release, id, 'dossier');
  const outside = isOutside(release.kind);
  const making: Making = { release, options, own, standing: outside ? undefined : standing };
  const sections = sectionsOf(making, dossier);
  const bound = sections.flatMap(({ papers }) => papers);
  const shown = bound.flatMap(({ at, paper, annexes }) => (paper === undefined ? [] : [{ at, paper, annexes }]));
  const network = networkOf(release, words);
  const copy = copyWords(options, words);
  const issue = outside ? undefined : issueOf(dossier.body, making.standing?.issue);
  const foot = [outside ? '' : issue === undefined ? own.notIssued : issueInWords(issue, language), ...copy.foot];
  const furniture = {
    language,
    exercise: network.exercise,
    foot: foot.filter(said),
    page: [...words.page] satisfies [string, string],
    watermark: copy.watermark,
  };
  const countries = indexedCountries(release);
  const sheets = new Map(
    shown.map(({ at, paper, annexes }, done): [string, PaperSheet] => {
      eachPaper(done, shown.length);
      const changed = making.standing?.papers[paper.id]?.blocks ?? [];
      const sheet = paperSheet(release, paper.id, { ...options, changed, annexes }, files);
      return [at, { ...sheet, ...furniture, blocks: indexNames(sheet.blocks, countries.names) }];
    }),
  );
  const label = strictest([dossier.label, ...[...sheets.values()].map((sheet) => sheet.label)]);
  const title = text(dossier.body.title) || own.untitled;
  const rowsOf = (papers: readonly Bound[]) => papers.map((one) => rowOf(making, one, sheets.get(one.at)?.label ?? ''));
  const tabs = sections.filter(({ name }) => name !== '');
  const indexed = indexedIn(sheets, shown, countries.links);
  return {
    ...furniture,
    what: 'dossier',
    documentTitle: title,
    running: network.name,
    label,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    cover: bookCover(release, options, {
      dossier,
      label,
      issue,
      papers: shown.length,
      withheld: bound.length - shown.length,
    }),
    contents: {
      heading: own.contents,
      note: noteOf(making, dossier.body),
      columns: [...own.columns],
      sections: sections.map(({ name, papers }) => ({ name, rows: rowsOf(papers) })),
      closing: own.highestMark,
    },
    news: newsOf(making, dossier.body, shown),
    parts: sections.flatMap((section): (BookTab | BookPaper)[] => {
      const { name, papers } = section;
      // By what it is and not by its name, which two may share.
      const number = tabs.indexOf(section) + 1;
      const tab: BookTab = {
        type: 'tab',
        word: own.tab(number),
        name,
        number,
        of: tabs.length,
        rows: rowsOf(papers).filter(({ at }) => at !== ''),
      };
      const books = papers.flatMap(({ at, paper }): BookPaper[] => {
        const sheet = sheets.get(at);
        if (paper === undefined || sheet === undefined) return [];
        const entries = [...(countries.links.get(paper.id) ?? [])];
        return [{ type: 'paper', record: paper.id, at, tab: number, of: tabs.length, sheet, entries }];
      });
      return name === '' ? books : [tab, ...books];
    }),
    attachments: attachmentsOf(making, shown, sheets),
    index: indexed.size === 0 ? undefined : { heading: own.index, note: own.indexNote, names: [...countries.titles] },
    measured: false,
    left: own.left,
    warnings: [...new Set([...sheets.values()].flatMap((sheet) => sheet.warnings))],
  };
}

/** Papers without a tab first, then tab by tab. A tab under which nothing stands vanishes. */
function sectionsOf({ release }: Making, { body }: ReleasedRecord): Section[] {
  const outside = isOutside(release.kind);
  const entries = inOrder(objects(body.papers)).flatMap((entry, place) => {
    const found = releasedRecord(release, text(entry.paper));
    const paper = found?.kind === 'paper' ? found : undefined;
    if (paper === undefined && outside) return [];
    const bound: Bound = { at: paper === undefined ? '' : `p${place + 1}`, paper, annexes: entry.annexes === true };
    return [{ tab: text(entry.tab), bound }];
  });
  const tabs = inOrder(objects(body.tabs)).map((tab) => ({ id: text(tab.id), name: text(tab.name) }));
  const known = new Set(tabs.filter(({ name }) => name !== '').map(({ id }) => id));
  const loose = entries.filter(({ tab }) => !known.has(tab));
  const sections = [
    { name: '', papers: loose.map(({ bound }) => bound) },
    ...tabs
      .filter(({ id }) => known.has(id))
      .map(({ id, name }) => ({ name, papers: entries.filter(({ tab }) => tab === id).map(({ bound }) => bound) })),
  ].filter(({ papers }) => papers.length > 0);
  return numberedApart(sections);
}

/** Numbers that tell of no gap: outside, what is not in the book had a place in the list, too. */
function numberedApart(sections: readonly Section[]): Section[] {
  let number = 0;
  return sections.map(({ name, papers }) => ({
    name,
    papers: papers.map((one) => {
      if (one.paper !== undefined) number += 1;
      return { ...one, at: one.paper === undefined ? '' : `p${number}` };
    }),
  }));
}

function symbolOf(release: Release, { body }: ReleasedRecord): string {
  return isOutside(release.kind) ? text(body.openNumber) : text(body.number) || text(body.openNumber);
}

function titleOf(paper: ReleasedRecord, { language }: PrintOptions): string {
  return text(paper.body.title) || wordsFor(language).untitled;
}

function rowOf({ release, options, own, standing }: Making, { at, paper }: Bound, mark: Label | ''): BookContentsRow {
  if (paper === undefined) {
    return { at: '', symbol: '', title: own.withheldPaper, from: '', mark: '', word: '', changed: false };
  }
  const state = standing?.papers[paper.id]?.state;
  return {
    at,
    symbol: symbolOf(release, paper),
    title: titleOf(paper, options),
    from: namesOf(release, texts(paper.body.from)).join(', '),
    mark,
    word: state === 'added' ? own.isNew : '',
    changed: state === 'changed',
  };
}

function noteOf({ own, standing, options }: Making, body: JsonObject): string {
  const since = issueOf(body, standing?.since);
  return since === undefined ? own.inOrder : own.noteOnChanges(issueInWords(since, options.language));
}

/** What came since the issue before; papers that this copy has not are not told of. */
function newsOf(
  { release, options, own, standing }: Making,
  body: JsonObject,
  shown: readonly { readonly at: string; readonly paper: ReleasedRecord }[],
): BookNews | undefined {
  const since = issueOf(body, standing?.since);
  if (standing === undefined || since === undefined) return undefined;
  const rows = (state: 'added' | 'changed') =>
    shown
      .filter(({ paper }) => standing.papers[paper.id]?.state === state)
      .map(({ at, paper }) => ({ at, symbol: symbolOf(release, paper), title: titleOf(paper, options) }));
  const withdrawn = standing.withdrawn.flatMap((id) => {
    const paper = releasedRecord(release, id);
    if (paper === undefined) return [];
    return [{ at: '', symbol: symbolOf(release, paper), title: titleOf(paper, options) }];
  });
  return {
    heading: own.news(issueInWords(since, options.language)),
    none: own.noNews,
    groups: [
      { heading: own.added, rows: rows('added') },
      { heading: own.changed, rows: rows('changed') },
      { heading: own.withdrawn, rows: withdrawn },
    ].filter((group) => group.rows.length > 0),
  };
}

/** Files that go along with papers and are no pages of the book. */
function attachmentsOf(
  { release, own }: Making,
  shown: readonly { readonly at: string; readonly paper: ReleasedRecord }[],
  sheets: ReadonlyMap<string, PaperSheet>,
): BookAttachments | undefined {
  const mayGo = new Map(release.attachments.map((file) => [file.sha256, file]));
  const rows = shown.flatMap(({ at, paper }) => {
    const bound = (sheets.get(at)?.annexes ?? []).map(({ file }) => file);
    return inOrder(objects(paper.body.attachments)).flatMap((entry) => {
      const file = mayGo.get(text(entry.sha256));
      if (file === undefined || bound.some((path) => path.includes(file.sha256))) return [];
      const size = sizeInWords(file.size, own);
      return [{ symbol: symbolOf(release, paper), name: text(entry.name), size, digest: shortDigest(file.sha256) }];
    });
  });
  if (rows.length === 0) return undefined;
  return {
    heading: own.attachments,
    note: own.attachmentsNote,
    columns: [...own.attachmentColumns],
    rows,
  };
}

function sizeInWords(bytes: number, own: DossierWords): string {
  if (bytes < 1000) return own.bytes(String(bytes), 'B');
  if (bytes < 1_000_000) return own.bytes(String(Math.round(bytes / 1000)), 'KB');
  return own.bytes((bytes / 1_000_000).toFixed(1), 'MB');
}

/** The entries of the index of a book: what its papers name, or are linked to. */
function indexedIn(
  sheets: ReadonlyMap<string, PaperSheet>,
  shown: readonly { readonly paper: ReleasedRecord }[],
  links: ReadonlyMap<string, ReadonlySet<number>>,
): Set<number> {
  const named = [...sheets.values()].flatMap(({ blocks }) => [...entriesIn(blocks)]);
  return new Set([...named, ...shown.flatMap(({ paper }) => [...(links.get(paper.id) ?? [])])]);
}

const said = (words: string): boolean => words !== '';
