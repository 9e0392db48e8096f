import type { z } from 'zod';
import type { Note } from '../../../contract/papers/calls.ts';

/** A comment or a private note, as it is shown. */
export type CommentRow = z.input<typeof Note>;

/** A comment with its answers, the oldest first. */
export interface Thread {
  readonly first: CommentRow;
  readonly answers: readonly CommentRow[];
}

/**
 * Comments in threads: those that are open first, then the latest. An answer to an answer belongs to the same thread;
 * one whose thread is not here, or that answers in a circle, begins a thread of its own.
 */
export function threadsOf(comments: readonly CommentRow[]): Thread[] {
  const byId = new Map<string, CommentRow>(comments.map((comment) => [comment.id, comment]));
  const roots = new Map(comments.map((comment) => [comment.id, rootOf(comment, byId)]));
  const threads = comments
    .filter(({ id }) => roots.get(id) === id)
    .map((first) => ({
      first,
      answers: comments.filter(({ id }) => id !== first.id && roots.get(id) === first.id).toSorted(byTime),
    }));
  return threads.toSorted(
    (one, other) => Number(one.first.resolved) - Number(other.first.resolved) || byTime(other.first, one.first),
  );
}

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

function rootOf(comment: CommentRow, byId: ReadonlyMap<string, CommentRow>): string {
  const seen = new Set<string>();
  let root = comment;
  for (let next = byId.get(root.replyTo ?? ''); next !== undefined; next = byId.get(root.replyTo ?? '')) {
    if (seen.has(next.id) || next.id === comment.id) return comment.id;
    seen.add(next.id);
    root = next;
  }
  return root.id;
}

function byTime(one: CommentRow, other: CommentRow): number {
  return compare(one.at, other.at) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
