import { AmberdeskError } from '../errors.ts';
import type { Label } from '../handling/handling.ts';
import { minutesIn } from '../minutes/concerning.ts';
import { isOutcome, OUTCOME_KINDS } from '../outcomes/kinds.ts';
import { isJsonObject } from '../records/json.ts';
import { count, objects, text, texts } from '../records/text.ts';
import type { ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { dayInWords, meetingDates } from './dates.ts';
import { type MinutesWords, minutesWordsFor } from './minutesWords.ts';
import { type PaperBlocks, paperBlocks } from './paperBlocks.ts';
import type { PrintedMinutes, PrintOptions } from './printRequest.ts';
import {
  compare,
  copyWords,
  lastDay,
  nameOf,
  namesOf,
  networkOf,
  requireReleased,
  strictest,
} from './releasedParts.ts';
import type { Fact, Inline, PaperSheet, SheetBlock } from './sheets.ts';
import { wordsFor } from './words.ts';

/** An item with what the release has of its minutes. */
interface Minuted {
  readonly item: ReleasedRecord;
  readonly minutes: ReleasedRecord | undefined;
}

/**
 * The minutes of a meeting as the audience of the release may have them: all items in the order of the plan, one of them,
 * or those that concern an organisation. An item of which this copy has no minutes is named where others are. Throws
 * `release.withheld` when the release has minutes of none.
 */
export function minutesSheet(release: Release, request: PrintedMinutes, options: PrintOptions): PaperSheet {
  const { language } = options;
  const [words, own] = [wordsFor(language), minutesWordsFor(language)];
  const meeting = requireReleased(release, request.meeting, 'meeting');
  const inside = minutesIn(release.documents, request);
  const byItem = new Map(inside.minutes.map((one) => [text(one.body.item), one]));
  const chosen = inPlanOrder(release, inside.items).map((item): Minuted => ({ item, minutes: byItem.get(item.id) }));
  const shown = chosen.flatMap(({ minutes }) => minutes ?? []);
  if (shown.length === 0) throw new AmberdeskError('release.withheld', { record: request.meeting });
  const outcomes = inTheirOrder(inside.outcomes);
  const label = strictest([...shown, ...outcomes].map((one) => one.label));
  const isMixed = new Set(shown.map((one) => one.label)).size > 1;
  const made: PaperBlocks = { blocks: [], unknown: [], paragraphs: 0, tables: 0 };
  for (const one of chosen) {
    made.blocks.push(heading(numbered(one.item, own)), ...stateOf(release, one, options, own));
    if (one.minutes === undefined) continue;
    const { body } = one.minutes.body;
    const text = paperBlocks(objects(isJsonObject(body) ? body.content : undefined), {
      words,
      ownMark: isMixed ? one.minutes.label : '',
      changed: new Set(),
      below: 1,
      after: made,
      shownPortion: () => undefined,
    });
    made.blocks.push(...text.blocks);
    made.unknown.push(...text.unknown);
    Object.assign(made, { paragraphs: text.paragraphs, tables: text.tables });
  }
  made.blocks.push(...outcomeBlocks(release, outcomes, options, own));
  const title = titleOf(release, request, own);
  const symbol = text(meeting.body.symbol);
  const copy = copyWords(options, words);
  const named = [symbol, title].filter(said).join(' ');
  return {
    what: 'paper',
    language,
    documentTitle: `${named}, ${meeting.title}`,
    running: [symbol, title].filter(said).join('\u2002'),
    exercise: networkOf(release, words).exercise,
    label,
    foot: [own.minutes, text(meeting.body.symbol), ...copy.foot].filter(said),
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    symbols: [symbol].filter(said),
    title,
    facts: factsOf(release, meeting, shown, { label, isMixed }, options, own),
    asks: { heading: '', points: [] },
    redacted: words.redacted,
    bodyLanguage: bodyLanguageOf(shown, language),
    blocks: made.blocks,
    long: false,
    chapters: false,
    warnings: [...new Set(made.unknown)].map((type) => words.unknownPart(type)),
  };
}

/** Items by the day and the hour of their session, and as they follow in it; those in no session last. */
function inPlanOrder(release: Release, items: readonly ReleasedRecord[]): ReleasedRecord[] {
  const sessions = new Map<string, ReleasedRecord>(releasedOfKind(release, 'session').map((one) => [one.id, one]));
  const place = ({ body }: ReleasedRecord): string => {
    const held = sessions.get(text(body.session));
    return held === undefined ? '~' : `${String(count(held.body.day)).padStart(4, '0')} ${text(held.body.starts)}`;
  };
  return items.toSorted(
    (one, other) =>
      compare(place(one), place(other)) ||
      compare(text(one.body.order), text(other.body.order)) ||
      compare(one.id, other.id),
  );
}

/** What the items came to, each sort in the order of its numbers. */
function inTheirOrder(outcomes: readonly ReleasedRecord[]): ReleasedRecord[] {
  const sort = ({ kind }: ReleasedRecord): number => (isOutcome(kind) ? OUTCOME_KINDS.indexOf(kind) : -1);
  return outcomes.toSorted(
    (one, other) =>
      sort(one) - sort(other) ||
      natural.compare(text(one.body.number) || '~', text(other.body.number) || '~') ||
      compare(one.id, other.id),
  );
}

/** `D2` before `D10`; of no language, so that the same is printed everywhere. */
const natural = new Intl.Collator('en', { numeric: true });

function outcomeBlocks(
  release: Release,
  outcomes: readonly ReleasedRecord[],
  { language }: PrintOptions,
  own: MinutesWords,
): SheetBlock[] {
  if (outcomes.length === 0) return [];
  const items = outcomes.map(({ kind, body }): SheetBlock[] => {
    const name = [isOutcome(kind) ? own.kinds[kind] : '', text(body.number)].filter(said).join(' ');
    const who = [...texts(body.addressees), text(body.lead)].filter(said);
    const due = text(body.due) === '' ? '' : own.until(dayInWords(body.due, language));
    const aside = [namesOf(release, [...new Set(who)]).join(', '), due].filter(said).join(', ');
    const words = text(body.text) || text(body.title);
    return [paragraph([bold(name), plain(` ${words}${aside === '' ? '' : ` (${aside})`}`)])];
  });
  return [heading(own.outcomes), { type: 'list', ordered: false, start: 1, items, ...MARGIN }];
}

/** Whether the item's minutes stand, and under which rule; or that this copy has none. */
function stateOf(
  release: Release,
  { item, minutes }: Minuted,
  { language }: PrintOptions,
  own: MinutesWords,
): SheetBlock[] {
  const leads = [...namesOf(release, texts(item.body.leads)), text(item.body.leadNote)].filter(said).join(', ');
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const lead = leads === '' ? '' : `${own.lead}${colon}${leads}.`;
  if (minutes === undefined) return [paragraph([italic([lead, own.nothing].filter(said).join(' '))])];
  const { approvedOn, approvedAt, status } = minutes.body;
  const at = releasedRecord(release, text(approvedAt));
  const stands =
    status === 'approved' ? own.approvedOn(dayInWords(approvedOn, language), at?.title ?? '') : own.notApproved;
  return [paragraph([italic([lead, stands].filter(said).join(' '))])];
}

function factsOf(
  release: Release,
  meeting: ReleasedRecord,
  shown: readonly ReleasedRecord[],
  { label, isMixed }: { readonly label: Label; readonly isMixed: boolean },
  options: PrintOptions,
  own: MinutesWords,
): Fact[] {
  const words = wordsFor(options.language);
  const { body } = meeting;
  const place = [text(body.venue), text(body.city)].filter(said).join(', ');
  const chair = [nameOf(release, text(body.chair)), coChairIn(release, text(body.coChair), words.coChair)].filter(said);
  return [
    { label: own.meeting, lines: [text(body.title) || own.untitled] },
    { label: words.chair, lines: chair },
    { label: words.dates, lines: meetingDates(text(body.starts), text(body.ends), options.language) },
    { label: words.place, lines: [place] },
    {
      label: words.handling,
      lines: [isMixed ? words.asMarked(label) : label, ...shown.flatMap((one) => lastDay(one, options))].filter(once),
    },
    { label: own.state, lines: [stateInWords(shown, own)] },
  ].filter(({ lines }) => lines.some(said));
}

const once = <T>(value: T, at: number, all: readonly T[]): boolean => all.indexOf(value) === at;

function coChairIn(release: Release, id: string, say: (who: string) => string): string {
  const name = nameOf(release, id);
  return name === '' ? '' : say(name);
}

function stateInWords(shown: readonly ReleasedRecord[], own: MinutesWords): string {
  const approved = shown.filter(({ body }) => body.status === 'approved').length;
  if (approved === shown.length) return own.approved;
  if (approved > 0) return own.inPart(approved, shown.length);
  return shown.every(({ body }) => body.status === 'circulated') ? own.circulated : own.draft;
}

function titleOf(release: Release, { item, concerning }: PrintedMinutes, own: MinutesWords): string {
  if (concerning !== undefined) return own.excerptFor(nameOf(release, concerning));
  return item === undefined ? own.minutes : own.excerptOfItem;
}

function bodyLanguageOf(shown: readonly ReleasedRecord[], otherwise: PrintOptions['language']): 'en' | 'fr' {
  const languages = new Set(shown.map(({ body }) => body.language));
  const [only] = languages;
  return languages.size === 1 && (only === 'en' || only === 'fr') ? only : otherwise;
}

function numbered({ body }: ReleasedRecord, own: MinutesWords): string {
  const number = count(body.number) === 0 ? text(body.openNumber) : String(count(body.number));
  return [number, text(body.title) || own.untitled].filter(said).join('. ');
}

const MARGIN = { mark: '', changed: false, direction: 'ltr' } as const;

const heading = (words: string): SheetBlock => ({ type: 'heading', level: 1, body: [plain(words)], ...MARGIN });
const paragraph = (body: Inline[]): SheetBlock => ({ type: 'paragraph', number: '', body, ...MARGIN });
const plain = (words: string): Inline => ({ type: 'text', text: words, marks: [], href: '' });
const italic = (words: string): Inline => ({ type: 'text', text: words, marks: ['italic'], href: '' });
const bold = (words: string): Inline => ({ type: 'text', text: words, marks: ['bold'], href: '' });
const said = (words: string): boolean => words !== '';
