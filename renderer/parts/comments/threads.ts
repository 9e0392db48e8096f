import type { z } from 'zod';
import type { Writer } from '../../../contract/records/past.ts';

/** A comment as it is shown. */
export interface CommentRow {
  readonly id: string;
  readonly text: string;
  readonly replyTo: string | undefined;
  readonly resolved: boolean;
  /** The words that it is about; empty when it is about the whole record. */
  readonly quote: string;
  /** When it was made: minutes, UTC. */
  readonly at: string;
  readonly shared: boolean;
  readonly who: z.output<typeof Writer> | undefined;
  /** This person wrote it. */
  readonly own: boolean;
}

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
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
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
