import type { Handling } from '../handling/handling.ts';
import { blockText } from '../papers/plainText.ts';
import { fieldName, type Language } from '../records/fieldNames.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from '../records/json.ts';
import type { RecordKind } from '../records/kind.ts';
import { own } from '../records/own.ts';
import { type RecordName, valueWords } from '../records/valueWords.ts';

/** A version of a record, as far as people compare it. */
export interface Compared {
  readonly body: JsonObject;
  readonly handling: Handling;
}

/** Values longer than this are not quoted whole in a sentence. */
const LONGEST = 160;

/**
 * What changed from one version of a record to another, a sentence a field: "Due date: 15 May 2027, before 30 June
 * 2027." Texts are compared by the number of words that came and went. An empty list when nothing changed.
 */
export function changeWords(
  kind: RecordKind | undefined,
  before: Compared,
  after: Compared,
  recordName: RecordName,
  language: Language,
): string[] {
  const sentences: string[] = [];
  const fields = [...new Set([...Object.keys(before.body), ...Object.keys(after.body)])].sort();
  for (const field of fields) {
    const [was, is] = [own(before.body, field), own(after.body, field)];
    if (!field.startsWith('$') && !sameJson(was, is))
      sentences.push(fieldSentence(kind, field, was, is, recordName, language));
  }
  for (const field of ['label', 'distribution', 'caveats', 'chathamHouse', 'expires'] as const) {
    if (sameJson(before.handling[field], after.handling[field])) continue;
    const path = `$handling.${field}`;
    sentences.push(fieldSentence(kind, path, before.handling[field], after.handling[field], recordName, language));
  }
  return sentences;
}

function fieldSentence(
  kind: RecordKind | undefined,
  field: string,
  was: Json | undefined,
  is: Json | undefined,
  recordName: RecordName,
  language: Language,
): string {
  const french = language === 'fr';
  const heading = `${fieldName(kind?.name, field, language)}${french ? '\u00a0: ' : ': '}`;
  if (isDocument(was) || isDocument(is)) return `${heading}${textWords(was, is, french)}`;
  const context = { kind: kind?.name, field, language, recordName };
  const [now, then] = [valueWords(is, context), valueWords(was, context)];
  if (now.length > LONGEST || then.length > LONGEST) return `${heading}${french ? 'modifié' : 'changed'}.`;
  return `${heading}${now}, ${french ? 'auparavant' : 'before'} ${then}.`;
}

function isDocument(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && value.type === 'doc';
}

/**
 * How many words came and went. Counted as a bag, not compared in their order: a preview may have thousands of texts,
 * and whoever wants to see the difference opens it.
 */
function textWords(was: Json | undefined, is: Json | undefined, french: boolean): string {
  const balance = new Map<string, number>();
  const [then, now] = withoutSameEnds(blocksOf(was), blocksOf(is));
  for (const word of wordsOf(now)) balance.set(word, (balance.get(word) ?? 0) + 1);
  for (const word of wordsOf(then)) balance.set(word, (balance.get(word) ?? 0) - 1);
  let [added, removed] = [0, 0];
  for (const difference of balance.values()) {
    if (difference > 0) added += difference;
    else removed -= difference;
  }
  if (added + removed === 0) return french ? 'ordre ou présentation modifiés.' : 'order or form changed.';
  if (french) return `${counted(added, 'mot ajouté', 'mots ajoutés')}, ${counted(removed, 'supprimé', 'supprimés')}.`;
  return `${counted(added, 'word', 'words')} added, ${removed} removed.`;
}

function blocksOf(value: Json | undefined): readonly Json[] {
  return isDocument(value) && Array.isArray(value.content) ? value.content : [];
}

/** Two lists without what is the same at their beginnings and at their ends: most of a text, where a part was edited. */
function withoutSameEnds(was: readonly Json[], is: readonly Json[]): [readonly Json[], readonly Json[]] {
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && sameJson(was[start], is[start])) start += 1;
  let end = 0;
  while (end < shorter - start && sameJson(was.at(-1 - end), is.at(-1 - end))) end += 1;
  return [was.slice(start, was.length - end), is.slice(start, is.length - end)];
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function wordsOf(blocks: readonly Json[]): string[] {
  return blocks.flatMap((block) => blockText(block).split(/\s+/)).filter((word) => word !== '');
}
