import { AmberdeskError } from '../errors.ts';
import type { RecordId } from '../records/ids.ts';
import { text } from '../records/text.ts';
import { isOutside } from '../release/material.ts';
import { type Release, releasedRecord } from '../release/release.ts';
import type { AnnexFiles } from './annexFiles.ts';
import type { PrintedSupplement } from './bookStanding.ts';
import { issueInWords, issueOf } from './dossierCover.ts';
import { dossierSheet } from './dossierSheet.ts';
import type { BookPaper, DossierSheet } from './dossierSheets.ts';
import { dossierWords } from './dossierWords.ts';
import type { PrintOptions } from './printRequest.ts';
import { requireReleased, strictest } from './releasedParts.ts';
import {
  type LaidPaper,
  pageNumbers,
  pageRange,
  type Replacement,
  replacementsFor,
  wholeReplacement,
} from './replacements.ts';
import type { Fact, Inline, PaperSheet, SheetBlock } from './sheets.ts';
import type { SupplementPart, SupplementRow, SupplementSheet } from './supplementSheets.ts';
import { wordsFor } from './words.ts';

/**
 * What came into a book since one of its issues, as the audience may see it: which sheets are taken out and which put in,
 * and those pages with their changes barred. Issues are told of at home alone: throws `release.withheld` for audiences
 * outside, and where the dossier or the issue does not go.
 */
export function supplementSheet(
  release: Release,
  { dossier: id, standing, then, now, whole }: PrintedSupplement,
  options: PrintOptions,
  files?: AnnexFiles,
): SupplementSheet {
  const dossier = requireReleased(release, id, 'dossier');
  const since = issueOf(dossier.body, standing.since);
  if (isOutside(release.kind) || since === undefined) throw new AmberdeskError('release.withheld', { record: id });
  const own = dossierWords(options.language);
  const book = dossierSheet(release, { dossier: id, standing }, options, { files });
  const papers = book.parts.filter((part) => part.type === 'paper');
  const rows: SupplementRow[] = [];
  const parts: SupplementPart[] = [];
  const used = new Map<number, number>();
  for (const [place, paper] of papers.entries()) {
    const state = standing.papers[paper.record]?.state;
    const laid = now.get(paper.record);
    if (state === undefined || laid === undefined) continue;
    const was = state === 'changed' ? then.get(paper.record) : undefined;
    const anchor = was === undefined ? beforeIt(papers, place, then) : was.first + sheetsOf(was) - 1;
    const stood = was === undefined ? 0 : sheetsOf(was);
    const taken = used.get(anchor) ?? 0;
    const count = sheetsOf(laid);
    const numbers =
      was === undefined ? pageNumbers(anchor + 1, 0, count, taken) : pageNumbers(was.first, stood, count, taken);
    if (count > stood) used.set(anchor, taken + count - stood);
    for (const change of changesOf(was, laid, whole)) {
      const at = `s${parts.length + 1}`;
      const put = numbers.slice(change.from, change.putTo);
      const out = was === undefined ? [] : pageNumbers(was.first, stood, stood).slice(change.from, change.outTo);
      rows.push({
        at: put.length === 0 ? '' : at,
        symbol: paper.sheet.symbols[0] ?? '',
        title: paper.sheet.title,
        out: pageRange(out),
        put: was === undefined ? own.after(pageRange(put), anchor) : pageRange(put),
        word: was === undefined ? own.isNew : own.isChanged,
      });
      parts.push(partOf(paper, change, laid, put, at));
    }
  }
  for (const paper of standing.withdrawn) {
    const was = then.get(paper);
    if (was !== undefined) rows.push(withdrawnRow(release, paper, was, own.isWithdrawn));
  }
  const label = strictest([dossier.label, ...parts.map(({ sheet }) => sheet.label)]);
  const named = issueInWords(since, options.language);
  const current = issueOf(dossier.body, standing.issue);
  return {
    ...furnitureOf(book),
    what: 'supplement',
    documentTitle: `${own.supplement}: ${book.cover.title}`,
    label,
    foot: [own.supplementTo(named), ...book.foot.slice(1)],
    handlingWords: label === book.label ? book.handlingWords : '',
    title: own.supplement,
    lines: [
      book.cover.title,
      own.addsTo(named),
      current === undefined ? '' : own.makes(issueInWords(current, options.language)),
    ].filter((line) => line !== ''),
    heading: own.instructions,
    columns: [...own.instructionColumns],
    rows,
    none: own.noNews,
    notes: [own.wholeSheets, own.barred],
    parts,
    ownPage: [...own.supplementPage],
    left: own.left,
    warnings: book.warnings,
  };
}

