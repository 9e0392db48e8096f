import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Anchor,
  anchorAmong,
  type BlockWords,
  type Place,
  placeAmong,
} from '../../../domain/papers/placeAnchor.ts';

/*
 * A text in which every character knows which it is, so that it is known where the words of a note went, whatever was done.
 * What is demanded:
 * - A note is on the very characters that it was put on, wherever they stand together, when their words stand only once in the
 *   text now: in their block; or elsewhere, if they are 16 characters or more and stood only once when they were noted.
 *   Words that were run together with others (“closed” in “closedown”) are changed.
 * - Where it says that its words are there (`exact`, `moved`), they are, letter by letter; and where the very characters still
 *   stand together, it is on no others, unless these have as much around them of what stood around the words.
 * - Where it says that they are nearly the same (`near`), they begin and end as they did, between the same surroundings, in
 *   its own block. Where it says that they changed, it claims no words. Else it is in the list with the old words.
 */
interface Char {
  readonly c: string;
  readonly k: number;
}
interface Chars {
  readonly id: string;
  readonly chars: readonly Char[];
}
type Text = readonly Chars[];

let lastKey = 0;
const typed = (words: string): Char[] => [...words].map((c) => ({ c, k: ++lastKey }));
const plain = (chars: readonly Char[]): string => chars.map(({ c }) => c).join('');
const wordsOf = (text: Text): BlockWords[] => text.map(({ id, chars }) => ({ id, text: plain(chars) }));

/** What a person, another desk or an import does to a text between two looks at it. */
const EDITS: Readonly<Record<string, (text: Text, at: number, where: number, words: string, first: Text) => Text>> = {
  type: (text, at, where, words) =>
    changed(text, at, (chars) => chars.toSpliced(where % (chars.length + 1), 0, ...typed(words))),
  cut: (text, at, where, words) =>
    changed(text, at, (chars) => chars.toSpliced(where % (chars.length + 1), words.length)),
  replace: (text, at, where, words) =>
    changed(text, at, (chars) => chars.toSpliced(where % (chars.length + 1), words.length, ...typed(words))),
  correct: (text, at, where) =>
    changed(text, at, (chars) => chars.toSpliced(where % (chars.length + 1), 1, ...typed('x'))),
  rewrite: (text, at, _where, words) => changed(text, at, () => typed(words)),
  move: (text, at, where) => {
    const [moved, ...rest] = [text[at], ...text.toSpliced(at, 1)];
    return moved === undefined
      ? text
      : rest.filter((one) => one !== undefined).toSpliced(where % (text.length + 1), 0, moved);
  },
  split: (text, at, where) =>
    text.flatMap((block, index) => {
      const cut = where % (block.chars.length + 1);
      return index !== at
        ? [block]
        : [
            { ...block, chars: block.chars.slice(0, cut) },
            { id: `n${++lastKey}`, chars: block.chars.slice(cut) },
          ];
    }),
  merge: (text, at) => {
    const [one, next] = [text[at], text[at + 1]];
    return one === undefined || next === undefined
      ? text
      : text.toSpliced(at, 2, { id: one.id, chars: [...one.chars, ...typed(' '), ...next.chars] });
  },
  delete: (text, at) => text.toSpliced(at, 1),
  identify: (text) => text.map(({ chars }) => ({ id: `i${++lastKey}`, chars })),
  setApart: (text, at) => text.map((block, index) => (index === at ? { id: `p${++lastKey}`, chars: [] } : block)),
  restore: (_text, _at, _where, _words, first) => first,
};

function changed(text: Text, at: number, change: (chars: readonly Char[]) => Char[]): Text {
  return text.map((block, index) => (index === at ? { ...block, chars: change(block.chars).filter(Boolean) } : block));
}

const word = fc.constantFrom(
  'bridge',
  'convoy',
  'the',
  'was',
  'no',
  'another',
  'closed',
  'at',
  'Marrow',
  'Łódź',
  '議題',
  'Osk',
);
const sentence = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((some) => `${some.join(' ')}.`);
const edit = fc.record({
  what: fc.constantFrom(...Object.keys(EDITS)),
  at: fc.nat(9),
  where: fc.nat(200),
  words: sentence(1, 6),
});
const scene = fc.record({
  blocks: fc.array(sentence(1, 14), { minLength: 1, maxLength: 6 }),
  at: fc.nat(5),
  from: fc.nat(80),
  length: fc.integer({ min: 1, max: 50 }),
  more: fc.constantFrom(0, 0, 0, 1, 2),
  edits: fc.array(edit, { minLength: 1, maxLength: 5 }),
});

type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

function played(given: Scene) {
  let text: Text = given.blocks.map((words, index) => ({ id: `b${index}`, chars: typed(words) }));
  const start = text;
  const first = given.at % text.length;
  const last = Math.min(text.length - 1, first + given.more);
  const length = text[first]?.chars.length ?? 0;
  const from = given.from % length;
  const to =
    first === last ? Math.min(length, from + given.length) : 1 + (given.length % (text[last]?.chars.length ?? 1));
  const anchor = anchorAmong(wordsOf(text), { first, from, last, to });
  const kept = new Set<number>();
  text.slice(first, last + 1).forEach(({ chars }, index, all) => {
    const begin = index === 0 ? from : 0;
    const end = index === all.length - 1 ? to : chars.length;
    for (const { k } of chars.slice(begin, end)) kept.add(k);
  });
  for (const { what, at, where, words } of given.edits) {
    text = EDITS[what]?.(text, at % Math.max(1, text.length), where, words, start) ?? text;
  }
  return { text, anchor, kept };
}

