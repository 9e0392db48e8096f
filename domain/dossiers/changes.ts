/** What became of a paper since an issue of the book. */
export type BookChange = 'added' | 'changed' | 'moved' | 'same';

/** A paper as an issue had it. */
interface Had {
  readonly paper: string;
  readonly version?: string | undefined;
}

/** What a book holds beside what an issue of it held. */
export interface BookChanges<T extends Had> {
  /** By paper. */
  readonly papers: ReadonlyMap<string, { readonly change: BookChange; readonly had?: T }>;
  /** What the issue had and the book has no longer, in the order. */
  readonly withdrawn: readonly T[];
}

/**
 * Sets the papers of a book, in its order, beside those of an issue. Moved is what stands elsewhere among those that both
 * have: as few of them as the new order needs. `isAsItWas`: whether a paper still says what the issue had of it.
 */
export function changesSince<T extends Had>(
  had: readonly T[],
  papers: readonly string[],
  isAsItWas: (had: T) => boolean,
): BookChanges<T> {
  const before = new Map(had.map((one, at) => [one.paper, { one, at }]));
  const now = [...new Set(papers)];
  const kept = now.flatMap((paper) => before.get(paper)?.at ?? []);
  const staying = new Set(longestRising(kept));
  const found = now.map((paper): [string, { change: BookChange; had?: T }] => {
    const then = before.get(paper);
    if (then === undefined) return [paper, { change: 'added' }];
    const { one, at } = then;
    if (!isAsItWas(one)) return [paper, { change: 'changed', had: one }];
    return [paper, { change: staying.has(at) ? 'same' : 'moved', had: one }];
  });
  const held = new Set(now);
  return {
    papers: new Map(found),
    withdrawn: [...before.values()].map(({ one }) => one).filter(({ paper }) => !held.has(paper)),
  };
}

/** A longest run of these numbers that only rises, the numbers being different from each other. */
export function longestRising(numbers: readonly number[]): number[] {
  /** The index of the smallest number that ends a run of each length. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = index;
  }
  const run: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.unshift(numbers[at] ?? 0);
  return run;
}
