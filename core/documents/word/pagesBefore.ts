import { createHash } from 'node:crypto';

/** Parts of files that are remembered, at most: those of several books. */
const MOST = 2_000;

/** How many pages parts of Word files took in this thread, by the digest of what they follow from; asked for last, at the end. */
const found = new Map<string, number>();

/** How many pages something takes that is laid out from `from` and nothing else. None of its words are kept. */
export function pagesBefore(from: string, count: () => number): number {
  const name = createHash('sha256').update(from).digest('base64');
  const pages = found.get(name) ?? count();
  found.delete(name);
  found.set(name, pages);
  const [oldest] = found.keys();
  if (found.size > MOST && oldest !== undefined) found.delete(oldest);
  return pages;
}

/** Forgets it all, as the end of a thread does. */
export function forgetPages(): void {
  found.clear();
}
