import type { Label } from '../handling/handling.ts';
import { fieldName, type Language } from '../records/fieldNames.ts';
import { kindOf } from '../records/kinds.ts';
import { valueName } from '../records/valueNames.ts';
import { valueWords } from '../records/valueWords.ts';
import { type Release, releasedRecord } from '../release/release.ts';
import { paperSheet } from './paperSheet.ts';
import { USUAL_PRINT } from './printRequest.ts';
import { strictest } from './releasedParts.ts';
import { blocksText, named, paperText } from './sheetText.ts';
import { wordsFor } from './words.ts';

export interface RecordText {
  readonly text: string;
  /** The strictest of what is in it: a portion may be stricter than its paper. */
  readonly label: Label;
}

/**
 * A released record as plain text, under its mark: a paper as it prints, anything else field by field. `blocks`: of a
 * paper, these blocks alone. Undefined for what the release does not hold.
 */
export function recordText(
  release: Release,
  id: string,
  language: Language,
  blocks?: readonly string[],
): RecordText | undefined {
  const record = releasedRecord(release, id);
  if (record === undefined) return undefined;
  if (record.kind === 'paper') {
    const sheet = paperSheet(release, record.id, { ...USUAL_PRINT, language, only: blocks });
    if (blocks === undefined) return { text: paperText(sheet), label: sheet.label };
    const label = strictest([record.label, ...sheet.blocks.flatMap(({ mark }) => (mark === '' ? [] : [mark]))]);
    const outside = record.body.provenance === 'outside' ? [wordsFor(language).fromOutside] : [];
    return { text: [label, ...outside, ...record.caveats, '', blocksText(sheet.blocks)].join('\n'), label };
  }
  const fields = kindOf(record.kind)?.fields ?? {};
  const lines = Object.entries(record.body)
    .filter(([field, value]) => Object.hasOwn(fields, field) && !SILENT.has(field) && value !== null && value !== '')
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .map(([field, value]) => {
      const words = valueWords(value, {
        kind: record.kind,
        field,
        language,
        alone: true,
        recordName: (other) => releasedRecord(release, other)?.title ?? '',
      });
      return named(fieldName(record.kind, field, language), words, language);
    });
  const text = [[record.label, ...record.caveats].join(' · '), record.title, ...lines];
  return { text: text.filter((line) => line !== '').join('\n'), label: record.label };
}

/** Places in an order are no words. */
const SILENT: ReadonlySet<string> = new Set(['order', 'anchor', 'placeholder']);

/** What every such text may have, whatever is in it: the names of fields and of fixed values. */
export function usualInText(release: Release): string[] {
  return release.documents.flatMap(({ kind, body }) =>
    Object.entries(body).flatMap(([field, value]) =>
      (['en', 'fr'] as const).flatMap((language) => [
        fieldName(kind, field, language),
        typeof value === 'string' ? (valueName(kind, field, value, language) ?? '') : '',
      ]),
    ),
  );
}
