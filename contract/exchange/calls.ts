import { z } from 'zod';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call, jobInput, NOTHING } from '../call.ts';

export const Card = z.object({
  installation: InstallationId,
  name: z.string(),
  organisation: RecordId,
  organisationName: z.string(),
  seat: RecordId,
  role: z.string(),
  /** Eight groups of digits, to be read aloud or compared when people meet. */
  digits: z.string(),
  trust: z.enum(['own', 'unverified', 'verified', 'vouched', 'revoked']),
  verifiedBy: z.string().optional(),
  verifiedAt: z.string().optional(),
});

export const Purpose = z.enum([
  'dossier',
  'supplement',
  'contribution',
  'consultation',
  'notice',
  'delegation',
  'invitation',
  'open-session',
]);

/** Which records a release is made of: everything, one meeting with what belongs to it, or a list. */
export const Selection = z.discriminatedUnion('of', [
  z.object({ of: z.literal('everything') }),
  z.object({ of: z.literal('meeting'), meeting: RecordId }),
  z.object({ of: z.literal('records'), records: z.array(RecordId) }),
]);

export const ExplanationLine = z.object({
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  goes: z.boolean(),
  /** Why it is withheld, or what of it is. */
  sentences: z.array(z.string()),
});

export const Explanation = z.object({ goes: z.int(), withheld: z.int(), lines: z.array(ExplanationLine) });

export const PreviewLine = z.object({
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  change: z.enum(['new', 'changed', 'conflict', 'deleted', 'known', 'refused', 'unknownKind']),
  sentences: z.array(z.string()),
});

export const Preview = z.object({
  bundle: z.string(),
  state: z.enum(['staged', 'accepted', 'declined', 'undone']),
  repeated: z.boolean(),
  sender: z.object({ installation: InstallationId, name: z.string(), organisationName: z.string(), trust: z.string() }),
  purpose: z.string(),
  meeting: RecordId.optional(),
  created: z.string(),
  counts: z.object({
    new: z.int(),
    changed: z.int(),
    conflict: z.int(),
    deleted: z.int(),
    known: z.int(),
    refused: z.int(),
    unknownKind: z.int(),
  }),
  /** What a person should know before deciding: a gap in the sequence, a fork. */
  warnings: z.array(z.string()),
  lines: z.array(PreviewLine),
});

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
  'file.missing',
  'vault.full',
] as const;

export const exchangeCalls = {
  /** The public half of this installation, to be given to others. */
  ownCard: call(NOTHING, z.object({ card: Card, text: z.string() })),
  saveCard: call(z.object({ file: z.string() }), NOTHING, ['file.exists', 'file.unwritable']),
  addCard: call(z.object({ file: z.string() }), Card, ['file.missing', 'card.invalid', 'card.conflict']),
  /** Somebody compared the digits with the holder. */
  verifyCard: call(z.object({ installation: InstallationId, verifiedBy: z.string().min(1) }), Card, ['card.invalid']),
  cards: call(NOTHING, z.array(Card)),
  /** What would go to the audience, what is withheld and why, record by record. */
  explain: call(
    z.object({ selection: Selection, audience: Audience, language: z.enum(['en', 'fr']).optional() }),
    Explanation,
  ),
  seal: call(
    jobInput({
      selection: Selection,
      audience: Audience,
      addressees: z.array(InstallationId),
      passphrase: z.string().optional(),
      purpose: Purpose,
      meeting: RecordId.optional(),
      file: z.string(),
    }),
    z.object({
      bundle: z.string(),
      revisions: z.int(),
      attachments: z.int(),
      bytes: z.number(),
      explanation: Explanation,
    }),
    [
      'release.withheld',
      'release.conflict',
      'bundle.recipients',
      'card.unverified',
      'file.exists',
      'file.unwritable',
      'vault.full',
    ],
  ),
  open: call(jobInput({ file: z.string(), passphrase: z.string().optional() }), Preview, readingErrors),
  preview: call(z.object({ bundle: z.string(), language: z.enum(['en', 'fr']).optional() }), Preview, [
    'bundle.missing',
  ]),
  accept: call(
    jobInput({ bundle: z.string(), records: z.array(RecordId).optional() }),
    z.object({ changed: z.array(RecordId), conflicted: z.array(RecordId) }),
    ['bundle.missing', 'bundle.state', 'vault.full'],
  ),
  decline: call(z.object({ bundle: z.string() }), NOTHING, ['bundle.missing', 'bundle.state']),
  undo: call(z.object({ bundle: z.string() }), NOTHING, ['bundle.missing', 'bundle.state', 'bundle.builtUpon']),
  bundles: call(
    NOTHING,
    z.array(
      z.object({
        bundle: z.string(),
        direction: z.enum(['in', 'out']),
        sender: InstallationId,
        purpose: z.string(),
        created: z.string(),
        state: z.string(),
      }),
    ),
  ),
};