function furnitureOf({ language, running, exercise, page, watermark }: DossierSheet) {
  return { language, running, exercise, page, watermark };
}

/** Pages of a paper with the empty one at its end. */
function sheetsOf({ first, last }: LaidPaper): number {
  return 2 * Math.ceil((last - first + 1) / 2);
}

function changesOf(was: LaidPaper | undefined, is: LaidPaper, whole: boolean): Replacement[] {
  if (was === undefined) return [{ from: 0, outTo: 0, putTo: sheetsOf(is), blocks: [0, is.blocks.length] }];
  return whole ? [wholeReplacement(was, is)] : replacementsFor(was, is);
}

/** The last page before the place of a paper that was not in the book. */
function beforeIt(papers: readonly BookPaper[], place: number, then: ReadonlyMap<string, LaidPaper>): number {
  const tab = papers[place]?.tab;
  const before = papers.slice(0, place).reverse();
  const after = papers.slice(place + 1);
  const had = (paper: BookPaper | undefined): LaidPaper | undefined => paper && then.get(paper.record);
  const beside = before.find((one) => one.tab === tab && then.has(one.record));
  const follows = after.find((one) => one.tab === tab && then.has(one.record));
  const [previous, next] = [had(beside), had(follows)];
  if (previous !== undefined) return previous.first + sheetsOf(previous) - 1;
  if (next !== undefined) return next.first - 1;
  const last = had(before.find((one) => then.has(one.record)));
  if (last !== undefined) return last.first + sheetsOf(last) - 1;
  return Math.min(...[...then.values()].map(({ first }) => first), 3) - 1;
}

function partOf(
  { sheet, tab, of }: BookPaper,
  { from, putTo, blocks: [first, end] }: Replacement,
  laid: LaidPaper,
  numbers: string[],
  at: string,
): SupplementPart {
  const closing = end >= laid.blocks.length;
  return {
    at,
    sheet: {
      ...sheet,
      facts: withoutChanges(sheet),
      blocks: sheet.blocks.slice(first, end),
      annexes: closing ? (sheet.annexes ?? []) : [],
    },
    head: from === 0,
    continued: [sheet.symbols[0] ?? '', sheet.title].filter((part) => part !== '').join(' '),
    closing,
    notes: footnotesIn(sheet.blocks.slice(0, first)),
    numbers,
    blank: closing && (laid.last - laid.first + 1) % 2 === 1 && putTo >= laid.last - laid.first + 1,
    tab,
    of,
  };
}

/** That changes are barred is said on the instruction sheet: the head is as high as it was. */
function withoutChanges({ facts, language }: PaperSheet): Fact[] {
  const { changes } = wordsFor(language);
  const kept = facts.map((fact) => (fact.label === changes ? { label: '', lines: [] } : fact));
  const last = kept.findLastIndex(({ label }) => label !== '');
  return kept.slice(0, last % 2 === 0 ? last + 2 : last + 1);
}

function withdrawnRow(release: Release, id: RecordId, was: LaidPaper, word: string): SupplementRow {
  const paper = releasedRecord(release, id);
  return {
    at: '',
    symbol: text(paper?.body.number),
    title: text(paper?.body.title),
    out: pageRange(pageNumbers(was.first, sheetsOf(was), sheetsOf(was))),
    put: '',
    word,
  };
}

/** How many footnotes stand in blocks, whatever they stand in. */
export function footnotesIn(blocks: readonly SheetBlock[]): number {
  const inInlines = (body: readonly Inline[]): number =>
    body.reduce((sum, inline) => sum + (inline.type === 'footnote' ? 1 + inInlines(inline.body) : 0), 0);
  return blocks.reduce((sum, block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return sum + inInlines(block.body);
      case 'list':
        return sum + block.items.reduce((inner, item) => inner + footnotesIn(item), 0);
      case 'quote':
        return sum + footnotesIn(block.content);
      case 'table': {
        const cells = [...block.headers, ...block.rows].flat();
        return sum + inInlines(block.caption) + cells.reduce((inner, { body }) => inner + footnotesIn(body), 0);
      }
      default:
        return sum;
    }
  }, 0);
}
