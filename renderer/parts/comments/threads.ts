import type { z } from 'zod';
import type { Note } from '../../../contract/papers/calls.ts';
import type { ThreadOf } from '../../../domain/papers/threads.ts';

/** A comment or a private note, as it is shown. */
export type CommentRow = z.input<typeof Note>;

/** A comment with its answers, the oldest first. */
export type Thread = ThreadOf<CommentRow>;

/** Which threads are wanted: those that are open, those that are resolved, those in which I wrote, or all. */
export const WANTED = ['open', 'resolved', 'mine', 'all'] as const;
export type Wanted = (typeof WANTED)[number];

export function wantedOf(threads: readonly Thread[], wanted: Wanted): readonly Thread[] {
  const fits: Readonly<Record<Wanted, (thread: Thread) => boolean>> = {
    open: ({ first }) => !first.resolved,
    resolved: ({ first }) => first.resolved,
    mine: ({ first, answers }) => first.own || answers.some(({ own }) => own),
    all: () => true,
  };
  return threads.filter(fits[wanted]);
}

/** Where the threads of a text stand: in its order, on the whole record, and those that could not be placed. */
export interface PlacedThreads {
  readonly inText: readonly Thread[];
  readonly onRecord: readonly Thread[];
  readonly unplaced: readonly Thread[];
}

/** Puts each thread in exactly one list. `placeOf`: where a note stands in the text; undefined when nowhere. */
export function byPlace(threads: readonly Thread[], placeOf: (note: string) => number | undefined): PlacedThreads {
  const anchored = threads.filter(({ first }) => first.anchor !== undefined);
  const places = new Map(anchored.map(({ first }) => [first.id, placeOf(first.id)]));
  return {
    inText: anchored
      .filter(({ first }) => places.get(first.id) !== undefined)
      .toSorted((one, other) => (places.get(one.first.id) ?? 0) - (places.get(other.first.id) ?? 0)),
    onRecord: threads.filter(({ first }) => first.anchor === undefined),
    unplaced: anchored.filter(({ first }) => places.get(first.id) === undefined),
  };
}
