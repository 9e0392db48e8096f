import type { z } from 'zod';
import type { Anchor as AnchorSchema } from './kinds.ts';
import type { Block, Document } from './richText.ts';
import { textOf } from './wordsOf.ts';

export type Anchor = z.infer<typeof AnchorSchema>;

/** Where a note belongs in a version of a text: offsets in the text of the block, as `blockText` gives it. */
export interface Place {
  readonly block: string;
  readonly from: number;
  readonly to: number;
  /**
   * `exact`: the words stand in their block. `moved`: the words stand in another block. `changed`: the block is there
   * and the words are not; the place is the whole block.
   */
  readonly how: 'exact' | 'moved' | 'changed';
}

/** How much of what stands before and after a quotation is kept with it. */
const AROUND = 32;
/** So many characters tell a place from others: of the words, or of the words and what stood around them. */
const TELLING = 16;

/** The text of one block, in which anchors count. */
export function blockText(block: Block): string {
  return textOf({ type: 'doc', content: [block] });
}

/** The anchor of a note on the characters `from` to `to` of a block's text; on the whole block when they are equal. */
export function makeAnchor(block: Block, from: number, to: number): Anchor {
  return anchorIn({ id: block.attrs.id, text: blockText(block) }, from, to);
}

/** The same for a block whose text is known. */
export function anchorIn({ id, text }: BlockWords, from: number, to: number): Anchor {
  return {
    block: id,
    quote: text.slice(from, to),
    before: text.slice(Math.max(0, from - AROUND), from),
    after: text.slice(to, to + AROUND),
  };
}

/** A block as far as notes are placed in it: its id, and its text as `blockText` gives it. */
export interface BlockWords {
  readonly id: string;
  readonly text: string;
}

/**
 * Where a note belongs in this version of the text: its words in its block; else its words wherever they stand, told
 * from others like them by what stands around them; else its block. Undefined when it cannot be placed: neither is
 * there, or the words stand in several places equally well. The note is then listed with the words it had.
 */
export function placeAnchor(document: Document, anchor: Anchor): Place | undefined {
  return placeAmong(wordsByBlock(document), anchor);
}

/** The blocks of a document, each with its text once it is asked for: for placing many notes. */
export function wordsByBlock(document: Document): BlockWords[] {
  return document.content.map((block) => {
    let known: string | undefined;
    return {
      id: block.attrs.id,
      get text() {
        known ??= blockText(block);
        return known;
      },
    };
  });
}

/** The same as `placeAnchor`, among blocks whose text is known. */
export function placeAmong(blocks: readonly BlockWords[], anchor: Anchor): Place | undefined {
  const own = blocks.find((block) => block.id === anchor.block);
  if (anchor.quote === '') return own && wholeBlock(own, 'exact');
  const inOwn = own && bestOf(occurrencesIn([own], anchor), false);
  if (inOwn !== undefined) return { ...inOwn.place, how: 'exact' };
  const others = blocks.filter((block) => block !== own);
  const elsewhere = bestOf(occurrencesIn(others, anchor), true);
  if (elsewhere !== undefined && isTelling(anchor, elsewhere)) return { ...elsewhere.place, how: 'moved' };
  return own && wholeBlock(own, 'changed');
}

function wholeBlock(block: BlockWords, how: Place['how']): Place {
  return { block: block.id, from: 0, to: block.text.length, how };
}

interface Occurrence {
  readonly place: Omit<Place, 'how'>;
  /** How many characters around it are as they were. */
  readonly score: number;
}

function occurrencesIn(blocks: readonly BlockWords[], { quote, before, after }: Anchor): Occurrence[] {
  const found: Occurrence[] = [];
  for (const { id, text } of blocks) {
    for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
      const to = from + quote.length;
      const score = sameEnd(text.slice(0, from), before) + sameStart(text.slice(to), after);
      found.push({ place: { block: id, from, to }, score });
    }
  }
  return found;
}

/** The occurrence with the most around it; of equals the first, or none when it must be the only one. */
function bestOf(occurrences: readonly Occurrence[], only: boolean): Occurrence | undefined {
  const best = Math.max(...occurrences.map((occurrence) => occurrence.score));
  const [first, second] = occurrences.filter((occurrence) => occurrence.score === best);
  return only && second !== undefined ? undefined : first;
}

/** Whether enough of the words, with what stands around them, is as it was to tell them from others. */
function isTelling({ quote, before, after }: Anchor, { score }: Occurrence): boolean {
  return quote.length + score >= Math.min(TELLING, before.length + quote.length + after.length);
}

function sameStart(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[same] === other[same]) same++;
  return same;
}

function sameEnd(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[one.length - 1 - same] === other[other.length - 1 - same]) same++;
  return same;
}
