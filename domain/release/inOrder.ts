import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';

/** By order key, equal keys by id: how every list of records and entries is sorted. */
export function byOrder(one: JsonObject, other: JsonObject): number {
  return compare(text(one.order), text(other.order)) || compare(text(one.id), text(other.id));
}

/** By code units, as fractional indexes want it. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
