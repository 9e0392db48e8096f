/** The number in “37”, “p. 37” or “page 37”; undefined where there is none, or none of a book. */
export function pageOf(typed: string): number | undefined {
  const found = /^\s*(?:\p{L}+\.?\s*)?(\d{1,5})\s*$/u.exec(typed)?.[1];
  return found === undefined ? undefined : Number(found);
}

export interface Placed {
  readonly paper: string;
  readonly pages?: { readonly first: number; readonly last: number } | undefined;
}

/** The paper that stands on a page; a leaf between two, such as a tab, belongs to the paper behind it. */
export function paperOnPage(papers: readonly Placed[], page: number | undefined): string | undefined {
  if (page === undefined) return undefined;
  const placed = papers.flatMap(({ paper, pages }) => (pages === undefined ? [] : [{ paper, ...pages }]));
  placed.sort((one, other) => one.first - other.first);
  return placed.find(({ last }) => page <= last)?.paper;
}
