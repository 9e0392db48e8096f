import { z } from 'zod';
import { Notice } from '../../domain/exchange/manifest.ts';
import { Label } from '../../domain/handling/handling.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { BundleAddressee } from './received.ts';

export const ExplanationLine = z.object({
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  label: Label,
  goes: z.boolean(),
  /** It is withheld because it is in conflict: it can go once that is resolved. */
  conflict: z.boolean(),
  /** It is withheld because its number stands on another record: it can go once one of them has another number. */
  numberTwice: z.boolean(),
  /** Why it is withheld, or what of it is. */
  sentences: z.array(z.string()),
});

/** A withheld name in a text that goes, with the sentence around it, to be decided on. */
export const Mention = z.object({
  name: RecordId,
  nameKind: z.string(),
  nameTitle: z.string(),
  nameLabel: Label,
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  before: z.string(),
  words: z.string(),
  after: z.string(),
  digest: z.string(),
  /** It was written over since, and goes as history only. */
  earlier: z.boolean(),
  /** False for the name of somebody who appears under another one: no decision lets it leave, the text has to change. */
  mayStand: z.boolean(),
  /** That it may stand, and why. */
  decision: z.object({ id: RecordId, reason: z.string() }).optional(),
});

export const Explanation = z.object({
  goes: z.int(),
  withheld: z.int(),
  /** Records that were left out because every addressee has them as they are. */
  held: z.int(),
  lines: z.array(ExplanationLine),
  /** Withheld names in what goes; what nobody has decided on stops the output. */
  mentions: z.array(Mention),
});

/**
 * How far people are with a bundle: nothing decided, all taken, some taken and the rest open or declined, declined,
 * taken back; recalled by its sender; or sealed here.
 */
export const Standing = z.enum(['waiting', 'accepted', 'partly', 'declined', 'undone', 'recalled', 'sealed']);

/** A bundle that was sealed or received, as a list shows it. */
export const BundleEntry = z.object({
  bundle: z.string(),
  direction: z.enum(['in', 'out']),
  sender: InstallationId,
  senderName: z.string(),
  organisationName: z.string(),
  /** Empty when it is under a passphrase. */
  addressees: z.array(BundleAddressee),
  /** Of one sealed here under a passphrase: those whom it was meant for, by name. The bundle itself does not say. */
  meant: z.array(z.string()).optional(),
  purpose: z.string(),
  meeting: RecordId.optional(),
  meetingTitle: z.string().optional(),
  /** When it was sealed: minutes, UTC, by the sender's clock. */
  created: z.string(),
  /** When it was opened here. */
  received: z.string().optional(),
  state: z.string(),
  standing: Standing,
  records: z.int(),
  attachments: z.int(),
  /** Of a notice: what it warns of. */
  notice: Notice.optional(),
});

/** A bundle that was sealed here, with what the gate said then. */
export const SealedDetails = BundleEntry.extend({
  /** Size of the file; absent for what an older version sealed. */
  bytes: z.number().optional(),
  explanation: Explanation.optional(),
});

/** A record in conflict, with what it is about. */
export const InConflict = z.object({
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  label: Label,
  updated: z.string(),
  /** What is asked, field by field: `Due date`. A text stands once, with the number of its paragraphs. */
  questions: z.array(z.object({ field: z.string(), words: z.string(), count: z.int() })),
});
