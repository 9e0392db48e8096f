import { z } from 'zod';
import { APART } from './apart.ts';
import type { Held, HeldAs } from './held.ts';
import { createNames } from './names.ts';
import type { Passage } from './passages.ts';
import { hashAt, isRun, type ReadOutput, RUN, readOutput } from './readOutput.ts';
import { auditWords } from './words.ts';

/** What was found in an output though it was not released: where, and of which record. Never the words themselves. */
export const Leak = z.object({
  place: z.string(),
  is: z.enum(['words', 'id', 'file', 'machine'] satisfies HeldAs[]),
  record: z.string().optional(),
  /** The record in whose text it stands, where that is known. */
  within: z.string().optional(),
});
export type Leak = Readonly<z.infer<typeof Leak>>;

/** What `release.audit` tells in its details. */
export const AuditDetails = z.object({ leaks: z.array(Leak) });

export interface Audit {
  readonly leaks: readonly Leak[];
  /** How many words of the output were read. */
  readonly words: number;
}

export interface AuditRequest {
  readonly output: Iterable<Passage>;
  /** All that may only stand in the output where it was released. */
  readonly held: Iterable<Held>;
  /** What was released, and what else stands in every such output by right. Read only when there is something to weigh. */
  readonly released: () => Iterable<string>;
  /** The words that the format brings along: a name of nothing but these, and numbers, tells nothing. */
  readonly usual: Iterable<string>;
}

/** Named leaks at most: who sees these looks for the cause, not for the rest. */
export const MOST = 8;
/** In a file that goes: so many words in a row that were taken out of what it came with, and so many of anything else. */
export const TAKEN_OVER = { sentence: 16, page: 100 } as const;
/** A name of one or two letters is everywhere. */
const SHORTEST = 3;
/** Among bytes that are no text, as many letters as do not come about by chance. */
const SHORTEST_RAW = 8;

/**
 * Searches an output for what may not stand in it: every run of six words of what is held, and every shorter text,
 * id and name as a whole, but what stands in released text as well. Linear in what it is given.
 */
export function auditOutput({ output, held, released, usual }: AuditRequest): Audit {
  const read = readOutput(output);
  const runs = new Map<number, Held>();
  const names = createNames<Held>();
  const common = new Set<string>();
  for (const text of usual) for (const word of auditWords(text)) common.add(word);
  for (const one of held) {
    const numbers = read.numbersIn(one.text);
    if (numbers.length >= RUN) eachRun(read, numbers, (place) => runs.has(place) || runs.set(place, one));
    else if (!numbers.includes(APART) && tells(one, auditWords(one.text), common)) names.add(numbers, one);
  }
  if (runs.size > 0 || names.size > 0) {
    for (const text of released()) {
      const numbers = read.numbersIn(text);
      eachRun(read, numbers, (place) => runs.delete(place));
      names.removeIn(numbers);
      if (runs.size === 0 && names.size === 0) break;
    }
  }
  return { leaks: leaksIn(read, runs, names), words: read.words.length - read.passages.length };
}

/** Every run of a text that stands in the output, by its first place there. */
function eachRun(read: ReadOutput, numbers: Int32Array, found: (place: number) => void): void {
  let known = 0;
  for (let end = 0; end < numbers.length; end += 1) {
    known = numbers[end] === APART ? 0 : known + 1;
    if (known < RUN) continue;
    const at = end - RUN + 1;
    const place = read.firstOf(numbers, at, hashAt(numbers, at));
    if (place !== APART) found(place);
  }
}

/** Whether a short text says anything where it is found. Ids and digests always do, also those of digits alone. */
function tells({ is }: Held, words: readonly string[], common: ReadonlySet<string>): boolean {
  if (is === 'id') return words.length > 0;
  const said = words.filter((word) => !common.has(word) && !/^\d+$/.test(word));
  return said.length > 0 && words.join('').length >= SHORTEST;
}

function leaksIn(read: ReadOutput, runs: ReadonlyMap<number, Held>, names: ReturnType<typeof createNames<Held>>) {
  const leaks = new Map<string, Leak>();
  const note = (at: number, { is, record }: Held): void => {
    const place = passageAt(read, at)?.place ?? '';
    const leak = record === undefined ? { place, is } : { place, is, record };
    if (leaks.size < MOST) leaks.set(JSON.stringify(leak), leak);
  };
  if (runs.size > 0) {
    let [inRow, ofFamily] = [0, 0];
    for (let at = 0; at + RUN <= read.words.length; at += 1) {
      const found = isRun(read.words, at) ? runs.get(read.firstOf(read.words, at, hashAt(read.words, at))) : undefined;
      if (found === undefined) {
        [inRow, ofFamily] = [0, 0];
        continue;
      }
      const family = passageAt(read, at)?.cameWith;
      inRow += 1;
      ofFamily = family?.has(found.record ?? '') === true ? ofFamily + 1 : 0;
      const isTakenOver = ofFamily + RUN > TAKEN_OVER.sentence || inRow + RUN > TAKEN_OVER.page;
      if (family === undefined || isTakenOver) note(at, found);
    }
  }
  names.findIn(read.words, (at, length, found) => {
    const passage = passageAt(read, at);
    if (passage?.cameWith !== undefined) return;
    if (passage?.raw !== true || lettersAt(found) >= SHORTEST_RAW || length >= RUN) note(at, found);
  });
  return [...leaks.values()];
}

function lettersAt({ text }: Held): number {
  return auditWords(text).join('').length;
}

/** The passage that a place is in: the last one that begins at or before it. */
function passageAt({ begins, passages }: ReadOutput, at: number): Passage | undefined {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((begins[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return passages[low - 1];
}
