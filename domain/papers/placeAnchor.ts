import type { z } from 'zod';
import type { Anchor as AnchorSchema } from './kinds.ts';
import type { Block, Document } from './richText.ts';
import { textOf } from './wordsOf.ts';

export type Anchor = z.infer<typeof AnchorSchema>;
/** The anchor of words in one block. */
export type WordsAnchor = Omit<Anchor, 'last' | 'only'>;

/** Where a note belongs in a version of a text: offsets in the text of the block, as `blockText` gives it. */
export interface Place {
  readonly block: string;
  readonly from: number;
  readonly to: number;
  /**
   * `exact`: the words stand in their block. `moved`: the words stand in another block. `near`: between what stood around
   * them there are words nearly the same. `changed`: the block is there and the words are not; the place is the whole block.
   */
  readonly how: 'exact' | 'moved' | 'near' | 'changed';
  /** Where words end that go over several blocks; `to` is then how far they go in the first. */
  readonly last?: { readonly block: string; readonly to: number };
}

/** How much of what stands before and after a quotation is kept with it. */
const AROUND = 32;
/** So many characters tell a place from others: of the words and what stood around them, of what stood around them alone. */
const TELLING = 16;
const TELLING_AROUND = 8;
/** Of what stood on one side, so much must still stand there for words nearly the same. */
const BESIDE = 16;

/** The text of one block, in which anchors count. */
export function blockText(block: Block): string {
  return textOf({ type: 'doc', content: [block] });
}

/** The anchor of a note on the characters `from` to `to` of a block's text; on the whole block when they are equal. */
export function makeAnchor(block: Block, from: number, to: number): WordsAnchor {
  return anchorIn({ id: block.attrs.id, text: blockText(block) }, from, to);
}

/** The same for a block whose text is known. */
export function anchorIn({ id, text }: BlockWords, from: number, to: number): WordsAnchor {
  return {
    block: id,
    quote: text.slice(from, to),
    before: text.slice(Math.max(0, from - AROUND), from),
    after: text.slice(to, to + AROUND),
  };
}

/**
 * The anchor of words of a whole text, from a place in its block `first` to one in its block `last`: over several blocks when
 * these differ. It says whether the words stand nowhere else in it.
 */
export function anchorAmong(
  blocks: readonly BlockWords[],
  {
    first,
    from,
    last,
    to,
  }: { readonly first: number; readonly from: number; readonly last: number; readonly to: number },
): Anchor | undefined {
  const [begin, end] = [blocks[first], blocks[last]];
  if (begin === undefined || end === undefined) return undefined;
  const anchor = anchorIn(begin, from, first === last ? to : begin.text.length);
  const only = anchor.quote.length >= TELLING && occurrencesIn(blocks, anchor).length === 1 ? { only: true } : {};
  return { ...anchor, ...only, ...(first === last ? {} : { last: anchorIn(end, 0, to) }) };
}

/** A block as far as notes are placed in it: its id, and its text as `blockText` gives it. */
export interface BlockWords {
  readonly id: string;
  readonly text: string;
}

/**
 * Where a note belongs in this version of the text: its words in its block; else its words wherever they stand, told
 * from others like them by what stands around them; else what became of them between the same surroundings; else its block.
 * Undefined when it cannot be placed: none of these is there, or the words stand in several places equally well. The note
 * is then listed with the words it had. It is never placed on other words: `exact` and `moved` are the quotation itself.
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
export function placeAmong(blocks: readonly BlockWords[], { last, ...first }: Anchor): Place | undefined {
  const begin = placeOne(blocks, first);
  if (last === undefined) return begin;
  return joined(blocks, begin, placeOne(blocks, last));
}

/** From the beginning of words that go over several blocks to their end; of what is torn apart the part that is found. */
function joined(blocks: readonly BlockWords[], begin: Place | undefined, end: Place | undefined): Place | undefined {
  const [first, second] = [begin, end].map((place) => (place?.how === 'changed' ? undefined : place));
  if (first === undefined || second === undefined) {
    const found = first ?? second;
    return found === undefined ? (begin ?? end) : { ...found, how: 'near' };
  }
  const how = [first.how, second.how].includes('near') ? 'near' : first.how === second.how ? first.how : 'moved';
  if (first.block === second.block) {
    return first.to <= second.from ? { ...first, to: second.to, how } : { ...first, how: 'near' };
  }
  const [at, until] = [first, second].map(({ block }) => blocks.findIndex(({ id }) => id === block));
  const isInOrder = at !== undefined && until !== undefined && at < until;
  return isInOrder ? { ...first, how, last: { block: second.block, to: second.to } } : { ...first, how: 'near' };
}

