import { RichText } from '../papers/richText.ts';
import { textOf } from '../papers/wordsOf.ts';
import type { FieldConflict } from '../records/conflict.ts';
import { ALIASES } from '../records/deletion.ts';
import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import type { FieldRule, RecordKind } from '../records/kind.ts';
import { own } from '../records/own.ts';
import { objects } from '../records/text.ts';
import { foldedWords } from './words.ts';

/** Ids and digests: not words that anybody looks for. */
const IDENTIFIER = /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * The text by which a record is found, apart from what its title says already: the fields that its kind offers to
 * search, all words of fields and kinds that this version does not know, both sides of every open conflict, and what the
 * records were called that were joined with it (`former`). One line a passage, in an order that does not depend on that
 * of the body's keys.
 */
export function searchText(
  kind: RecordKind | undefined,
  body: JsonObject,
  title = '',
  conflicts: readonly FieldConflict[] = [],
  former: readonly string[] = [],
): string {
  const passages: string[] = [];
  const rules = kind?.fields ?? {};
  const unknown = Object.keys(body).filter((name) => !Object.hasOwn(rules, name) && name !== ALIASES);
  for (const name of [...Object.keys(rules), ...unknown.sort()]) {
    const value = own(body, name);
    if (value !== undefined) collectField(own(rules, name), value, passages);
  }
  for (const conflict of conflicts) for (const side of conflict.sides) collectWords(side.value, passages);
  passages.push(...former);
  return passages.filter((passage) => !isSaidIn(title, passage)).join('\n');
}

/** Whole words only: `n` is not said in `Any`. */
function isSaidIn(title: string, passage: string): boolean {
  return passage.length <= title.length && spaced(title).includes(spaced(passage));
}

function spaced(text: string): string {
  return ` ${foldedWords(text).join(' ')} `;
}

function collectField(rule: FieldRule | undefined, value: Json, passages: string[]): void {
  if (rule === undefined) {
    collectWords(value, passages);
  } else if (rule.entry !== undefined) {
    for (const entry of objects(value)) {
      for (const name of Object.keys(entry).sort()) {
        if (name !== 'id') collectField(own(rule.entry, name), entry[name] ?? null, passages);
      }
    }
  } else if (rule.search) {
    const document = rule.merge === 'richText' ? RichText.safeParse(value) : undefined;
    if (document?.success) passages.push(textOf(document.data));
    else collectWords(value, passages);
  }
}

/** Every string in a value whose meaning is not known, ids apart. */
function collectWords(value: Json | undefined, passages: string[]): void {
  if (typeof value === 'string') {
    if (!IDENTIFIER.test(value)) passages.push(value);
  } else if (Array.isArray(value)) {
    for (const entry of value) collectWords(entry, passages);
  } else if (isJsonObject(value)) {
    for (const entry of Object.values(value)) collectWords(entry, passages);
  }
}
