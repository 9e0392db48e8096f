import { kindOf } from '../records/kinds.ts';
import { objects, text } from '../records/text.ts';
import type { Material } from '../release/material.ts';
import type { Release } from '../release/release.ts';
import { type Leak, MOST } from './audit.ts';
import { stringsIn } from './passages.ts';
import { auditWords } from './words.ts';

/**
 * Words that may not stand in what goes, not even where they stand in it by their own right: what was blacked out in a
 * redacted version, however short; the name of somebody who appears under another one.
 */
export interface FirmlyHeld {
  readonly text: string;
  /** The record they are of. */
  readonly record: string;
  /** The record in which they may not stand; in none, when absent. */
  readonly within?: string;
}

/** What was blacked out in the redacted versions of papers. */
export function* blackedOutIn({ records }: Material): Generator<FirmlyHeld> {
  for (const { kind, body, deleted } of records) {
    if (kind !== 'redaction' || deleted) continue;
    const version = text(body.version);
    for (const { words } of objects(body.passages)) yield { text: text(words), record: version, within: version };
  }
}

/** The names, now and before, of those who appear to the audience under another one; and of what stands for them elsewhere. */
export function* ownNamesIn(
  { records, histories }: Material,
  veils: ReadonlyMap<string, unknown>,
): Generator<FirmlyHeld> {
  if (veils.size === 0) return;
  for (const { id, kind, body } of records) {
    const field = veils.has(id) ? kindOf(kind)?.anonymity?.name : undefined;
    if (field === undefined) continue;
    const names = [body, ...(histories?.get(id) ?? []).map((revision) => revision.body)].map((one) => text(one[field]));
    for (const name of new Set(names)) yield { text: name, record: id };
  }
}

/** `own`: the id that a record of the release has here. */
export function firmLeaks(
  held: Iterable<FirmlyHeld>,
  { documents, revisions }: Pick<Release, 'documents' | 'revisions'>,
  own: (id: string) => string,
): Leak[] {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly held: FirmlyHeld }[]>();
  for (const one of held) {
    const words = auditWords(one.text);
    const [first] = words;
    if (first === undefined) continue;
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [{ words, held: one }]);
    else known.push({ words, held: one });
  }
  const leaks = new Map<string, Leak>();
  if (byFirst.size === 0) return [];
  const look = (id: string, value: Parameters<typeof stringsIn>[0]): void => {
    for (const string of stringsIn(value)) {
      const read = auditWords(string);
      for (const [at, word] of read.entries()) {
        for (const { words, held: one } of byFirst.get(word) ?? []) {
          if (one.within !== undefined && one.within !== id) continue;
          if (!words.every((next, index) => read[at + index] === next)) continue;
          const leak: Leak = { place: 'a text that goes', is: 'words', record: one.record, within: id };
          if (leaks.size < MOST) leaks.set(`${one.record} ${id}`, leak);
        }
      }
    }
  };
  for (const { id, title, body } of documents) look(own(id), [title, body]);
  for (const { revision } of revisions) look(revision.record, revision.body);
  return [...leaks.values()];
}
