import { z } from 'zod';
import { ReceiptState } from '../../domain/exchange/receipts.ts';
import { InstallationId, RecordId, RevisionId } from '../../domain/records/ids.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call, jobInput, NOTHING } from '../call.ts';
import { TrustState } from './received.ts';

/** An installation, as lists of the exchange name it. */
export const Party = z.object({
  installation: InstallationId,
  name: z.string(),
  /** Absent where no card of it is here. */
  organisation: RecordId.optional(),
  organisationName: z.string(),
});

/**
 * Where a bundle stands with one addressee: sealed and nothing heard; missing (a later one was acknowledged, this one
 * was not); or what the addressee said it did.
 */
const Place = z.enum(['sealed', 'missing', ...ReceiptState.options]);

const Cell = z.object({
  bundle: z.string(),
  installation: InstallationId,
  /** In the sequence from here to this addressee. */
  number: z.int(),
  is: Place,
  /** When the addressee did that: minutes, UTC, by its clock. */
  at: z.string().optional(),
  /** Days since it was sealed without a word; 0 once there is one. */
  days: z.int(),
  /** Revisions that were put aside there. */
  aside: z.int(),
  /** Of a recalled bundle: records that stay there because something was built upon them. */
  kept: z.int(),
  /** It was recalled from here, and whether the addressee has answered. */
  recall: z.enum(['asked', 'answered']).optional(),
});

const SentBundle = z.object({
  bundle: z.string(),
  purpose: z.string(),
  meeting: RecordId.optional(),
  meetingTitle: z.string().optional(),
  created: z.string(),
  records: z.int(),
  attachments: z.int(),
  recalled: z.object({ reason: z.string(), at: z.string() }).optional(),
});

const Addressee = Party.extend({
  trust: TrustState,
  /** When the addressee last said something about a bundle from here. */
  heard: z.string().optional(),
  /** Bundles of which nothing was heard. */
  silent: z.int(),
});

/** Bundles of a sender that did not arrive here: numbers in its sequence to this installation. */
const Gap = Party.extend({ numbers: z.array(z.int()) });

/** What another installation asked for. */
const Asked = Party.extend({
  /** The bundle that asked. */
  carrier: z.string(),
  at: z.string(),
  everything: z.boolean(),
  numbers: z.array(z.int()),
  parents: z.int(),
  state: z.enum(['open', 'answered', 'dismissed']),
  answer: z.string().optional(),
});

/** What this installation has reason to ask of another. */
const ToAsk = Party.extend({
  /** It was restored from a backup, and may lack what came since. */
  restored: z.boolean(),
  numbers: z.array(z.int()),
  /** Ancestors of what came from there that are not here. */
  parents: z.int(),
  /** When it was last asked. */
  asked: z.string().optional(),
});

const Sealed = z.object({ bundle: z.string(), bytes: z.number() });

const sealingErrors = [
  'release.audit',
  'release.unread',
  'release.undecided',
  'bundle.recipients',
  'card.unverified',
  'file.exists',
  'file.unwritable',
  'vault.full',
] as const;

export const receiptCalls = {
  /** Every bundle sealed here beside everybody it was for; of one meeting, or all. The latest bundle first. */
  matrix: call(
    z.object({ meeting: RecordId.optional() }),
    z.object({
      addressees: z.array(Addressee),
      bundles: z.array(SentBundle),
      cells: z.array(Cell),
      gaps: z.array(Gap),
    }),
  ),
  /** What each addressee lacks now of what it may have. Long work where there is much. */
  lacking: call(
    jobInput({
      addressees: z.array(InstallationId),
      /** For whom the gate is asked; each addressee's own organisation unless told. */
      audience: Audience.optional(),
    }),
    z.array(
      z.object({
        installation: InstallationId,
        records: z.int(),
        revisions: z.int(),
        attachments: z.int(),
        /** It has nothing for certain: all that it may have is lacking. */
        everything: z.boolean(),
      }),
    ),
    ['bundle.recipients'],
  ),
  /** To whom receipts are still to be sent back, and since when. */
  due: call(NOTHING, z.array(Party.extend({ bundles: z.int(), since: z.string() }))),
  /** Sends receipts alone, without records. They otherwise ride with the next bundle back. */
  acknowledge: call(
    jobInput({ to: InstallationId, file: z.string() }),
    Sealed.extend({ receipts: z.int() }),
    sealingErrors,
  ),
  /** What others asked for; what is open first, the latest first. */
  asked: call(NOTHING, z.array(Asked)),
  /** A request is not going to be answered. */
  dismiss: call(z.object({ carrier: z.string(), installation: InstallationId }), NOTHING, ['bundle.missing']),
  /** What there is reason to ask for: bundles that did not arrive, unknown ancestors, everything after a restore. */
  toAsk: call(NOTHING, z.array(ToAsk)),
  /** Asks an installation for what is proposed, or for everything. */
  ask: call(jobInput({ to: InstallationId, everything: z.boolean().optional(), file: z.string() }), Sealed, [
    'bundle.nothingToAsk',
    ...sealingErrors,
  ]),
  /** Asks all addressees of a bundle sealed here to withdraw it. One file for all of them. */
  recall: call(
    jobInput({ bundle: z.string(), reason: z.string().min(1).max(2000), file: z.string() }),
    Sealed.extend({ addressees: z.int() }),
    ['bundle.missing', ...sealingErrors],
  ),
  /**
   * Removes for good what our organisation wrote: a whole record, or some revisions of it, everywhere in this vault and
   * its backups. The act travels with the next bundles. Cannot be undone.
   */
  purge: call(
    jobInput({
      record: RecordId,
      /** Only these revisions; the whole record, with its portions and what was remarked on it, unless told. */
      revisions: z.array(RevisionId).min(1).max(1000).optional(),
      reason: z.string().min(1).max(2000),
    }),
    z.object({
      purges: z.array(z.string()),
      records: z.int(),
      revisions: z.int(),
      attachments: z.int(),
      backups: z.object({
        cleaned: z.int(),
        /** Copies beside the vault that could not be opened with its key, and still hold it. */
        unreachable: z.int(),
        /** Copies were once written outside the vault, where they cannot be reached. */
        outside: z.boolean(),
      }),
    }),
    ['record.missing', 'purge.notOriginator', 'purge.nothing', 'vault.full'],
  ),
  /** Purges that hold here, the latest first, and who has not acknowledged them yet. */
  purges: call(
    NOTHING,
    z.array(
      z.object({
        purge: z.string(),
        record: RecordId,
        /** All of the record, or some of its revisions. */
        whole: z.boolean(),
        at: z.string(),
        reason: z.string(),
        by: z.string(),
        organisationName: z.string(),
        own: z.boolean(),
        /** Those whom it concerns and who have not said that they opened a bundle with it. */
        waiting: z.array(Party),
      }),
    ),
  ),
  /** Sends purges alone, without records. They otherwise travel with the next bundle. */
  sendPurges: call(
    jobInput({ to: z.array(InstallationId).min(1), file: z.string() }),
    Sealed.extend({ purges: z.int() }),
    ['purge.nothing', ...sealingErrors],
  ),
};
