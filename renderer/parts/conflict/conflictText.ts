import { blockText } from '../../../domain/papers/plainText.ts';
import { keysOf } from '../../../domain/records/conflict.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../domain/records/json.ts';
import { own } from '../../../domain/records/own.ts';
import { objects } from '../../../domain/records/text.ts';
import { type TextPart, textDifferences } from '../../../domain/records/textDifferences.ts';
import type { Conflict, ConflictSide } from './answers.ts';

/** What a side changed: from what was before, or from what the first side says. Undefined for what is no text. */
export function differencesOf(
  base: string | undefined,
  group: readonly ConflictSide[],
  groups: readonly (readonly ConflictSide[])[],
): TextPart[] | undefined {
  const words = textOf(group[0]?.value);
  if (words === undefined) return undefined;
  const first = groups.map((other) => textOf(other[0]?.value)).find((other) => other !== undefined);
  const parts = textDifferences(base ?? first ?? words, words);
  const kept = parts.reduce((sum, part) => sum + (part.type === 'same' ? part.text.trim().length : 0), 0);
  return kept < words.length * ALIKE ? [{ type: 'same', text: words }] : parts;
}

/** A text that has less than this share of its words from before is read whole: the differences would say nothing. */
const ALIKE = 0.35;

/** The text of a value that is worth comparing word by word; undefined for others. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value.includes(' ') ? value : undefined;
  return isJsonObject(value) && typeof value.type === 'string' && value.type !== 'doc' && isJsonObject(value.attrs)
    ? blockText(value)
    : undefined;
}

/** Texts longer than this are read side by side, and chosen below them. */
const SHORT = 80;

/** Whether a question is about texts that are read, rather than values that are seen at once. */
export function isAboutText({ type, sides }: Conflict): boolean {
  if (type === 'block' || type === 'removed') return sides.some(({ value }) => textOf(value) !== undefined);
  return sides.some(({ value }) => (textOf(value)?.length ?? 0) > SHORT);
}

/** Which paragraph of its text a question is about, from 1, headings not counted; undefined for other questions. */
export function paragraphOf({ type, field, path }: Conflict, body: JsonObject | undefined): number | undefined {
  if ((type !== 'block' && type !== 'removed') || body === undefined) return undefined;
  const document = own(body, field);
  if (!isJsonObject(document) || document.type !== 'doc') return undefined;
  const id = keysOf(path).at(-1);
  const paragraphs = objects(document.content).filter(({ type: block }) => block !== 'heading');
  const at = paragraphs.findIndex(({ attrs }) => isJsonObject(attrs) && attrs.id === id);
  return at < 0 ? undefined : at + 1;
}

/** What is seen at once before what has to be read, and the passages of a text as they follow one another. */
export function inReadingOrder(asked: readonly Conflict[], body: JsonObject): Conflict[] {
  const rank = (conflict: Conflict) => (isAboutText(conflict) ? 1 + (paragraphOf(conflict, body) ?? 0) : 0);
  return asked.toSorted((one, other) => rank(one) - rank(other));
}

/** The entry of a list that a question is about, as it stands now; undefined for other questions. */
export function entryOf({ type, field, path }: Conflict, body: JsonObject | undefined): JsonObject | undefined {
  if ((type !== 'entry' && type !== 'removed') || body === undefined) return undefined;
  const [, id] = keysOf(path);
  return objects(own(body, field)).find((entry) => own(entry, 'id') === id);
}

/** Which place, from 1, an entry would have in its list by this fractional index, and of how many. */
export function placeOf(
  conflict: Conflict,
  body: JsonObject | undefined,
  order: Json | undefined,
): { readonly at: number; readonly of: number } | undefined {
  const entry = entryOf(conflict, body);
  if (entry === undefined || body === undefined || typeof order !== 'string') return undefined;
  const others = objects(own(body, conflict.field)).filter((other) => other !== entry);
  const before = others.filter((other) => typeof other.order === 'string' && other.order < order).length;
  return { at: before + 1, of: others.length + 1 };
}
