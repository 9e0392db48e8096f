import { text } from '../records/text.ts';
import { compare } from './inOrder.ts';
import type { ReleasableRecord } from './material.ts';

/** A place in an open series: item `O2`, paper `CB/8/O2`. */
export interface OpenPlace {
  /** What stands before the number, and what kind of thing is numbered. */
  readonly series: string;
  readonly prefix: string;
  readonly position: number;
}

/** The place that a record has by its open number, or undefined when it has none of the usual form. */
export function openPlaceOf(record: Pick<ReleasableRecord, 'kind' | 'body'>): OpenPlace | undefined {
  const found = /^(.*?O)([1-9]\d{0,5})$/.exec(text(record.body.openNumber));
  if (found === null) return undefined;
  const [, prefix = '', digits = ''] = found;
  return { series: `${record.kind} ${text(record.body.meeting)} ${prefix}`, prefix, position: Number(digits) };
}

/**
 * Open numbers for this output where those given would tell of something withheld: a withheld record has a number of
 * the series before one that goes. The series is then counted anew over what may go, in the order it has. Series
 * without such a gap keep their numbers, and an output of single papers gets the same numbers as the whole book.
 */
export function renumbered(
  records: readonly ReleasableRecord[],
  mayGo: (record: ReleasableRecord) => boolean,
): ReadonlyMap<string, string> {
  const series = new Map<string, { place: OpenPlace; record: ReleasableRecord; goes: boolean }[]>();
  for (const record of records) {
    const place = openPlaceOf(record);
    if (place === undefined) continue;
    const entry = { place, record, goes: mayGo(record) };
    const known = series.get(place.series);
    if (known === undefined) series.set(place.series, [entry]);
    else known.push(entry);
  }
  const numbers = new Map<string, string>();
  for (const entries of series.values()) {
    const going = entries.filter((entry) => entry.goes);
    const taken = new Set(going.map((entry) => entry.place.position));
    const last = Math.max(0, ...taken);
    if (!entries.some(({ goes, place }) => !goes && place.position < last && !taken.has(place.position))) continue;
    going.sort((one, other) => one.place.position - other.place.position || compare(one.record.id, other.record.id));
    for (const [index, { place, record }] of going.entries()) numbers.set(record.id, `${place.prefix}${index + 1}`);
  }
  return numbers;
}
