import { AmberdeskError } from '../errors.ts';
import { blocksOnce, gatheredFrom } from '../papers/gatherNotes.ts';
import { type ThreadOf, threadsOf } from '../papers/threads.ts';
import type { RecordId } from '../records/ids.ts';
import { text } from '../records/text.ts';
import { type HomeAudience, isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind } from '../release/release.ts';
import { commentsWords } from './commentsWords.ts';
import { dateInWords } from './dates.ts';
import type { PrintOptions } from './printRequest.ts';
import { compare, copyWords, lastDay, nameOf, networkOf, requireReleased, strictest } from './releasedParts.ts';
import type { ListPassage, ListSheet } from './sheets.ts';
import { wordsFor } from './words.ts';

/** A comment, and where its words stand. */
interface Placed {
  readonly id: string;
  readonly record: ReleasedRecord;
  readonly replyTo: string;
  readonly resolved: boolean;
  readonly at: string;
  readonly note: ReturnType<typeof gatheredFrom>;
}

/**
 * The comments on a paper and on its portions, thread by thread, as the audience of the release may have them: those to
 * resolve first, each time in the order of the text, with the words that they are on, who wrote them and when. Writers are
 * named as far as the gate names them. For the network's own people: throws `release.withheld` for audiences outside.
 */
export function commentsSheet(release: Release<HomeAudience>, id: RecordId, options: PrintOptions): ListSheet {
  if (isOutside(release.kind)) throw new AmberdeskError('release.withheld', { record: id });
  const { language } = options;
  const paper = requireReleased(release, id, 'paper');
  const words = wordsFor(language);
  const own = commentsWords(language);
  const network = networkOf(release, words);
  const copy = copyWords(options, words);
  const threads = threadsIn(release, id);
  const comments = threads.flatMap(({ first, answers }) => [first, ...answers]);
  const labels = [paper, ...comments.map(({ record }) => record)].map((record) => record.label);
  const label = strictest(labels);
  const isMixed = new Set(labels).size > 1;
  const [resolved, open] = [true, false].map((is) => threads.filter(({ first }) => first.resolved === is));
  const number = text(paper.body.number);
  const title = text(paper.body.title) || words.untitled;
  const group = (heading: string, all: readonly ThreadOf<Placed>[]) =>
    all.length === 0
      ? []
      : [{ heading, items: all.flatMap((thread) => passagesOf(release, thread, id, options, isMixed)) }];
  return {
    what: 'list',
    language,
    documentTitle: own.ofPaper([number, title].filter((part) => part !== '').join(' ')),
    running: network.name,
    exercise: network.exercise,
    label,
    foot: [...(number === '' ? [] : [number]), own.foot, ...lastDay(paper, options), ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    title: own.heading,
    subtitle: [number, title].filter((part) => part !== '').join('\u2002'),
    facts: [{ label: own.asOf, lines: [dateInWords(release.at.slice(0, 10), language)] }],
    notes: [...paper.caveats, threads.length === 0 ? own.none : own.counted(open?.length ?? 0, resolved?.length ?? 0)],
    passages: [...group(own.open, open ?? []), ...group(own.resolved, resolved ?? [])],
    sections: [],
    warnings: [],
  };
}

/** The threads on a paper and its portions, in the order of the text; what is on no words of it comes last. */
function threadsIn(release: Release, id: RecordId): ThreadOf<Placed>[] {
  const portions = releasedOfKind(release, 'portion').filter(({ body }) => body.paper === id);
  const about = new Map([id, ...portions.map((portion) => portion.id)].map((one, at) => [String(one), at]));
  const blocksOf = blocksOnce(new Map(release.documents.map((record) => [String(record.id), record])));
  const comments = releasedOfKind(release, 'comment')
    .filter(({ body }) => about.has(text(body.record)))
    .map(
      (record): Placed => ({
        id: record.id,
        record,
        replyTo: text(record.body.replyTo),
        resolved: record.body.resolved === true,
        at: record.written?.at ?? '',
        note: gatheredFrom(record, blocksOf),
      }),
    );
  const rank = ({ note: { note, block } }: Placed): number =>
    (about.get(note.record) ?? 0) * WIDTH + (note.how === 'unplaced' || note.how === 'whole' ? WIDTH - 1 : block);
  return threadsOf(comments).toSorted(
    ({ first: one }, { first: other }) =>
      rank(one) - rank(other) ||
      one.note.from - other.note.from ||
      compare(one.at, other.at) ||
      compare(one.id, other.id),
  );
}

/** More than the blocks of any text. */
const WIDTH = 1_000_000;

function passagesOf(
  release: Release,
  { first, answers }: ThreadOf<Placed>,
  paper: RecordId,
  options: PrintOptions,
  isMixed: boolean,
): ListPassage[] {
  const own = commentsWords(options.language);
  const passage = (comment: Placed, lead: string, note: readonly string[]): ListPassage => {
    const { written, label } = comment.record;
    const who = written?.by === undefined ? '' : nameOf(release, written.by);
    const when = written === undefined ? '' : momentIn(written.at, options);
    const title = [lead, who || own.nobody, when, isMixed ? label : ''].filter((part) => part !== '').join(' \u00b7 ');
    return { title, text: text(comment.record.body.text), note: note.filter((part) => part !== '').join(' \u00b7 ') };
  };
  const { quote, how, record } = first.note.note;
  const became = {
    changed: own.changed,
    near: own.changed,
    moved: own.moved,
    unplaced: own.unplaced,
    exact: '',
    whole: '',
  };
  const on = how === 'whole' ? own.onWhole : own.on(quote.trim());
  return [
    passage(first, '', [record === paper ? '' : own.inPortion, on, became[how]]),
    ...answers.map((answer) => passage(answer, own.answer, [])),
  ];
}

/** `3 March 2027, 18:12 UTC`. */
const momentIn = (at: string, { language }: PrintOptions): string =>
  at === '' ? '' : `${dateInWords(at.slice(0, 10), language)}, ${at.slice(11, 16)} UTC`;
