import { z } from 'zod';
import { VerifiedHow } from '../../domain/exchange/card.ts';
import { Notice } from '../../domain/exchange/manifest.ts';
import { ReceiptState } from '../../domain/exchange/receipts.ts';
import { Handling, Label } from '../../domain/handling/handling.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { Body } from '../../domain/records/revision.ts';
import { Conflict } from '../records/conflict.ts';

/** How far an installation is trusted here. */
export const TrustState = z.enum(['own', 'unverified', 'verified', 'vouched', 'revoked']);

/** What taking a record of a bundle does to what is here. */
export const BundleChange = z.enum(['new', 'changed', 'conflict', 'deleted', 'known', 'refused', 'unknownKind']);

/**
 * What became of a record of a bundle: not decided, accepted, declined (it can still be taken), put aside because its
 * author is not known, or here before the bundle came.
 */
export const BundleDecision = z.enum(['open', 'accepted', 'declined', 'aside', 'known']);

export const PreviewLine = z.object({
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  label: Label,
  /** As things stand now: what was accepted is known. */
  change: BundleChange,
  /** What it came to when it was accepted; the same as `change` before. */
  brought: BundleChange,
  decision: BundleDecision,
  /** The record is in conflict here now. */
  conflicted: z.boolean(),
  /** What is asked, where there is a conflict: `Due date`. */
  about: z.array(z.string()),
  sentences: z.array(z.string()),
});

/** An installation to which a bundle is addressed. */
export const BundleAddressee = z.object({
  installation: InstallationId,
  name: z.string(),
  organisationName: z.string(),
  own: z.boolean(),
});

export const Preview = z.object({
  bundle: z.string(),
  state: z.enum(['staged', 'accepted', 'declined', 'undone', 'recalled']),
  repeated: z.boolean(),
  sender: z.object({
    installation: InstallationId,
    name: z.string(),
    organisationName: z.string(),
    role: z.string(),
    trust: TrustState,
    digits: z.string(),
    verifiedBy: z.string().optional(),
    verifiedAt: z.string().optional(),
    verifiedHow: VerifiedHow.optional(),
  }),
  /** Empty when the bundle was under a passphrase. */
  addressees: z.array(BundleAddressee),
  purpose: z.string(),
  meeting: RecordId.optional(),
  meetingTitle: z.string().optional(),
  created: z.string(),
  /** When it was opened here. */
  received: z.string().optional(),
  /** Its place in the sequence from this sender; absent under a passphrase. */
  sequence: z.object({ number: z.int(), missing: z.int(), fork: z.boolean() }).optional(),
  /** The strictest label of what is inside. */
  label: Label.optional(),
  attachments: z.int(),
  counts: z.object({
    new: z.int(),
    changed: z.int(),
    conflict: z.int(),
    deleted: z.int(),
    known: z.int(),
    refused: z.int(),
    unknownKind: z.int(),
  }),
  /** What came besides records. It is shown and was carried out when the bundle was opened. */
  words: z.object({
    /** Of bundles sealed here, what the sender did with them. */
    receipts: z.array(z.object({ bundle: z.string(), state: ReceiptState, at: z.string() })),
    /** What the sender asks for. */
    asks: z.object({ everything: z.boolean(), numbers: z.array(z.int()), parents: z.int() }).optional(),
    /** Bundles that the sender recalls; `builtUpon`: records that stay because something was built upon them. */
    recalls: z.array(z.object({ bundle: z.string(), reason: z.string(), here: z.boolean(), builtUpon: z.int() })),
    purges: z.array(z.object({ record: RecordId, reason: z.string(), organisationName: z.string() })),
  }),
  /** Of a notice: what it warns of. */
  notice: Notice.optional(),
  /** What is another in the plans of meetings than was told before, in the sender's words. */
  news: z.array(z.string()),
  /** Ancestors of what is inside that are not here: there is reason to ask for them. */
  unknownParents: z.int(),
  /** What it brought of the network's directory, carried out already: "Bo Ravn (Northmark) is revoked: …" */
  directory: z.array(z.string()),
  /** What a person should know before deciding: a gap in the sequence, a fork. */
  warnings: z.array(z.string()),
  lines: z.array(PreviewLine),
  /** Persons and organisations that the bundle brings and that are likely the same as others, in it or here. */
  duplicates: z.array(
    z.object({
      kind: z.string(),
      one: z.object({ record: RecordId, title: z.string() }),
      other: z.object({ record: RecordId, title: z.string() }),
    }),
  ),
});

const Version = z.object({ body: Body, handling: Handling, deleted: z.boolean() });

/** One record of a bundle, to be read beside what is here. */
export const StagedComparison = z.object({
  line: PreviewLine,
  /** What the record says without the bundle; absent for what is new. */
  before: Version.optional(),
  /** What it says with it; absent for what cannot be taken. */
  after: Version.optional(),
  /** What the sides disagree on. */
  conflicts: z.array(Conflict),
  /** Titles of records that are named and only in the bundle. */
  titles: z.record(z.string(), z.string()),
});
