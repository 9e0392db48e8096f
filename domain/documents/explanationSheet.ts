import { AmberdeskError } from '../errors.ts';
import { LABELS, type Label } from '../handling/handling.ts';
import { text } from '../records/text.ts';
import { type ReasonCode, sentenceOf } from '../release/explain.ts';
import type { OwnAudience, ReleasedRecord } from '../release/material.ts';
import { type Release, releasedRecord } from '../release/release.ts';
import { dateInWords } from './dates.ts';
import type { ExplainedOutput, ExplanationReport, ReportedRecord } from './explanationReport.ts';
import { explanationWords } from './explanationWords.ts';
import type { PrintOptions } from './printRequest.ts';
import { compare, copyWords, namesOf, networkOf, strictest } from './releasedParts.ts';
import type { Fact, ListSection, ListSheet } from './sheets.ts';
import { wordsFor } from './words.ts';

/** A record of the report as it came through the gate for this desk; without it, it is counted and not named. */
interface Row extends ReportedRecord {
  readonly released: ReleasedRecord | undefined;
}

/** A report in which nothing is named says what this organisation keeps back all the same. */
const NOTHING_NAMED: Label = 'TLP:AMBER+STRICT';

/**
 * The release report: what goes, what is withheld and why, record by record, the strictest first. It names what is
 * withheld, and so is for this desk alone, under the strictest mark of what it tells of: throws `release.withheld` for
 * every other audience.
 */
export function explanationSheet(
  release: Release<OwnAudience>,
  report: ExplanationReport,
  options: PrintOptions,
): ListSheet {
  if (release.kind !== 'self') throw new AmberdeskError('release.withheld');
  const words = wordsFor(options.language);
  const own = explanationWords(options.language);
  const network = networkOf(release, words);
  const past = report.output.is === 'sealed';
  const rows = report.records
    .map((one): Row => ({ ...one, released: releasedRecord(release, one.record) }))
    .sort(byStrictness);
  const heading = past ? own.past : own.heading;
  const goes = rows.filter((row) => row.goes).length;
  const unnamed = rows.filter(({ released }) => released === undefined).length;
  const parties = report.parties.map((party) => releasedRecord(release, party)?.label ?? NOTHING_NAMED);
  const marks = [...rows.map(labelOf), ...parties];
  const label = strictest(marks.length === 0 ? [NOTHING_NAMED] : marks);
  const copy = copyWords(options, words);
  const counted = past ? own.countedThen : own.counted;
  const sections: ListSection[] = [
    {
      heading: past ? own.wasWithheld : own.withheld,
      rows: rows.filter((row) => !row.goes),
    },
    {
      heading: past ? own.wentInPart : own.inPart,
      rows: rows.filter((row) => row.goes && row.reasons.length > 0),
    },
    {
      heading: past ? own.went : own.goes,
      rows: rows.filter((row) => row.goes && row.reasons.length === 0),
    },
  ].map((section) => ({
    heading: section.heading,
    words: true,
    columns: [own.record, own.kind, own.mark],
    rows: section.rows.map((row) => ({
      cells: [titleOf(release, row, options), own.kinds[row.kind] ?? own.otherKind],
      note: whyOf(row.reasons, options),
      mark: labelOf(row),
    })),
  }));
  return {
    what: 'list',
    language: options.language,
    documentTitle: heading,
    running: network.name,
    exercise: network.exercise,
    label,
    foot: [own.foot, ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    title: heading,
    subtitle: outputInWords(release, report.output, options),
    facts: factsOf(release, report, options),
    notes: [
      counted(goes, rows.length - goes),
      ...(report.held === 0 ? [] : [own.held(report.held)]),
      ...(unnamed === 0 ? [] : [own.unnamed(unnamed)]),
      ...(past ? [own.titlesNow] : []),
      own.forOurselves,
    ],
    sections: sections.filter((section) => section.rows.length > 0),
    warnings: [],
  };
}

const labelOf = ({ released, label }: Row): Label => released?.label ?? label;

function byStrictness(one: Row, other: Row): number {
  return (
    LABELS.indexOf(labelOf(one)) - LABELS.indexOf(labelOf(other)) ||
    compare(one.kind, other.kind) ||
    compare(one.released?.title ?? '', other.released?.title ?? '') ||
    compare(one.record, other.record)
  );
}

/** What a row is called: a portion, which has no title, by its paper. */
function titleOf(release: Release, { released }: Row, { language }: PrintOptions): string {
  if (released === undefined) return explanationWords(language).notNamed;
  const { untitled } = wordsFor(language);
  if (released.kind !== 'portion') return isCut(released) ? `${released.title}…` : released.title || untitled;
  return releasedRecord(release, text(released.body.paper))?.title || untitled;
}

/** A remark is called by its first words. */
function isCut({ title, body }: ReleasedRecord): boolean {
  return text(body.text).length > title.length;
}

function whyOf(reasons: readonly ReasonCode[], { language }: PrintOptions): string {
  return reasons.map((reason) => sentenceOf(reason, language)).join(' ');
}

function outputInWords(release: Release, output: ExplainedOutput, { language }: PrintOptions): string {
  const own = explanationWords(language);
  const title = (record: string) => releasedRecord(release, record)?.title ?? '';
  switch (output.is) {
    case 'sealing':
      if (output.of === 'meeting') return own.meeting(title(output.meeting));
      return output.of === 'everything' ? own.everything : own.chosen(output.records);
    case 'print':
      return 'record' in output ? own[output.what](title(output.record)) : own[output.what];
    case 'sealed':
      return own.sealed(output.purpose, dateInWords(output.created.slice(0, 10), language));
  }
}

function factsOf(release: Release, { audience, parties }: ExplanationReport, { language }: PrintOptions): Fact[] {
  const own = explanationWords(language);
  const names = namesOf(release, parties).join(', ');
  return [
    { label: own.forWhom, lines: [own.audiences[audience], ...(names === '' ? [] : [names])] },
    { label: own.asOf, lines: [dateInWords(release.at.slice(0, 10), language)] },
  ];
}
