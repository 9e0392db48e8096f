import type { Label } from '../handling/handling.ts';
import { type Issue, issuesOf, lastIssue } from '../papers/issues.ts';
import type { RecordId } from '../records/ids.ts';
import { isJsonObject, type JsonObject } from '../records/json.ts';
import { count, objects, text, texts } from '../records/text.ts';
import { isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { annexesOf, annexList, picturePath } from './annexes.ts';
import { type AnnexFiles, NO_FILES } from './annexFiles.ts';
import { dateInWords } from './dates.ts';
import { wordsOf } from './inlines.ts';
import { paperBlocks, type ShownPortion } from './paperBlocks.ts';
import type { PrintOptions } from './printRequest.ts';
import { copyWords, inOrder, lastDay, namesOf, networkOf, requireReleased, strictest } from './releasedParts.ts';
import type { Fact, PaperSheet, SheetBlock } from './sheets.ts';
import { type PrintWords, wordsFor } from './words.ts';

/**
 * A paper (¶5–9) as the audience of the release may see it. Portions that the release holds stand in their place under
 * their own label, and the paper then carries the strictest label of what it shows; the others are named as withheld.
 * Throws `release.withheld` when the paper is not in the release.
 */
export function paperSheet(
  release: Release,
  paperId: RecordId,
  options: PrintOptions,
  files: AnnexFiles = NO_FILES,
): PaperSheet {
  const words = wordsFor(options.language);
  const paper = requireReleased(release, paperId, 'paper');
  const outside = isOutside(release.kind);
  const body = paper.body;
  const network = networkOf(release, words);
  const content = objects(isJsonObject(body.body) ? body.body.content : undefined);
  const portions = portionsOf(release, content);
  const label = strictest([paper.label, ...[...portions.values()].map((portion) => portion.label)]);
  const marked = content.some(
    (block) => block.type === 'portion' || (isJsonObject(block.attrs) && text(block.attrs.mark) !== ''),
  );
  const made = paperBlocks(content, {
    words,
    ownMark: marked ? paper.label : '',
    changed: new Set(options.changed ?? []),
    only: options.only && new Set(options.only),
    record: paper.id,
    picture: (file) => picturePath(release, body, files, file),
    shownPortion: (placeholder) => portions.get(placeholder),
  });
  const annexes = annexesOf(release, body, {
    language: options.language,
    mark: paper.label,
    files,
    bind: options.annexes === true,
  });
  const size = lengthOf(made.blocks);
  const chapters = made.blocks.filter((block) => block.type === 'heading' && block.level === 1).length;
  const number = outside ? text(body.openNumber) : text(body.number) || text(body.openNumber);
  const title = text(body.title) || words.untitled;
  const issued = issueInWords(lastIssue(body), options);
  const copy = copyWords(options, words);
  const symbols = [...new Set([number, text(body.openNumber)])].filter((symbol) => symbol !== '');
  return {
    what: 'paper',
    language: options.language,
    documentTitle: [number, title].filter((part) => part !== '').join(' '),
    running: [number, title].filter((part) => part !== '').join('\u2002'),
    exercise: network.exercise,
    label,
    foot: [number, issued, ...copy.foot].filter((part) => part !== ''),
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    symbols,
    title,
    facts: factsOf(release, paper, label, marked, issued, options, words),
    asks: {
      heading: words.asked,
      points: inOrder(objects(body.asks)).map((ask, at) => ({ letter: letterOf(at), text: text(ask.text) })),
    },
    redacted: words.redacted,
    bodyLanguage: body.language === 'fr' || body.language === 'en' ? body.language : options.language,
    blocks: [
      ...(made.blocks.length === 0 ? [emptyNote(words)] : made.blocks),
      ...annexList(annexes, words.attachments),
    ],
    annexes: annexes.filter(({ pages }) => pages > 0),
    long: size > LONG,
    chapters: size > LONG && size / Math.max(1, chapters) > CHAPTER,
    warnings: made.unknown.map((type) => words.unknownPart(type)),
  };
}

/** Characters of about 120 pages, and of about eight. */
const LONG = 300_000;
const CHAPTER = 20_000;

/** Characters of the paragraphs, which are what makes a paper long. */
function lengthOf(blocks: readonly SheetBlock[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'paragraph' ? wordsOf(block.body).length : 0), 0);
}

