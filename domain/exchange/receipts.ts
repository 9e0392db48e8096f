import { z } from 'zod';
import { RevisionId } from '../records/ids.ts';
import { Minute } from '../records/revision.ts';

/**
 * What an addressee says it did with a bundle: opened it and decided nothing; has all of it; has some of it; declined it;
 * took it back; withdrew it because its sender recalled it.
 */
export const ReceiptState = z.enum(['opened', 'accepted', 'partly', 'declined', 'undone', 'recalled']);
export type ReceiptState = z.infer<typeof ReceiptState>;

/** How much one place can carry, so that it stays within one chunk of an age file (64 KiB). */
export const PLACE_LIMITS = { receipts: 80, lacks: 300, numbers: 200, parents: 200 } as const;

const Count = z.int().nonnegative();

/**
 * A receipt, in the place of a bundle back to the sender, which alone can read it; the manifest's signature covers it.
 * It names the bundle it is for, and of that bundle only.
 */
export const Receipt = z.object({
  bundle: z.uuid(),
  /** The digest under which it was opened. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** When that was done, by the addressee's clock. */
  at: Minute,
  state: ReceiptState,
  /** How many revisions are put aside. */
  aside: Count.optional(),
  /** Of a bundle that was taken in part: the revisions that were not. Absent where there are too many to name. */
  lacks: z.array(RevisionId).max(PLACE_LIMITS.lacks).optional(),
  /** Of a recalled bundle: how many records stay, because something was built upon them. */
  kept: Count.optional(),
});
export type Receipt = z.infer<typeof Receipt>;

/** What an addressee asks of the sender: everything anew, bundles that did not arrive, ancestors it does not know. */
export const Requests = z.object({
  everything: z.literal(true).optional(),
  /** Numbers, in the sequence from the one asked to the one who asks. */
  numbers: z.array(z.int().positive()).max(PLACE_LIMITS.numbers).optional(),
  parents: z.array(RevisionId).max(PLACE_LIMITS.parents).optional(),
});
export type Requests = z.infer<typeof Requests>;

/** A bundle that its sender asks back. */
export const Recall = z.object({
  bundle: z.uuid(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z.string().min(1).max(2000),
});
export type Recall = z.infer<typeof Recall>;

/** Whether a receipt says something else than another, whenever either was written. */
export function saysOther(one: Receipt, other: Receipt): boolean {
  const facts = ({ at: _at, lacks, ...rest }: Receipt) =>
    JSON.stringify([Object.entries(rest).sort(), lacks?.toSorted()]);
  return facts(one) !== facts(other);
}

/**
 * Which of a bundle's revisions its addressee has for certain, by what it said last. Only what is accepted counts: what
 * lies there undecided, was declined, taken back or withdrawn has to be sent again.
 */
export function heldOf<R extends string>(receipt: Pick<Receipt, 'state' | 'lacks'>, inside: Iterable<R>): Iterable<R> {
  if (receipt.state === 'accepted' && receipt.lacks === undefined) return inside;
  if (receipt.state !== 'partly' || receipt.lacks === undefined) return [];
  const lacks = new Set<string>(receipt.lacks);
  return [...inside].filter((id) => !lacks.has(id));
}
