import type { JsonObject } from '../records/json.ts';
import { count, text, texts } from '../records/text.ts';
import { Anchor } from './kinds.ts';
import { type Anchor as AnchorOf, type BlockWords, type Place, placeAmong, wordsByBlock } from './placeAnchor.ts';
import { RichText } from './richText.ts';

/** A record as far as notes are gathered by it. */
export interface AnyRecord {
  readonly id: string;
  readonly kind: string;
  readonly body: JsonObject;
}

/** A private note among all those that are gathered. */
export interface GatheredNote {
  readonly note: string;
  /** Empty for a passage that was only highlighted. */
  readonly text: string;
  /** The words that it was put on; empty on a whole record or paragraph. */
  readonly quote: string;
  /** What it is on. */
  readonly record: string;
  /** The item of the agenda that this belongs to. */
  readonly item?: string;
  /** How it was placed; `whole` on all of a record, `unplaced` where its words are nowhere. */
  readonly how: Place['how'] | 'whole' | 'unplaced';
}

/**
 * The private notes on a meeting, its items, its papers with their portions, its minutes and what came of it: those that could not be
 * placed first, then what belongs to no item, then in the order of the agenda and of each text. Without a meeting all of them, by what they are on.
 */
export function gatherNotes(records: readonly AnyRecord[], meeting?: string): GatheredNote[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const rankOf = meeting === undefined ? byRecord(records) : byAgenda(records, meeting);
  const blocksOf = blocksOnce(byId);
  const gathered = records
    .filter(({ kind }) => kind === 'annotation')
    .flatMap((note) => {
      const record = byId.get(text(note.body.record));
      // What it is on may never have come here: among all of them it is listed all the same.
      const rank = record === undefined ? (meeting === undefined ? NOWHERE : undefined) : rankOf(record);
      return rank === undefined ? [] : [{ ...gatheredFrom(note, blocksOf), rank }];
    });
  gathered.sort(
    (one, other) =>
      Number(other.note.how === 'unplaced') - Number(one.note.how === 'unplaced') ||
      one.rank.at - other.rank.at ||
      compare(one.note.record, other.note.record) ||
      one.block - other.block ||
      one.from - other.from ||
      compare(one.note.note, other.note.note),
  );
  return gathered.map(({ note, rank: { item } }) => (item === undefined ? note : { ...note, item }));
}

/** The quotation of an anchor: of words over several paragraphs their beginning and their end. */
export function quoteOf({ quote, last }: Pick<AnchorOf, 'quote' | 'last'>): string {
  return last === undefined ? quote : `${quote} … ${last.quote}`;
}

/**
 * A note with the words that it was put on, and where these stand in the text: `block` -1 where it is on the whole record, or
 * its words are nowhere.
 */
export function gatheredFrom(note: AnyRecord, blocksOf: (id: string) => readonly BlockWords[]) {
  const anchor = Anchor.safeParse(note.body.anchor);
  const common = { note: note.id, text: text(note.body.text), record: text(note.body.record) };
  if (!anchor.success) return { note: { ...common, quote: '', how: 'whole' as const }, block: -1, from: 0 };
  const blocks = blocksOf(common.record);
  const place = placeAmong(blocks, anchor.data);
  return {
    note: { ...common, quote: quoteOf(anchor.data), how: place?.how ?? ('unplaced' as const) },
    block: blocks.findIndex(({ id }) => id === place?.block),
    from: place?.from ?? 0,
  };
}

/** The words of the texts of records, block by block, each read once. */
export function blocksOnce(byId: ReadonlyMap<string, AnyRecord>): (id: string) => readonly BlockWords[] {
  const known = new Map<string, readonly BlockWords[]>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const document = RichText.safeParse(byId.get(id)?.body.body);
    const blocks = document.success ? wordsByBlock(document.data) : [];
    known.set(id, blocks);
    return blocks;
  };
}

interface Rank {
  readonly at: number;
  readonly item?: string;
}

const NOWHERE: Rank = { at: 0 };

/** Everything, what belongs together beside one another. */
function byRecord(records: readonly AnyRecord[]): (record: AnyRecord) => Rank {
  const at = new Map(records.map(({ id }, index) => [id, index]));
  return ({ id }) => ({ at: at.get(id) ?? 0 });
}

/** So many things may belong to one item. */
const WIDTH = 1_000_000;

/** Where something stands by the agenda of a meeting; undefined for what does not belong to it. */
function byAgenda(records: readonly AnyRecord[], meeting: string): (record: AnyRecord) => Rank | undefined {
  const items = itemsInOrder(records, meeting);
  const itemAt = new Map(items.map(({ id }, index) => [id, index]));
  const paperAt = new Map<string, { item: number; within: number }>();
  for (const [item, { body }] of items.entries()) {
    for (const [within, paper] of texts(body.papers).entries()) {
      if (!paperAt.has(paper)) paperAt.set(paper, { item, within });
    }
  }
  const papers = new Map(records.filter(({ kind }) => kind === 'paper').map((paper) => [paper.id, paper]));
  const inItem = (item: number, within: number): Rank => {
    const { id } = items[item] ?? {};
    return { at: (item + 1) * WIDTH + within, ...(id === undefined ? {} : { item: id }) };
  };
  const ofPaper = (id: string, more: number): Rank | undefined => {
    const paper = papers.get(id);
    const listed = paperAt.get(id) ?? paperAt.get(text(paper?.body.annexOf));
    if (listed !== undefined) return inItem(listed.item, 10 + listed.within * 10 + (paperAt.has(id) ? 0 : 4) + more);
    return paper?.body.meeting === meeting ? { at: 2 + more } : undefined;
  };
  return (record) => {
    const { id, kind, body } = record;
    if (id === meeting) return { at: 0 };
    const own = itemAt.get(id);
    if (own !== undefined) return inItem(own, 0);
    if (kind === 'paper') return ofPaper(id, 0);
    if (kind === 'portion') return ofPaper(text(body.paper), 1);
    if (body.meeting !== meeting) return undefined;
    const about = itemAt.get(text(body.item));
    return about === undefined ? { at: 1 } : inItem(about, kind === 'minutes' ? WIDTH / 2 : WIDTH / 2 + 1);
  };
}

/** The items of a meeting in the order in which it comes to them; those without a session last. */
function itemsInOrder(records: readonly AnyRecord[], meeting: string): AnyRecord[] {
  const sessions = records
    .filter(({ kind, body }) => kind === 'session' && body.meeting === meeting)
    .toSorted(
      (one, other) =>
        count(one.body.day) - count(other.body.day) ||
        compare(text(one.body.starts), text(other.body.starts)) ||
        compare(one.id, other.id),
    );
  const at = new Map(sessions.map(({ id }, index) => [id, index]));
  const place = ({ body }: AnyRecord): number => at.get(text(body.session)) ?? sessions.length;
  return records
    .filter(({ kind, body }) => kind === 'agendaItem' && body.meeting === meeting)
    .toSorted(
      (one, other) =>
        place(one) - place(other) || compare(text(one.body.order), text(other.body.order)) || compare(one.id, other.id),
    );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