/** The portions of this paper that the audience may read, by their placeholders. */
function portionsOf(release: Release, content: readonly JsonObject[]): Map<string, ShownPortion> {
  const wanted = new Set(
    content.flatMap((block) =>
      block.type === 'portion' && isJsonObject(block.attrs) ? [text(block.attrs.placeholder)] : [],
    ),
  );
  const shown = new Map<string, ShownPortion>();
  for (const portion of releasedOfKind(release, 'portion')) {
    const placeholder = text(portion.body.placeholder);
    if (!wanted.has(placeholder)) continue;
    const blocks = objects(isJsonObject(portion.body.body) ? portion.body.body.content : undefined);
    shown.set(placeholder, { label: portion.label, content: blocks, files: fileNames(portion.body) });
  }
  return shown;
}

function factsOf(
  release: Release,
  paper: ReleasedRecord,
  label: Label,
  marked: boolean,
  issued: string,
  options: PrintOptions,
  words: PrintWords,
): Fact[] {
  const body = paper.body;
  const annexOf = releasedRecord(release, text(body.annexOf));
  const left: Fact[] = [
    { label: words.from, lines: [namesOf(release, texts(body.from)).join(', ')] },
    { label: words.provenance, lines: provenanceOf(body, options, words) },
    { label: words.issue, lines: [issued] },
    {
      label: words.handling,
      lines: [marked ? words.asMarked(label) : label, ...lastDay(paper, options), ...paper.caveats],
    },
  ].filter(said);
  const right: Fact[] = [
    { label: words.purpose, lines: [text(body.purpose) || purposeOf(release, paper, words)] },
    { label: words.replaces, lines: [issueInWords(issuesOf(body).at(-2), options)] },
    { label: words.annexTo, lines: [annexOf === undefined ? '' : text(annexOf.body.number) || annexOf.title] },
    { label: words.changes, lines: [(options.changed ?? []).length > 0 ? words.barred : ''] },
  ].filter(said);
  const nothing: Fact = { label: '', lines: [] };
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    left[at] ?? nothing,
    right[at] ?? nothing,
  ]).flat();
}

/** That it is nobody's on the board; outside the board, when it came is not in the release. */
function provenanceOf(body: JsonObject, options: PrintOptions, words: PrintWords): string[] {
  if (body.provenance !== 'outside' && body.provenance !== 'verified') return [];
  const received = isJsonObject(body.received) ? dateInWords(text(body.received.on), options.language) : '';
  const mark = body.provenance === 'outside' ? words.fromOutside : words.fromOutsideVerified;
  return [received === '' ? mark : `${mark}, ${words.receivedOn(received)}`];
}

function said(fact: Fact): boolean {
  return fact.lines.some((line) => line !== '');
}

/** `Discussion, item 3; decision, item 13`: from the items that have the paper, in the order of their numbers. */
function purposeOf(release: Release, paper: ReleasedRecord, words: PrintWords): string {
  const outside = isOutside(release.kind);
  const items = releasedOfKind(release, 'agendaItem')
    .filter((item) => texts(item.body.papers).includes(paper.id))
    .sort((one, other) => count(one.body.number) - count(other.body.number));
  const phrases = items.flatMap((item) => {
    const purpose = item.body.purpose;
    const number =
      outside || count(item.body.number) === 0 ? text(item.body.openNumber) : String(count(item.body.number));
    if ((purpose !== 'decision' && purpose !== 'discussion' && purpose !== 'information') || number === '') return [];
    return [words.itemPurpose(words.purposes[purpose].word, number)];
  });
  return phrases.map((phrase, at) => (at === 0 ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1))).join('; ');
}

function issueInWords(issue: Issue | undefined, options: PrintOptions): string {
  return [issue?.name ?? '', dateInWords(issue?.on ?? '', options.language)].filter((part) => part !== '').join(', ');
}

/** `(a)`, `(b)`, … `(z)`, `(aa)`. */
function letterOf(at: number): string {
  const letter = String.fromCharCode(97 + (at % 26));
  return `(${letter.repeat(Math.floor(at / 26) + 1)})`;
}

const MARGIN = { mark: '', changed: false, direction: 'ltr' } as const;

function emptyNote(words: PrintWords): SheetBlock {
  return {
    type: 'paragraph',
    number: '',
    body: [{ type: 'text', text: words.empty, marks: ['italic'], href: '' }],
    ...MARGIN,
  };
}

function fileNames(body: JsonObject): string[] {
  return inOrder(objects(body.attachments))
    .map((attachment) => text(attachment.name))
    .filter((name) => name !== '');
}
