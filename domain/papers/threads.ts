/** A remark as far as threads are made of them. */
export interface Remark {
  readonly id: string;
  readonly replyTo?: string | undefined;
  readonly resolved: boolean;
  /** When it was made: minutes, UTC. */
  readonly at: string;
}

/** A remark with its answers, the oldest first. */
export interface ThreadOf<R extends Remark> {
  readonly first: R;
  readonly answers: readonly R[];
}

/**
 * Remarks in threads: those that are open first, then the latest. An answer to an answer belongs to the same thread;
 * one whose thread is not here, or that answers in a circle, begins a thread of its own.
 */
export function threadsOf<R extends Remark>(remarks: readonly R[]): ThreadOf<R>[] {
  const byId = new Map<string, R>(remarks.map((remark) => [remark.id, remark]));
  const roots = new Map(remarks.map((remark) => [remark.id, rootOf(remark, byId)]));
  const threads = remarks
    .filter(({ id }) => roots.get(id) === id)
    .map((first) => ({
      first,
      answers: remarks.filter(({ id }) => id !== first.id && roots.get(id) === first.id).toSorted(byTime),
    }));
  return threads.toSorted(
    (one, other) => Number(one.first.resolved) - Number(other.first.resolved) || byTime(other.first, one.first),
  );
}

function rootOf<R extends Remark>(remark: R, byId: ReadonlyMap<string, R>): string {
  const seen = new Set<string>();
  let root = remark;
  for (let next = byId.get(root.replyTo ?? ''); next !== undefined; next = byId.get(root.replyTo ?? '')) {
    if (seen.has(next.id) || next.id === remark.id) return remark.id;
    seen.add(next.id);
    root = next;
  }
  return root.id;
}

function byTime(one: Remark, other: Remark): number {
  return compare(one.at, other.at) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
