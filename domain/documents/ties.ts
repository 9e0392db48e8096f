import { digestOf } from '../records/digest.ts';

/** What a place and the references to it are called in one print, by what they are found by. */
export type Ties = ReadonlyMap<string, string>;

/**
 * The places of a sheet to which something in it refers, each with a name that tells nothing of ids, and is the same
 * whatever else is referred to: what did not change is known again (decision 104). Places of what is not in the sheet are not among them. Linear in the sheet.
 */
export function tiesIn(sheet: unknown): Ties {
  const [asked, there] = [new Set<string>(), new Set<string>()];
  const open: unknown[] = [sheet];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Array.isArray(next)) {
      for (let at = next.length - 1; at >= 0; at -= 1) open.push(next[at]);
      continue;
    }
    if ('to' in next && 'href' in next && typeof next.to === 'string') asked.add(next.to);
    if ('anchor' in next && typeof next.anchor === 'string') there.add(next.anchor);
    open.push(...Object.values(next).reverse());
  }
  return new Map([...asked].filter((key) => there.has(key)).map((key) => [key, `ref-${digestOf(key).slice(0, 16)}`]));
}
