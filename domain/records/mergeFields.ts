import { type FieldConflict, pathOf, type Side } from './conflict.ts';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from './json.ts';
import type { FieldRule } from './kind.ts';
import { disagreement, type Merged, mergePlain, type Place, readAll, type VersionOf } from './merged.ts';
import { mergeRichText } from './mergeRichText.ts';
import { keysOfAll, objectOf, own, remembered } from './own.ts';
import { type Bases, basesWithin, survivors, weighPresence, winners } from './survivors.ts';

type Rules = Readonly<Record<string, FieldRule>>;

/** One version of an object. Fields that a `partial` one lacks say nothing: it did not remove them. */
export interface ObjectVersion extends VersionOf<JsonObject> {
  readonly partial?: boolean;
}

/**
 * Merges objects field by field. A field without a rule, from a newer version of the product, merges as a plain value.
 * `place` is of the whole object, undefined when that is the record's body.
 */
export function mergeFields(
  versions: readonly ObjectVersion[],
  rules: Rules,
  bases: Bases,
  place?: Place,
): { value: JsonObject; conflicts: FieldConflict[] } {
  const entries: [string, Json | undefined][] = [];
  const conflicts: FieldConflict[] = [];
  for (const key of keysOfAll(versions.map((version) => version.value))) {
    const sides = versions
      .filter(({ value, partial }) => partial !== true || Object.hasOwn(value, key))
      .map(({ version, value }) => ({ version, value: own(value, key) }));
    const path = pathOf(place?.path ?? '', key);
    const merged = mergeField(
      sides,
      own(rules, key),
      basesWithin(bases, (value) => (isJsonObject(value) ? { part: own(value, key) } : null)),
      { path, field: place?.field ?? key, type: place === undefined ? 'scalar' : 'entry' },
    );
    entries.push([key, merged.value]);
    conflicts.push(...merged.conflicts);
  }
  return { value: objectOf(entries), conflicts };
}

/** Merges one field by its rule. Values that do not have the shape of the rule merge as plain values. */
export function mergeField(sides: readonly Side[], rule: FieldRule | undefined, bases: Bases, place: Place): Merged {
  const won = winners(sides, bases, place.path);
  if (won !== undefined) return { value: won[0]?.value, conflicts: [] };
  const merged = mergeByRule(sides, rule, bases, place);
  if (merged === undefined) return mergePlain(sides, bases, place);
  if (rule?.asks !== true || merged.conflicts.some((conflict) => conflict.path === place.path)) return merged;
  return { ...merged, conflicts: [disagreement(sides, bases, place), ...merged.conflicts] };
}

function mergeByRule(
  sides: readonly Side[],
  rule: FieldRule | undefined,
  bases: Bases,
  place: Place,
): Merged | undefined {
  switch (rule?.merge) {
    case 'set':
      return mergeSet(sides, bases, place);
    case 'keyedList':
      return mergeKeyedList(sides, rule.entry ?? {}, bases, place);
    case 'richText':
      return mergeRichText(sides, bases, place);
    case 'scalar':
      return rule.sameWithin === undefined ? undefined : mergeMoments(sides, rule.sameWithin, bases, place);
    default:
      return undefined;
  }
}

/** The earliest of the moments that still stand, where all are within so many minutes; undefined where they are not. */
function mergeMoments(sides: readonly Side[], minutes: number, bases: Bases, place: Place): Merged | undefined {
  const standing = survivors(sides, bases, place.path).map(({ value }) => momentIn(value));
  const [first = Number.NaN, last = Number.NaN] = [Math.min(...standing), Math.max(...standing)];
  if (!(last - first <= minutes * MINUTE)) return undefined;
  return { value: new Date(first).toISOString().replace('.000Z', 'Z'), conflicts: [] };
}

const MINUTE = 60_000;

function momentIn(value: Json | undefined): number {
  return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}

/**
 * The union of what each side has, without what a side that had seen it removed. Where no common ancestor tells
 * added from removed, everything stays and a person is asked.
 */
function mergeSet(sides: readonly Side[], bases: Bases, place: Place): Merged | undefined {
  const read = remembered(elementsOf);
  const sets = readAll(sides, read);
  if (sets === undefined) return undefined;
  const kept: Json[] = [];
  let unsure = false;
  for (const [key, element] of new Map(sets.flatMap((set) => [...set.value]))) {
    const presence = sets.map(({ version, value }) => ({ version, value: value.get(key) }));
    const inBase = basesWithin(bases, (value) => {
      const elements = read(value);
      return elements === undefined ? null : { part: elements.get(key) };
    });
    const weighed = weighPresence(presence, inBase, place.path);
    if (weighed.kept) kept.push(element);
    if (weighed.objecting.length > 0) unsure = true;
  }
  return { value: kept, conflicts: unsure ? [disagreement(sides, bases, place)] : [] };
}

function elementsOf(value: Json | undefined): Map<string, Json> | undefined {
  if (value === undefined) return new Map();
  return Array.isArray(value) ? new Map(value.map((element) => [canonicalJson(element), element])) : undefined;
}

/** Entries by id, each merged field by field, in the order of their fractional index, equal ones by id. */
function mergeKeyedList(sides: readonly Side[], rules: Rules, bases: Bases, place: Place): Merged | undefined {
  const read = remembered(entriesOf);
  const lists = readAll(sides, read);
  if (lists === undefined) return undefined;
  const kept: JsonObject[] = [];
  const conflicts: FieldConflict[] = [];
  for (const id of [...new Set(lists.flatMap((list) => [...list.value.keys()]))].sort()) {
    const entryPlace: Place = { path: pathOf(place.path, id), field: place.field, type: 'entry' };
    const entryBases = basesWithin(bases, (value) => {
      const entries = read(value);
      return entries === undefined ? null : { part: entries.get(id) };
    });
    const entries = lists.map(({ version, value }) => ({ version, value: value.get(id) }));
    const weighed = weighPresence(entries, entryBases, entryPlace.path);
    if (!weighed.kept) continue;
    const present = entries.flatMap(({ version, value }) => (isJsonObject(value) ? [{ version, value }] : []));
    if (weighed.objecting.length > 0) {
      const sides = [...survivors(present, entryBases, entryPlace.path), ...weighed.objecting];
      conflicts.push(disagreement(sides, entryBases, { ...entryPlace, type: 'removed' }));
    }
    const merged = mergeFields(present, rules, entryBases, entryPlace);
    kept.push(merged.value);
    conflicts.push(...merged.conflicts);
  }
  return { value: kept.sort(compareEntries), conflicts };
}

function entriesOf(value: Json | undefined): Map<string, JsonObject> | undefined {
  if (value === undefined) return new Map();
  if (!Array.isArray(value)) return undefined;
  const entries = new Map<string, JsonObject>();
  for (const entry of value) {
    if (!isJsonObject(entry)) return undefined;
    const id = own(entry, 'id');
    if (typeof id !== 'string' || id === '' || entries.has(id)) return undefined;
    entries.set(id, entry);
  }
  return entries;
}

/** Orders a list's entries: by fractional index (`order`), equal ones by id. */
export function compareEntries(one: JsonObject, other: JsonObject): number {
  return compareTexts(one.order, other.order) || compareTexts(one.id, other.id);
}

function compareTexts(one: Json | undefined, other: Json | undefined): number {
  const [left, right] = [typeof one === 'string' ? one : '', typeof other === 'string' ? other : ''];
  return left < right ? -1 : left > right ? 1 : 0;
}
