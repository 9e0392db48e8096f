import type { z } from 'zod';
import type { Explanation as ExplanationSchema } from '../../contract/exchange/calls.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { type ExplainedRecord, type Explanation, sentenceOf } from '../../domain/release/explain.ts';

/** An explanation as it crosses the contract: a line a record, in sentences. */
export function explanationLines(explanation: Explanation, language: 'en' | 'fr'): z.infer<typeof ExplanationSchema> {
  return {
    goes: explanation.counts.go,
    withheld: explanation.counts.withheld,
    lines: explanation.records.map((record) => ({
      record: RecordId.parse(record.record),
      kind: record.kind,
      title: record.title,
      goes: record.goes,
      sentences: sentencesOf(record, language),
    })),
  };
}

function sentencesOf(record: ExplainedRecord, language: 'en' | 'fr'): string[] {
  const reasons = [...record.reasons, ...record.notes, ...record.parts.map((part) => part.reason)];
  if (record.portions.some((portion) => portion.shown !== 'text')) reasons.push('portion');
  return [...new Set(reasons)].map((reason) => sentenceOf(reason, language));
}
