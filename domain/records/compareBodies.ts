import type { Handling } from '../handling/handling.ts';
import { figureOf } from '../papers/figures.ts';
import { type Block, RichText } from '../papers/richText.ts';
import { readableText } from '../papers/wordsOf.ts';
import { longestRising } from './blockOrder.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from './json.ts';
import type { FieldRule, RecordKind } from './kind.ts';
import { keysOfAll, own } from './own.ts';
import { asJson } from './revision.ts';
import { objects, text } from './text.ts';
import { type TextPart, textDifferences } from './textDifferences.ts';

/** What became of one part of a list or document. `moved`: only its place is another one. */
export type PartChange = 'same' | 'added' | 'removed' | 'changed' | 'moved';

/** One entry of a keyed list. */
export interface EntryComparison {
  readonly id: string;
  readonly change: PartChange;
  /** The entry as it is, or as it was when it is removed. */
  readonly entry: JsonObject;
  /** Of changed entries: their fields that differ. */
  readonly fields: readonly FieldComparison[];
}

/** One block of a document. */
export interface BlockComparison {
  readonly id: string;
  readonly change: PartChange;
  /** The type of node: `paragraph`, `heading`, … */
  readonly type: string;
  /** Its words, footnotes in brackets; all `same` where only the form is another one. */
  readonly words: readonly TextPart[];
  /** It stands in another place than before, whether it was changed or not. */
  readonly moved: boolean;
  /** It is a figure of another picture than before. */
  readonly redrawn?: boolean;
}

/** One field in both versions, in the way that shows best what changed in it. */
export type FieldComparison = { readonly field: string; readonly same: boolean } & (
  | { readonly as: 'value'; readonly before: Json | undefined; readonly after: Json | undefined }
  | { readonly as: 'text'; readonly words: readonly TextPart[] }
  | {
      readonly as: 'set';
      readonly kept: readonly Json[];
      readonly added: readonly Json[];
      readonly removed: readonly Json[];
    }
  | { readonly as: 'list'; readonly entries: readonly EntryComparison[] }
  | { readonly as: 'document'; readonly blocks: readonly BlockComparison[] }
);

/**
 * Two versions of a record beside one another, field by field in the order of the kind, then what the kind does not
 * know: all fields that either has, also those that are the same. Kinds that are not known are compared by value.
 */
export function compareBodies(kind: RecordKind | undefined, one: JsonObject, other: JsonObject): FieldComparison[] {
  const known = Object.keys(kind?.fields ?? {});
  const present = new Set(keysOfAll([one, other]));
  const fields = [...known.filter((field) => present.has(field)), ...[...present].filter((f) => !known.includes(f))];
  return fields.map((field) =>
    compareField(field, kind && own(kind.fields, field), own(one, field), own(other, field)),
  );
}

/** What of the handling differs between two versions, under the names that conflicts give (`$handling.label`). */
export function compareHandlings(one: Handling, other: Handling): FieldComparison[] {
  const [before, after] = [one, other].map((handling) => {
    const { distribution, cleared, ...rest } = handling;
    return { ...rest, distribution, ...(cleared === undefined ? {} : { cleared: cleared.otherwise }) };
  });
  const [from, to] = [before, after].map((handling) => asJson(handling ?? {}));
  if (!isJsonObject(from) || !isJsonObject(to)) return [];
  return keysOfAll([from, to]).map((key) => compareField(`$handling.${key}`, undefined, own(from, key), own(to, key)));
}

function compareField(
  field: string,
  rule: FieldRule | undefined,
  before: Json | undefined,
  after: Json | undefined,
): FieldComparison {
  const same = sameJson(before, after);
  if (rule?.merge === 'keyedList') return { field, same, as: 'list', entries: compareEntries(rule, before, after) };
  if (rule?.merge === 'richText') {
    const blocks = compareDocuments(before, after);
    if (blocks !== undefined) return { field, same, as: 'document', blocks };
  }
  if (Array.isArray(before ?? after) && Array.isArray(after ?? before)) {
    return { field, same, as: 'set', ...compareSets(listOf(before), listOf(after)) };
  }
  if (isWords(rule, before) && isWords(rule, after) && (before ?? after) !== undefined) {
    return { field, same, as: 'text', words: textDifferences(text(before), text(after)) };
  }
  return { field, same, as: 'value', before, after };
}

