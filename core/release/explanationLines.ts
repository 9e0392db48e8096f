import type { z } from 'zod';
import type { Explanation as ExplanationSchema } from '../../contract/exchange/bundles.ts';
import { foldedWords } from '../../domain/library/words.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { text } from '../../domain/records/text.ts';
import { type ExplainedRecord, type ReasonCode, sentenceOf } from '../../domain/release/explain.ts';
import { findRecord, type RecordRow, type Rows } from '../records/rows.ts';
import type { FoundMention } from './mentions.ts';

/** An explanation as it crosses the contract: a line a record, in sentences. `held`: records left out as they have them. */
export function explanationLines(
  rows: Rows,
  records: readonly ExplainedRecord[],
  language: 'en' | 'fr',
  { held = 0, mentions = [] }: { held?: number; mentions?: readonly FoundMention[] } = {},
): z.infer<typeof ExplanationSchema> {
  return {
    goes: records.filter(({ goes }) => goes).length,
    withheld: records.filter(({ goes }) => !goes).length,
    held,
    mentions: mentions.map((one) => mentionLine(rows, one)),
    lines: records.map((record) => {
      const reasons = reasonsIn(record);
      return {
        record: RecordId.parse(record.record),
        kind: record.kind,
        title: titleOf(rows, record),
        label: findRecord(rows, record.record)?.handling.label ?? 'TLP:AMBER',
        goes: record.goes,
        conflict: !record.goes && reasons.includes('conflict'),
        numberTwice: !record.goes && reasons.includes('numberTwice'),
        sentences: reasons.map((reason) => sentenceOf(reason, language)),
      };
    }),
  };
}

/** A seat is told apart by who sits there. */
function titleOf(rows: Rows, { kind, record, title }: ExplainedRecord): string {
  if (kind !== 'participant') return title;
  const { person, organisation } = findRecord(rows, record)?.body ?? {};
  const [name = ''] = [person, organisation].flatMap((id) => findRecord(rows, text(id))?.title || []);
  return [name, title].filter((part) => part !== '').join(', ');
}

/** A withheld name in what goes, as it crosses the contract. */
export function mentionLine(rows: Rows, { path: _path, decision, ...mention }: FoundMention) {
  const [name, record] = [findRecord(rows, mention.name), findRecord(rows, mention.record)];
  return {
    ...mention,
    name: RecordId.parse(mention.name),
    nameKind: name?.kind ?? '',
    nameTitle: name?.title ?? '',
    nameLabel: name?.handling.label ?? ('TLP:AMBER' as const),
    record: RecordId.parse(mention.record),
    kind: record?.kind ?? '',
    title: record?.title ?? '',
    mayStand: !isHidden(name, mention.words),
    ...(decision === undefined ? {} : { decision: { ...decision } }),
  };
}

/** Whether these words are the name of somebody who appears under another one, which the audit lets nowhere leave. */
function isHidden(record: RecordRow | undefined, words: string): boolean {
  const hiding = record && kindOf(record.kind)?.anonymity;
  if (record === undefined || hiding === undefined || record.body.anonymity !== 'pseudonym') return false;
  return foldedWords(text(record.body[hiding.name])).join(' ') === foldedWords(words).join(' ');
}

/** Every reason for which a record, or something of it, does not go; each once. */
export function reasonsIn({ reasons, notes, parts, portions }: ExplainedRecord): ReasonCode[] {
  const all = [...reasons, ...notes, ...parts.map((part) => part.reason)];
  if (portions.some((portion) => portion.shown !== 'text')) all.push('portion');
  return [...new Set(all)];
}
