import { blockId, RichText } from '../papers/richText.ts';
import { textOf } from '../papers/wordsOf.ts';
import { pathOf } from './conflict.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from './json.ts';
import type { FieldRule, RecordKind } from './kind.ts';
import { keysOfAll, own } from './own.ts';
import { text } from './text.ts';
import { type TextPart, textDifferences } from './textDifferences.ts';

/** One place in which two versions differ. */
export interface FieldDifference {
  /** As in conflicts: `title`, `speakers/<entry>/zone`, `body/<block>`. */
  readonly path: string;
  readonly field: string;
  /** Absent: the version does not have it. */
  readonly before?: Json;
  readonly after?: Json;
  /** Where both are text: what changed, word by word. */
  readonly words?: readonly TextPart[];
}

/**
 * In what two versions of a record differ, by field; lists by their entries' fields, documents by their blocks. Kinds
 * that are not known are compared field by field. Blocks and entries that only moved are not listed.
 */
export function differences(kind: RecordKind | undefined, before: JsonObject, after: JsonObject): FieldDifference[] {
  return keysOfAll([before, after]).flatMap((field) =>
    fieldDifferences(kind && own(kind.fields, field), field, own(before, field), own(after, field)),
  );
}

function fieldDifferences(
  rule: FieldRule | undefined,
  field: string,
  before: Json | undefined,
  after: Json | undefined,
): FieldDifference[] {
  if (sameJson(before, after)) return [];
  if (rule?.merge === 'keyedList') {
    const parts = partsOf(before, after, (value) => keyed(value, (entry) => text(own(entry, 'id'))));
    return parts.flatMap(({ id, one, other }) => {
      const path = pathOf(field, id);
      if (one === undefined || other === undefined) return [difference(path, field, one, other)];
      return keysOfAll([one, other])
        .filter((key) => !sameJson(own(one, key), own(other, key)))
        .map((key) => difference(pathOf(path, key), field, own(one, key), own(other, key)));
    });
  }
  if (rule?.merge === 'richText' && bothDocuments(before, after)) {
    const blocks = (value: Json | undefined) => keyed(isJsonObject(value) ? value.content : [], blockId);
    return partsOf(before, after, blocks)
      .filter(({ one, other }) => !sameJson(one, other))
      .map(({ id, one, other }) => difference(pathOf(field, id), field, one, other));
  }
  return [difference(field, field, before, after)];
}

function bothDocuments(...values: (Json | undefined)[]): boolean {
  return values.every((value) => value === undefined || RichText.safeParse(value).success);
}

interface Part {
  readonly id: string;
  readonly one: JsonObject | undefined;
  readonly other: JsonObject | undefined;
}

/** Entries or blocks of both versions by their ids: those of the later one in their order, then those it lost. */
function partsOf(
  before: Json | undefined,
  after: Json | undefined,
  read: (value: Json | undefined) => Map<string, JsonObject>,
): Part[] {
  const [ones, others] = [read(before), read(after)];
  const ids = new Set([...others.keys(), ...ones.keys()]);
  return [...ids].map((id) => ({ id, one: ones.get(id), other: others.get(id) }));
}

function keyed(value: Json | undefined, idOf: (entry: JsonObject) => string | undefined): Map<string, JsonObject> {
  const entries = Array.isArray(value) ? value.filter(isJsonObject) : [];
  return new Map(entries.map((entry) => [idOf(entry) ?? '', entry]));
}

function difference(path: string, field: string, before: Json | undefined, after: Json | undefined): FieldDifference {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  return {
    path,
    field,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(one === undefined || other === undefined ? {} : { words: textDifferences(one, other) }),
  };
}

/** The text of a string or a block; undefined for other values. */
function wordsOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return undefined;
  const document = RichText.safeParse({ type: 'doc', content: [value] });
  return document.success ? textOf(document.data) : undefined;
}