/** Free text, in which single words change: what search reads, and is no link. */
function isWords(rule: FieldRule | undefined, value: Json | undefined): boolean {
  return rule?.search === true && !rule.link && (value === undefined || typeof value === 'string');
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

function compareSets(before: readonly Json[], after: readonly Json[]) {
  const isIn = (list: readonly Json[]) => (value: Json) => list.some((one) => sameJson(one, value));
  return {
    kept: after.filter(isIn(before)),
    added: after.filter((value) => !isIn(before)(value)),
    removed: before.filter((value) => !isIn(after)(value)),
  };
}

function compareEntries(rule: FieldRule, before: Json | undefined, after: Json | undefined): EntryComparison[] {
  const [from, to] = [before, after].map((value) => objects(value).toSorted(byOrder));
  return beside(from ?? [], to ?? [], (entry) => text(own(entry, 'id'))).map(({ id, one, other, moved }) => {
    const entry = other ?? one ?? {};
    if (one === undefined || other === undefined) return { id, change: one ? 'removed' : 'added', entry, fields: [] };
    const fields = keysOfAll([one, other])
      .filter((key) => key !== 'id' && key !== 'order' && !sameJson(own(one, key), own(other, key)))
      .map((key) => compareField(key, own(rule.entry ?? {}, key), own(one, key), own(other, key)));
    return { id, change: fields.length > 0 ? 'changed' : moved ? 'moved' : 'same', entry, fields };
  });
}

function byOrder(one: JsonObject, other: JsonObject): number {
  const [a, b] = [text(own(one, 'order')), text(own(other, 'order'))];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Undefined when one of the two is something else than a document. */
function compareDocuments(before: Json | undefined, after: Json | undefined): BlockComparison[] | undefined {
  const [from, to] = [before, after].map(blocksOf);
  if (from === undefined || to === undefined) return undefined;
  return beside(from, to, (block) => block.attrs.id).map(({ id, one, other, moved }) => {
    const type = (other ?? one)?.type ?? '';
    const words = wordsBetween(one, other);
    if (one === undefined || other === undefined)
      return { id, change: one ? 'removed' : 'added', type, words, moved: false };
    const redrawn = one.type === 'figure' && type === 'figure' && figureOf(one).file !== figureOf(other).file;
    const change = sameJson(one, other) ? (moved ? 'moved' : 'same') : 'changed';
    return { id, change, type, words, moved, ...(redrawn ? { redrawn } : {}) };
  });
}

function blocksOf(value: Json | undefined): readonly Block[] | undefined {
  if (value === undefined) return [];
  const document = RichText.safeParse(value);
  return document.success ? document.data.content : undefined;
}

function wordsBetween(one: Block | undefined, other: Block | undefined): readonly TextPart[] {
  const [before, after] = [one, other].map((block) => (block ? readable(block) : ''));
  return textDifferences(before ?? '', after ?? '').filter((part) => part.text !== '');
}

/** The words of a block; before those of a caption what there is to see, which is all that tells of some figures. */
function readable(block: Block): string {
  const words = readableText({ type: 'doc', content: [block] });
  const { alt } = figureOf(block);
  return block.type === 'figure' && alt !== '' ? `[${alt}] ${words}` : words;
}

interface Pair<T> {
  readonly id: string;
  readonly one: T | undefined;
  readonly other: T | undefined;
  readonly moved: boolean;
}

/**
 * The parts of both versions in the order of the later one, those that it lost after what stood before them. `moved`
 * are the fewest parts that explain the other order.
 */
function beside<T>(from: readonly T[], to: readonly T[], idOf: (part: T) => string): Pair<T>[] {
  const ones = new Map(from.map((part) => [idOf(part), part]));
  const others = new Map(to.map((part) => [idOf(part), part]));
  const places = new Map([...ones.keys()].map((id, index) => [id, index]));
  const kept = [...others.keys()].filter((id) => ones.has(id));
  const resting = new Set(longestRising(kept, (id) => places.get(id) ?? 0));
  const lost = Map.groupBy(
    [...ones.keys()].filter((id) => !others.has(id)),
    (id) => lastBefore([...ones.keys()], id, resting),
  );
  const pair = (id: string): Pair<T> => {
    const [one, other] = [ones.get(id), others.get(id)];
    return { id, one, other, moved: one !== undefined && other !== undefined && !resting.has(id) };
  };
  const pairs = (ids: readonly string[] | undefined) => (ids ?? []).map(pair);
  return [...pairs(lost.get(undefined)), ...[...others.keys()].flatMap((id) => [pair(id), ...pairs(lost.get(id))])];
}

/** The last part before this one that stands in both versions where it stood. */
function lastBefore(order: readonly string[], id: string, resting: ReadonlySet<string>): string | undefined {
  return order.slice(0, order.indexOf(id)).findLast((one) => resting.has(one));
}
