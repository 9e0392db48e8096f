import { z } from 'zod';
import { RecordId } from '../records/ids.ts';

/**
 * TLP 2.0 labels (FIRST), strictest first, and PRIVATE for what never leaves an installation. The labels keep their
 * exact written form in every language.
 */
export const LABELS = ['PRIVATE', 'TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;
export const Label = z.enum(LABELS);
export type Label = z.infer<typeof Label>;

/** Who exactly may hold a record. `named` lists organisations and persons; a person of a named organisation counts. */
export const Distribution = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('installation') }),
  z.strictObject({ to: z.literal('named'), organisations: z.array(RecordId), persons: z.array(RecordId) }),
  z.strictObject({ to: z.literal('board') }),
  z.strictObject({ to: z.literal('community') }),
  z.strictObject({ to: z.literal('everyone') }),
]);
export type Distribution = z.infer<typeof Distribution>;

/** A TLP label and a distribution: what receivers may do, and what goes where. */
export const Mark = z.strictObject({ label: Label, distribution: Distribution });
export type Mark = z.infer<typeof Mark>;

/**
 * The handling of one revision of a record.
 * - `originator`: the organisation that wrote it; immutable.
 * - `cleared`: present when the originator loosened the mark: the digest of the body that was cleared, and the mark
 *   that holds again as soon as the body differs.
 * - `expires`: the last day, `2027-05-12`, after which a copy is to be deleted and goes to nobody new.
 *
 * An unknown part is refused, not passed over: from a newer version of the product, it may be a restriction.
 */
export const Handling = z.strictObject({
  label: Label,
  distribution: Distribution,
  originator: RecordId,
  caveats: z.array(z.string()),
  chathamHouse: z.boolean(),
  cleared: z.strictObject({ digest: z.string(), otherwise: Mark }).optional(),
  expires: z.iso.date().optional(),
});
export type Handling = z.infer<typeof Handling>;