/** Where the very characters stand together, in one block. */
function standing(text: Text, kept: ReadonlySet<number>): { block: string; from: number; to: number } | undefined {
  for (const { id, chars } of text) {
    const from = chars.findIndex(({ k }) => kept.has(k));
    if (from < 0) continue;
    const to = from + kept.size;
    return chars.slice(from, to).every(({ k }) => kept.has(k)) && to <= chars.length
      ? { block: id, from, to }
      : undefined;
  }
  return undefined;
}

const times = (text: string, words: string): number => {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count += 1;
  return count;
};

function inText(text: Text, place: Place): string {
  const block = text.find(({ id }) => id === place.block);
  return plain(block?.chars.slice(place.from, place.to) ?? []);
}

const isWord = (character = ''): boolean => /[\p{L}\p{N}]/u.test(character);

/** Whether the words were not run together with others since. */
function isWhole(text: Text, { block, from, to }: Omit<Place, 'how'>, { quote, before, after }: Anchor): boolean {
  const words = plain(text.find(({ id }) => id === block)?.chars ?? []);
  const began = isWord(quote[0]) && !isWord(before.at(-1)) && isWord(words[from - 1]);
  return !began && !(isWord(quote.at(-1)) && !isWord(after[0]) && isWord(words[to]));
}

/** How much of what stood around the words stands around a place, its ends of a block included. */
function around(text: Text, { block, from, to }: Omit<Place, 'how'>, { before, after }: Anchor): number {
  const words = plain(text.find(({ id }) => id === block)?.chars ?? []);
  const [left, right] = [words.slice(0, from), words.slice(to)];
  let [same, follows] = [0, 0];
  while (same < before.length && same < left.length && left.at(-1 - same) === before.at(-1 - same)) same += 1;
  while (follows < after.length && follows < right.length && right[follows] === after[follows]) follows += 1;
  return (
    same + follows + (left === before && before.length < 32 ? 8 : 0) + (right === after && after.length < 32 ? 8 : 0)
  );
}

function check(text: Text, anchor: Anchor, kept: ReadonlySet<number>): string {
  const place = placeAmong(wordsOf(text), anchor);
  const together = standing(text, kept);
  const stands = together !== undefined && isWhole(text, together, anchor) ? together : undefined;
  const count = text.reduce((sum, { chars }) => sum + times(plain(chars), anchor.quote), 0);
  const isOwn = stands?.block === anchor.block;
  if (stands !== undefined && count === 1 && (isOwn || (anchor.only === true && anchor.quote.length >= 16))) {
    expect(place).toMatchObject({ ...stands, how: isOwn ? 'exact' : 'moved' });
    return 'right';
  }
  if (place === undefined) return 'listed';
  const words = inText(text, place);
  if (place.how === 'exact' || place.how === 'moved') {
    expect(words).toBe(anchor.quote);
    const isThere = stands?.block === place.block && stands.from === place.from;
    // The same words with more of the same around them cannot be told from those that they were put on.
    // Long words that stand in their block stay there.
    const staysThere = place.block === anchor.block && anchor.quote.length >= 16;
    if (stands !== undefined && !isThere && !staysThere) {
      expect(around(text, place, anchor)).toBeGreaterThanOrEqual(around(text, stands, anchor));
    }
  } else if (place.how === 'near') {
    expect(place.block).toBe(anchor.block);
    expect(words[0] === anchor.quote[0] || words.at(-1) === anchor.quote.at(-1)).toBe(true);
  } else {
    expect(place).toMatchObject({ block: anchor.block, from: 0 });
  }
  return place.how;
}

describe('a note, whatever is done to its text,', () => {
  it('is at the right words, or claims none', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(scene, (given) => {
        const { text, anchor, kept } = played({ ...given, more: 0 });
        if (anchor === undefined) return;
        const how = check(text, anchor, kept);
        seen.set(how, (seen.get(how) ?? 0) + 1);
      }),
      { numRuns: 3000 },
    );
    // Each of the ways in which it may end is taken, and most are right.
    for (const how of ['right', 'listed', 'exact', 'moved', 'near', 'changed'])
      expect(seen.get(how) ?? 0, how).toBeGreaterThan(2);
  });

  it('over several paragraphs goes from its first word to its last while both stand, and on no others', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { text, anchor } = played(given);
        if (anchor?.last === undefined) return;
        const place = placeAmong(wordsOf(text), anchor);
        if (place === undefined || place.how === 'near' || place.how === 'changed') return;
        const [begin, end] = [
          placeAmong(wordsOf(text), { ...anchor, last: undefined }),
          placeAmong(wordsOf(text), { ...anchor.last }),
        ];
        expect(begin && inText(text, begin)).toBe(anchor.quote);
        expect(end && inText(text, end)).toBe(anchor.last.quote);
        expect(place).toMatchObject({ block: begin?.block, from: begin?.from });
        expect(place.last ?? { block: place.block, to: place.to }).toEqual({ block: end?.block, to: end?.to });
      }),
      { numRuns: 1500 },
    );
  });

  it('stays on a word that was corrected inside it, and on that alone', () => {
    const blocks = (words: string): BlockWords[] => [{ id: 'b', text: `On Monday ${words} for good, they said.` }];
    const text = blocks('the brigde at Marrow was closed');
    const [block] = text;
    const anchor = block && anchorAmong(text, { first: 0, from: 10, last: 0, to: 41 });
    expect(anchor?.quote).toBe('the brigde at Marrow was closed');
    const now = blocks('the bridge at Marrow was closed');
    const place = anchor && placeAmong(now, anchor);
    expect(place).toEqual({ block: 'b', from: 10, to: 41, how: 'near' });
  });
});
