import { AmberdeskError } from '../errors.ts';
import { LABELS, type Label } from '../handling/handling.ts';
import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import type { ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { dateInWords } from './dates.ts';
import type { PrintOptions } from './printRequest.ts';
import { type PrintWords, wordsFor } from './words.ts';

/** The released record of this kind. Throws `release.withheld` when the release does not hold it. */
export function requireReleased(release: Release, id: string, kind: string): ReleasedRecord {
  const record = releasedRecord(release, id);
  if (record === undefined || record.kind !== kind) throw new AmberdeskError('release.withheld', { record: id });
  return record;
}

/** The network of the release: its name, and EXERCISE in the language of the document where it is one. */
export function networkOf(release: Release, words: PrintWords): { name: string; exercise: string } {
  const body = releasedOfKind(release, 'network')[0]?.body ?? {};
  const name = text(body.shortName) || text(body.name);
  return {
    name: name === '' ? words.board : `${words.board}, ${name}`,
    exercise: body.exercise === true ? words.exercise : '',
  };
}

/** What an organisation or person is called on paper; empty when it is not in the release. */
export function nameOf(release: Release, id: string): string {
  const record = releasedRecord(release, id);
  return record === undefined ? '' : text(record.body.shortName) || text(record.body.name);
}

/** The names of those in the release, in the order given. */
export function namesOf(release: Release, ids: readonly string[]): string[] {
  return ids.map((id) => nameOf(release, id)).filter((name) => name !== '');
}

/** The strictest of labels; TLP:CLEAR for none. */
export function strictest(labels: readonly Label[]): Label {
  return LABELS.find((label) => labels.includes(label)) ?? 'TLP:CLEAR';
}

/** The entries of a keyed list in their order; equal keys by id. */
export function inOrder(entries: readonly JsonObject[]): JsonObject[] {
  return [...entries].sort(
    (one, other) => compare(text(one.order), text(other.order)) || compare(text(one.id), text(other.id)),
  );
}

/** Released records by their `order`; equal keys by id. */
export function recordsInOrder(records: readonly ReleasedRecord[]): ReleasedRecord[] {
  return [...records].sort(
    (one, other) => compare(text(one.body.order), text(other.body.order)) || compare(one.id, other.id),
  );
}

/** Order by code units: the same everywhere, whatever the locale. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** When a copy is to be deleted, to stand beside its mark; nothing where it is not. */
export function lastDay({ expires }: Pick<ReleasedRecord, 'expires'>, { language }: PrintOptions): string[] {
  return expires === undefined ? [] : [wordsFor(language).deleteAfter(dateInWords(expires, language))];
}

/** `07` for the foot and the watermark. */
export function copyNumber(options: PrintOptions): string {
  return String(options.copy?.number ?? 0).padStart(2, '0');
}

/** What stands in the foot and across the page of a numbered copy. */
export function copyWords(options: PrintOptions, words: PrintWords): { foot: string[]; watermark: string } {
  if (options.copy === undefined) return { foot: [], watermark: '' };
  const number = copyNumber(options);
  return {
    foot: [words.copy(number, options.copy.recipient)],
    watermark: words.copyMark(number, options.copy.recipient),
  };
}
