/**
 * The order of a text's blocks, made from the orders of several sides. Gives every id of `kept` exactly once.
 *
 * Blocks that no side moved keep the order of the base. Every other block stands where its side put it: after the
 * block that precedes it there and was not moved by another side, the first side's before the next one's, never
 * interleaved. A block that several sides moved or added follows the first of them. So a side's order is taken whole
 * when no other side changed it.
 *
 * @param orders the ids of each side, in the order of the sides' versions
 * @param base the ids before the sides parted; empty when nobody can say
 */
export function mergeOrder(
  orders: readonly (readonly string[])[],
  base: readonly string[],
  kept: ReadonlySet<string>,
): string[] {
  const placedBy = placers(orders, base);
  const next = linked(base.filter((id) => kept.has(id) && !placedBy.has(id)));
  const before = new Set(base);
  orders.forEach((order, side) => {
    const own = new Set(order);
    const wentElsewhere = (id: string) => before.has(id) && (placedBy.get(id) ?? side) !== side;
    let cursor = START;
    for (const id of order) {
      if (next.has(id)) {
        if (!wentElsewhere(id)) cursor = id;
      } else if (kept.has(id) && placedBy.get(id) === side) {
        cursor = skipForeign(next, cursor, (other) => placedBy.has(other) && !own.has(other));
        insertAfter(next, cursor, id);
        cursor = id;
      }
    }
  });
  return listed(next);
}

/** No block has an empty id, so it can stand for the place before the first one. */
const START = '';

/** Which side says where a block stands: the first that moved it, or that added it. None for blocks at rest. */
function placers(orders: readonly (readonly string[])[], base: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map(base.map((id, index) => [id, index]));
  const placedBy = new Map<string, number>();
  orders.forEach((order, side) => {
    const known = order.filter((id) => positions.has(id));
    const resting = new Set(longestRising(known, (id) => positions.get(id) ?? 0));
    for (const id of order) if (!resting.has(id) && !placedBy.has(id)) placedBy.set(id, side);
  });
  return placedBy;
}

/** A longest subsequence whose ranks rise (patience sorting, n log n). */
export function longestRising(ids: readonly string[], rank: (id: string) => number): string[] {
  const tails: string[] = [];
  const before = new Map<string, string | undefined>();
  for (const id of ids) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = tails[middle];
      if (tail !== undefined && rank(tail) < rank(id)) low = middle + 1;
      else high = middle;
    }
    before.set(id, tails[low - 1]);
    tails[low] = id;
  }
  const rising: string[] = [];
  for (let id = tails.at(-1); id !== undefined; id = before.get(id)) rising.push(id);
  return rising.reverse();
}

type Chain = Map<string, string | undefined>;

function linked(ids: readonly string[]): Chain {
  const next: Chain = new Map();
  let last = START;
  for (const id of ids) {
    next.set(last, id);
    last = id;
  }
  return next.set(last, undefined);
}

function insertAfter(next: Chain, cursor: string, id: string): void {
  next.set(id, next.get(cursor));
  next.set(cursor, id);
}

function skipForeign(next: Chain, from: string, isForeign: (id: string) => boolean): string {
  let cursor = from;
  for (let id = next.get(cursor); id !== undefined && isForeign(id); id = next.get(id)) cursor = id;
  return cursor;
}

function listed(next: Chain): string[] {
  const ids: string[] = [];
  for (let id = next.get(START); id !== undefined; id = next.get(id)) ids.push(id);
  return ids;
}
