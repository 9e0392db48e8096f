import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Json, JsonObject } from '../../../domain/records/json.ts';
import { compareEntries } from '../../../domain/records/mergeFields.ts';
import { objectOf, own } from '../../../domain/records/own.ts';
import { objects, text } from '../../../domain/records/text.ts';

/** The entries of a keyed list, in their order. */
export function entriesOf(value: Json | undefined): JsonObject[] {
  return objects(value).toSorted(compareEntries);
}

export const entryId = (entry: JsonObject): string => text(own(entry, 'id'));
const orderOf = (entry: JsonObject | undefined): string | null => (entry ? text(own(entry, 'order')) || null : null);

/** With a new entry at the end. */
export function addEntry(entries: readonly JsonObject[], id: string, blank: JsonObject): JsonObject[] {
  return placed([...entries, { ...blank, id }], entries.length);
}

export function removeEntry(entries: readonly JsonObject[], id: string): JsonObject[] {
  return entries.filter((entry) => entryId(entry) !== id);
}

/** With one entry's field set; undefined removes it. */
export function changeEntry(
  entries: readonly JsonObject[],
  id: string,
  field: string,
  value: Json | undefined,
): JsonObject[] {
  return entries.map((entry) =>
    entryId(entry) === id
      ? objectOf([...Object.entries(entry).filter(([other]) => other !== field), [field, value]])
      : entry,
  );
}

/** With one entry at another place, counted from 0; only its own order changes, so that moves by others join. */
export function moveEntry(entries: readonly JsonObject[], id: string, to: number): JsonObject[] {
  const moved = entries.find((entry) => entryId(entry) === id);
  if (moved === undefined) return [...entries];
  const others = removeEntry(entries, id);
  const at = Math.max(0, Math.min(to, others.length));
  return placed([...others.slice(0, at), moved, ...others.slice(at)], at);
}

/** Gives the entry at this place an order between its neighbours'; all of them new ones where there is no room. */
function placed(entries: readonly JsonObject[], at: number): JsonObject[] {
  try {
    const order = generateKeyBetween(orderOf(entries[at - 1]), orderOf(entries[at + 1]));
    return entries.map((entry, index) => (index === at ? { ...entry, order } : entry));
  } catch {
    const orders = generateNKeysBetween(null, null, entries.length);
    return entries.map((entry, index) => ({ ...entry, order: orders[index] ?? '' }));
  }
}
