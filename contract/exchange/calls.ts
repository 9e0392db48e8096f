import { z } from 'zod';
import { KeyMode } from '../../domain/directory/keyMode.ts';
import { VerifiedHow } from '../../domain/exchange/card.ts';
import { Notice } from '../../domain/exchange/manifest.ts';
import { VOLUMES } from '../../domain/exchange/volumes.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call, jobInput, NOTHING } from '../call.ts';
import { BundleEntry, Explanation, SealedDetails } from './bundles.ts';
import { conflictCalls } from './conflicts.ts';
import { receiptCalls } from './receipts.ts';
import { Preview, StagedComparison, TrustState } from './received.ts';
import { SealedFile, VerifiedBundle } from './sealedFile.ts';

const Language = z.enum(['en', 'fr']).optional();

export const Card = z.object({
  installation: InstallationId,
  name: z.string(),
  organisation: RecordId,
  organisationName: z.string(),
  seat: RecordId,
  role: z.string(),
  /** Eight groups of digits, to be read aloud or compared when people meet. */
  digits: z.string(),
  trust: TrustState,
  verifiedBy: z.string().optional(),
  verifiedAt: z.string().optional(),
  /** Neither ended nor past its last day nor revoked by the network's directory: it can be sealed to. */
  inForce: z.boolean(),
  keys: KeyMode,
  verifiedHow: VerifiedHow.optional(),
});

export const Purpose = z.enum([
  'dossier',
  'supplement',
  'contribution',
  'consultation',
  'notice',
  'delegation',
  'invitation',
  'directory',
  'open-session',
]);

/** Which records a release is made of: everything, one meeting with what belongs to it, or a list. */
export const Selection = z.discriminatedUnion('of', [
  z.object({ of: z.literal('everything') }),
  z.object({ of: z.literal('meeting'), meeting: RecordId }),
  z.object({ of: z.literal('records'), records: z.array(RecordId) }),
]);

/** A bundle's file, or the volumes of one bundle. */
export const BundleFile = z.union([
  z.string(),
  z
    .array(z.string())
    .min(1)
    .max(2 * VOLUMES.most),
]);

const readingErrors = [
  'bundle.notBundle',
  'bundle.tooLarge',
  'bundle.truncated',
  'bundle.tampered',
  'bundle.notForUs',
  'bundle.passphrase',
  'bundle.layout',
  'bundle.signature',
  'bundle.unknownSender',
  'bundle.newer',
  'bundle.foreign',
  'bundle.malformed',
  'bundle.authority',
  'bundle.volumesMissing',
  'bundle.volumesForeign',
  'bundle.volumesDoubled',
  'bundle.volumesTooMany',
  'file.missing',
  'vault.full',
] as const;

export const exchangeCalls = {
  /** The public half of this installation, to be given to others. */
  ownCard: call(NOTHING, z.object({ card: Card, text: z.string() })),
  saveCard: call(z.object({ file: z.string() }), NOTHING, ['file.exists', 'file.unwritable']),
  addCard: call(z.object({ file: z.string() }), Card, [
    'file.missing',
    'card.invalid',
    'card.conflict',
    'card.keyMode',
  ]),
  /** Somebody compared the digits with the holder. */
  verifyCard: call(
    z.object({ installation: InstallationId, verifiedBy: z.string().min(1), how: VerifiedHow.optional() }),
    Card,
    ['card.invalid'],
  ),
  cards: call(NOTHING, z.array(Card)),
  /**
   * What would go to the audience, what is withheld and why, record by record; with `delta`, of what one of the
   * addressees lacks.
   */
  explain: call(
    jobInput({
      selection: Selection,
      audience: Audience,
      delta: z.boolean().optional(),
      addressees: z.array(InstallationId).optional(),
      language: Language,
    }),
    Explanation,
    ['bundle.noReceipts'],
  ),
  seal: call(
    jobInput({
      selection: Selection,
      audience: Audience,
      /** Installations; empty with a passphrase. */
      addressees: z.array(InstallationId),
      passphrase: z.string().optional(),
      /** Leaves out what all of the addressees have, by their receipts. For members. */
      delta: z.boolean().optional(),
      purpose: Purpose,
      /** Of a notice: what it warns of, what is asked and until when. Members alone get one. */
      notice: Notice.optional(),
      meeting: RecordId.optional(),
      file: z.string(),
      /** Where the bundle is larger, it is cut into volumes of so many bytes: `file` with `.001`, `.002`, … */
      volumeBytes: z.int().min(VOLUMES.least).optional(),
      /** For bodies outside the board without the application: copies as PDF, and a form for the answer. */
      readable: z
        .object({
          languages: z
            .array(z.enum(['en', 'fr']))
            .min(1)
            .max(2),
          paper: z.enum(['a4', 'us-letter']),
        })
        .optional(),
    }),
    z.object({
      bundle: z.string(),
      revisions: z.int(),
      attachments: z.int(),
      bytes: z.number(),
      /** What was written, in order: the file, or its volumes. */
      files: z.array(z.string()),
      explanation: Explanation,
    }),
    [
      'release.withheld',
      'release.conflict',
      'notice.wordless',
      'notice.membersOnly',
      'release.audit',
      'release.unread',
      'print.failed',
      'release.undecided',
      'bundle.nothingLacking',
      'bundle.noReceipts',
      'bundle.recipients',
      'card.unverified',
      'bundle.volumesTooMany',
      'bundle.tooLarge',
      'file.exists',
      'file.unwritable',
      'vault.full',
    ],
  ),
  /** `file`: a bundle, its volumes in any order, or one volume beside the others. */
  open: call(jobInput({ file: BundleFile, passphrase: z.string().optional() }), Preview, readingErrors),
  /** What can be told of a sealed file without any key, and without an open vault. */
  inspect: call(z.object({ file: BundleFile }), SealedFile, readingErrors),
  /** Reads a bundle by all rules and keeps nothing of it. */
  verify: call(jobInput({ file: BundleFile, passphrase: z.string().optional() }), VerifiedBundle, readingErrors),
  preview: call(z.object({ bundle: z.string(), language: Language }), Preview, ['bundle.missing', 'bundle.tooLarge']),
  accept: call(
    jobInput({ bundle: z.string(), records: z.array(RecordId).optional() }),
    z.object({ changed: z.array(RecordId), conflicted: z.array(RecordId) }),
    ['bundle.missing', 'bundle.state', 'bundle.tooLarge', 'vault.full'],
  ),
  decline: call(z.object({ bundle: z.string() }), NOTHING, ['bundle.missing', 'bundle.state', 'bundle.tooLarge']),
  undo: call(z.object({ bundle: z.string() }), NOTHING, [
    'bundle.missing',
    'bundle.state',
    'bundle.builtUpon',
    'bundle.tooLarge',
  ]),
  /** One record of a received bundle beside what is here, to be read before deciding. Changes nothing. */
  compareStaged: call(z.object({ bundle: z.string(), record: RecordId, language: Language }), StagedComparison, [
    'bundle.missing',
    'record.missing',
  ]),
  ...receiptCalls,
  /** All bundles, the latest first. */
  bundles: call(NOTHING, z.array(BundleEntry)),
  /** How many received bundles nobody has decided on. */
  waiting: call(NOTHING, z.object({ bundles: z.int() })),
  /** What was sealed here, for whom, and what the gate said. */
  sealed: call(z.object({ bundle: z.string(), language: Language }), SealedDetails, ['bundle.missing']),
  ...conflictCalls,
};
