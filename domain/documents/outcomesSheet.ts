import { AmberdeskError } from '../errors.ts';
import type { OutcomeKind } from '../outcomes/kinds.ts';
import { isOverdue } from '../outcomes/openActions.ts';
import type { RecordId } from '../records/ids.ts';
import { own as ownOf } from '../records/own.ts';
import { count, objects, text, texts } from '../records/text.ts';
import { isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { dateInWords, dayInWords } from './dates.ts';
import { outcomesWords } from './outcomesWords.ts';
import type { PrintOptions } from './printRequest.ts';
import {
  copyWords,
  inOrder,
  lastDay,
  nameOf,
  namesOf,
  networkOf,
  requireReleased,
  strictest,
} from './releasedParts.ts';
import type { OutcomeRow, OutcomeShape, OutcomesSection, OutcomesSheet } from './sheets.ts';
import { wordsFor } from './words.ts';

/** In the order in which a meeting tells of them. */
const PRINTED: readonly OutcomeKind[] = ['decision', 'recommendation', 'action'];

const SHAPES: Readonly<Record<string, OutcomeShape>> = {
  adopted: 'full',
  done: 'full',
  proposed: 'ring',
  open: 'ring',
  notAdopted: 'cross',
  dropped: 'cross',
  withdrawn: 'dotted',
};

interface Making {
  readonly release: Release;
  readonly options: PrintOptions;
  /** The labels of the rows differ: each says its own. */
  readonly marked: boolean;
}

/**
 * What a meeting decided, recommended and gave to do, as the audience of the release may have it; with an addressee, what
 * is recommended to that government or body alone (¶18). Members only: throws `release.withheld` for audiences outside,
 * and where the meeting does not go.
 */
export function outcomesSheet(
  release: Release,
  id: RecordId,
  options: PrintOptions,
  addressee?: RecordId,
): OutcomesSheet {
  if (isOutside(release.kind)) throw new AmberdeskError('release.withheld', { record: id });
  const meeting = requireReleased(release, id, 'meeting');
  const words = wordsFor(options.language);
  const own = outcomesWords(options.language);
  const network = networkOf(release, words);
  const copy = copyWords(options, words);
  const isWanted = ({ kind, body }: ReleasedRecord): boolean =>
    body.meeting === id &&
    (addressee === undefined || (kind === 'recommendation' && texts(body.addressees).includes(addressee)));
  const all = PRINTED.map((kind) => ({ kind, records: releasedOfKind(release, kind).filter(isWanted).sort(byNumber) }));
  const labels = [meeting, ...all.flatMap(({ records }) => records)].map(({ label }) => label);
  const label = strictest(labels);
  const rowLabels = new Set(all.flatMap(({ records }) => records.map((one) => one.label)));
  const making = { release, options, marked: rowLabels.size > 1 };
  const symbol = text(meeting.body.symbol);
  const name = addressee === undefined ? '' : nameOf(release, addressee);
  const title = addressee === undefined ? own.heading : own.to(name || words.untitled);
  const sections = all
    .filter(({ records }) => records.length > 0)
    .map(
      ({ kind, records }): OutcomesSection => ({
        kind,
        heading: own.headings[kind],
        columns: [...own.columns[kind]],
        rows: records.map((record) => rowOf(kind, record, making)),
      }),
    );
  const shown = new Set(sections.flatMap(({ rows }) => rows.map(({ shape }) => shape)));
  return {
    what: 'outcomes',
    language: options.language,
    documentTitle: [symbol, meeting.title, title].filter((part) => part !== '').join(' \u00b7 '),
    running: network.name,
    exercise: network.exercise,
    label,
    foot: [...(symbol === '' ? [] : [symbol]), own.foot, ...lastDay(meeting, options), ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    title,
    subtitle: meeting.title || words.untitled,
    position: own.position(dateInWords(release.at.slice(0, 10), options.language)),
    symbol,
    sections,
    key: {
      label: own.key,
      entries: Object.entries(SHAPES)
        .filter(([state]) => sections.some(({ rows }) => rows.some((row) => row.state === own.states[state])))
        .map(([state, shape]) => ({ shape, word: own.states[state] ?? '' }))
        .filter(({ shape }) => shown.has(shape)),
    },
    empty: sections.length === 0 ? own.none : '',
    warnings: [],
  };
}

function rowOf(kind: OutcomeKind, record: ReleasedRecord, making: Making): OutcomeRow {
  const { release, options, marked } = making;
  const { body } = record;
  const words = outcomesWords(options.language);
  const state = text(body.state);
  const day = dayInWords(body.due, options.language);
  const late = isOverdue(body, release.at.slice(0, 10)) ? `${day}, ${words.late}` : day;
  const lead = nameOf(release, text(body.lead));
  const cells: Readonly<Record<OutcomeKind, readonly string[]>> = {
    decision: [itemOf(release, text(body.item))],
    recommendation: [
      ownOf(words.types, text(body.type)) ?? '',
      namesOf(release, texts(body.addressees)).join(', '),
      late,
      lead,
    ],
    action: [lead, late],
  };
  return {
    number: text(body.number),
    title: text(body.title),
    text: text(body.text),
    notes: [...candidatesOf(record, options), text(body.why), ...lastDay(record, options)].filter((one) => one !== ''),
    cells: [...cells[kind]],
    shape: ownOf(SHAPES, state) ?? 'ring',
    state: ownOf(words.states, state) ?? '',
    mark: marked ? record.label : '',
  };
}

/** What was chosen among what, and on what grounds (¶5). */
function candidatesOf({ body }: ReleasedRecord, { language }: PrintOptions): string[] {
  const own = outcomesWords(language);
  return inOrder(objects(body.candidates)).map((candidate) => {
    const subject = text(candidate.subject);
    const said = candidate.chosen === true ? own.chosen(subject) : own.notChosen(subject);
    return [said, text(candidate.grounds)].filter((part) => part !== '').join(' ');
  });
}

function itemOf(release: Release, id: string): string {
  const item = releasedRecord(release, id);
  return item === undefined ? '' : [count(item.body.number) || '', text(item.body.title)].filter(Boolean).join(' ');
}

const numeric = new Intl.Collator('en', { numeric: true });

/** By number, those without one last. */
function byNumber(one: ReleasedRecord, other: ReleasedRecord): number {
  const [first, second] = [text(one.body.number), text(other.body.number)];
  if ((first === '') !== (second === '')) return first === '' ? 1 : -1;
  return numeric.compare(first, second) || (one.id < other.id ? -1 : 1);
}
