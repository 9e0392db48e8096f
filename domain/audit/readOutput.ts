import { APART } from './apart.ts';
import type { Passage } from './passages.ts';
import { createWordNumbers } from './wordNumbers.ts';

/** So many words in a row are a text that was taken over; fewer are a name. */
export const RUN = 6;

/** An output as numbers: each word has one, in the order in which it is read. */
export interface ReadOutput {
  readonly passages: readonly Passage[];
  /** The words of all passages one after the other, `APART` between two. */
  readonly words: Int32Array;
  /** Where each passage begins in `words`. */
  readonly begins: Int32Array;
  /** The words of a text by these numbers, `APART` for each that the output does not have. Holds until asked again. */
  numbersIn(text: string): Int32Array;
  /**
   * Where `RUN` words that are those at `at` in `from` stand in the output for the first time; `APART` where they do not.
   * `hash` is what `hashAt` says of them.
   */
  firstOf(from: Int32Array, at: number, hash: number): number;
}

/** What runs are looked up by. */
export function hashAt(words: Int32Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let next = at; next < at + RUN; next += 1) {
    hash = Math.imul(hash ^ (words[next] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

/** Whether `RUN` words follow one another at `at`, with nothing between them that is no word. */
export function isRun(words: Int32Array, at: number): boolean {
  for (let next = at; next < at + RUN; next += 1) if ((words[next] ?? APART) === APART) return false;
  return true;
}

/** Reads an output once. Linear in its length, in time and in memory. */
export function readOutput(output: Iterable<Passage>): ReadOutput {
  const { read, numbersIn } = createWordNumbers();
  const passages: Passage[] = [];
  const begins: number[] = [];
  let all = new Int32Array(2 ** 16);
  let length = 0;
  for (const passage of output) {
    const numbers = read(passage.text);
    if (numbers.length === 0) continue;
    passages.push(passage);
    begins.push(length);
    while (all.length <= length + numbers.length) {
      const more = new Int32Array(2 * all.length);
      more.set(all);
      all = more;
    }
    all.set(numbers, length);
    length += numbers.length;
    all[length] = APART;
    length += 1;
  }
  const words = all.subarray(0, length);
  const table = tableOf(words);
  return {
    passages,
    words,
    begins: Int32Array.from(begins),
    numbersIn,
    firstOf: (from, at, hash) => lookUp(words, table, from, at, hash),
  };
}

/** The first place of every run, in an open table at most half full. */
function tableOf(words: Int32Array): Int32Array {
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * words.length + 2))).fill(APART);
  const last = table.length - 1;
  for (let at = 0; at + RUN <= words.length; at += 1) {
    if (!isRun(words, at)) continue;
    const hash = hashAt(words, at);
    if (lookUp(words, table, words, at, hash) !== APART) continue;
    let slot = hash & last;
    while (table[slot] !== APART) slot = (slot + 1) & last;
    table[slot] = at;
  }
  return table;
}

function lookUp(words: Int32Array, table: Int32Array, from: Int32Array, at: number, hash: number): number {
  const last = table.length - 1;
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const place = table[slot] ?? APART;
    if (place === APART || sameRun(words, place, from, at)) return place;
  }
}

function sameRun(one: Int32Array, at: number, other: Int32Array, from: number): boolean {
  for (let next = 0; next < RUN; next += 1) if (one[at + next] !== other[from + next]) return false;
  return true;
}