function placeOne(blocks: readonly BlockWords[], anchor: Anchor): Place | undefined {
  const own = blocks.find((block) => block.id === anchor.block);
  if (anchor.quote === '') return own && wholeBlock(own, 'exact');
  const here = own === undefined ? [] : occurrencesIn([own], anchor);
  const others = occurrencesIn(
    blocks.filter((block) => block !== own),
    anchor,
  );
  const [inOwn, elsewhere] = [bestOf(here), bestOf(others)];
  // A short word may stand in its block as another: it is where more stands around it of what stood there.
  const isBetter = anchor.quote.length < TELLING && mostOf(others) > mostOf(here);
  const isMoved = (here.length === 0 || isBetter) && elsewhere !== undefined && isTelling(anchor, elsewhere);
  if (inOwn !== undefined && !isBetter && (here.length === 1 || isTelling(anchor, inOwn))) {
    return { ...inOwn.place, how: 'exact' };
  }
  const isAlone = anchor.only === true && here.length === 0 && others.length === 1;
  if (elsewhere !== undefined && (isMoved || isAlone)) return { ...elsewhere.place, how: 'moved' };
  if (own === undefined) return undefined;
  return (here.length === 0 ? nearIn(own, anchor) : undefined) ?? wholeBlock(own, 'changed');
}

function wholeBlock(block: BlockWords, how: Place['how']): Place {
  return { block: block.id, from: 0, to: block.text.length, how };
}

interface Occurrence {
  readonly place: Omit<Place, 'how'>;
  /** How many characters around it are as they were; that the block begins or ends where it did counts as well. */
  readonly score: number;
}

function occurrencesIn(blocks: readonly BlockWords[], anchor: WordsAnchor): Occurrence[] {
  const { quote, before, after } = anchor;
  const found: Occurrence[] = [];
  for (const { id, text } of blocks) {
    for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
      const to = from + quote.length;
      if (isTorn(anchor, text, from, to)) continue;
      const begins = before.length < AROUND && text.slice(0, from) === before ? TELLING_AROUND : 0;
      const ends = after.length < AROUND && text.slice(to) === after ? TELLING_AROUND : 0;
      const score =
        sameEnd(text.slice(Math.max(0, from - AROUND), from), before) + sameStart(text.slice(to, to + AROUND), after);
      found.push({ place: { block: id, from, to }, score: score + begins + ends });
    }
  }
  return found;
}

const WORD = /[\p{L}\p{N}]/u;
const isWord = (character: string | undefined): boolean => character !== undefined && WORD.test(character);

/** Whether what was a word of its own is part of another here: “no” in “another”. */
function isTorn({ quote, before, after }: WordsAnchor, text: string, from: number, to: number): boolean {
  const began = isWord(quote[0]) && !isWord(before.at(-1));
  const ended = isWord(quote.at(-1)) && !isWord(after[0]);
  return (began && isWord(text[from - 1])) || (ended && isWord(text[to]));
}

/** The occurrence with the most around it; none when there are several of them. */
function bestOf(occurrences: readonly Occurrence[]): Occurrence | undefined {
  const best = Math.max(...occurrences.map((occurrence) => occurrence.score));
  const [first, second] = occurrences.filter((occurrence) => occurrence.score === best);
  return second === undefined ? first : undefined;
}

const mostOf = (occurrences: readonly Occurrence[]): number => Math.max(0, ...occurrences.map(({ score }) => score));

/** Whether enough of what stood around the words, and of them with it, is as it was to tell them from others. */
function isTelling({ quote, before, after }: WordsAnchor, { score }: Occurrence): boolean {
  return (
    quote.length + score >= Math.min(TELLING, before.length + quote.length + after.length) &&
    score >= Math.min(TELLING_AROUND, before.length + after.length)
  );
}

/**
 * Words nearly the same as these, in their block: between the same surroundings, and beginning and ending as they did, in half
 * of them at least. Undefined where there is more than one such place.
 */
function nearIn({ id, text }: BlockWords, { quote, before, after }: WordsAnchor): Place | undefined {
  const [left, right] = [before.slice(-BESIDE), after.slice(0, BESIDE)];
  if (left.length + right.length < TELLING_AROUND) return undefined;
  const longest = quote.length * 2 + AROUND;
  const found: Place[] = [];
  for (const from of before === '' ? [0] : endsOf(text, left)) {
    for (const to of after === '' ? [text.length] : startsOf(text, right)) {
      const now = text.slice(from, Math.min(to, from + longest + 1));
      if (to <= from || to - from > longest || now.trim() === '') continue;
      const start = sameStart(now, quote);
      const same = start + sameEnd(now.slice(start), quote.slice(start));
      if (same * 2 >= Math.max(quote.length, now.length)) found.push({ block: id, from, to, how: 'near' });
    }
  }
  const [place, another] = found;
  return another === undefined ? place : undefined;
}

/** Not more places of the same words are looked at. */
const MANY = 50;

function startsOf(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < MANY; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

const endsOf = (text: string, words: string): number[] => startsOf(text, words).map((at) => at + words.length);

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
