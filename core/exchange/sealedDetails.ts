import { z } from 'zod';
import type { SealedDetails as DetailsSchema } from '../../contract/exchange/bundles.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { ToldPlan } from '../../domain/meetings/told.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { isJsonObject, type JsonObject } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { Audience, AudienceKind } from '../../domain/release/audience.ts';
import { type ExplainedRecord, type Explanation, REASONS, type ReasonCode } from '../../domain/release/explain.ts';
import { partiesOf } from '../../domain/release/parties.ts';
import { explanationLines, reasonsIn } from '../release/explanationLines.ts';
import type { Session } from '../session.ts';
import { entryOf, findSealed } from './bundleList.ts';
import { momentsOf } from './bundleMoments.ts';

/** What is kept of a bundle that was sealed here, beside its manifest. */
const Kept = z.object({
  bytes: z.number(),
  parties: z.array(z.string()).default([]),
  records: z.array(
    z.object({
      record: z.string(),
      kind: z.string(),
      title: z.string(),
      goes: z.boolean(),
      reasons: z.array(z.string()),
    }),
  ),
});

/** What the gate said, how large the file is, whom it was meant for and what plans it told of, to be kept with the bundle. */
export function keptDetails(
  explanation: Explanation | undefined,
  bytes: number,
  audience: Audience,
  plans: readonly ToldPlan[],
): JsonObject {
  const records = (explanation?.records ?? []).map((one) => {
    const { record, kind, title, goes } = one;
    return { record, kind, title, goes, reasons: reasonsIn(one) };
  });
  const told = plans.length === 0 ? {} : { plans };
  const kept = asJson({ bytes, records, parties: partiesOf(audience), ...told });
  return isJsonObject(kept) ? kept : {};
}

/** A bundle sealed here, with what the gate said then. Throws `bundle.missing`. */
export function sealedDetails(session: Session, id: string, language: Language = 'en'): z.infer<typeof DetailsSchema> {
  const { vault } = session;
  const row = findSealed(vault, id);
  if (row === undefined) throw new AmberdeskError('bundle.missing', { bundle: id });
  const entry = entryOf(vault, row, momentsOf(vault, id), false);
  const kept = Kept.safeParse(row.applied === null ? undefined : JSON.parse(row.applied));
  if (!kept.success) return entry;
  const { bytes, records } = kept.data;
  const explanation = explanationLines(vault, records.map(explained), language);
  return { ...entry, bytes, explanation };
}

function explained({ reasons, ...rest }: z.infer<typeof Kept>['records'][number]): ExplainedRecord {
  const known = reasons.filter((reason): reason is ReasonCode => Object.hasOwn(REASONS, reason));
  const none = { go: 0, withheld: [] };
  return { ...rest, reasons: known, parts: [], portions: [], notes: [], revisions: none };
}

/** What the gate said of a bundle sealed here, and for whom that was. Throws `bundle.missing`. */
export function sealedReport({ vault }: Session, id: string) {
  const row = findSealed(vault, id);
  const kept = Kept.safeParse(JSON.parse(row?.applied ?? 'null'));
  if (row === undefined || !kept.success) throw new AmberdeskError('bundle.missing', { bundle: id });
  const { parties, records } = kept.data;
  const audience: AudienceKind = row.audience;
  return { audience, parties, purpose: row.purpose, created: row.created, records: records.map(explained) };
}
