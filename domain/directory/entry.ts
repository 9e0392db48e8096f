import { z } from 'zod';
import { Card, Role } from '../exchange/card.ts';
import { digestOf } from '../records/digest.ts';
import { InstallationId, RecordId, RevisionId } from '../records/ids.ts';
import { asJson, Minute } from '../records/revision.ts';
import { KeyMode } from './keyMode.ts';

/** A day, as an end date is given: `2027-06-30`. */
export const Day = z.iso.date();

/** A reason in a person's words, as others read it. */
const Reason = z.string().trim().max(500);

/**
 * Of what an installation wrote, the last revisions that were accepted before it ended: these and what they build on are
 * its own, whatever else comes under its key is not.
 */
const Accepted = z.array(RevisionId).max(20_000);

/** As in an OpenSSH public key file, without comment. */
const PublicKey = z.string().regex(/^ssh-ed25519 [A-Za-z0-9+/]{68}$/);

/** Begins the network's directory: its root key, and which sort of keys its installations have. The root signs it. */
const Found = z.strictObject({ is: z.literal('found'), root: PublicKey, keys: KeyMode });

/**
 * Says whose an installation is. The root signs it for the Secretariat's installations, the Secretariat for all others.
 * `person`, `organisation` and `role` are those of the card.
 */
const Admit = z.strictObject({
  is: z.literal('admit'),
  card: Card,
  person: RecordId,
  organisation: RecordId,
  role: Role,
  /** Of a seconded officer: the organisation that seconds. */
  homeState: RecordId.optional(),
  /** The last day of a seat that is for a time. */
  ends: Day.optional(),
  /** The installation in whose place this one comes, as after a restore; it ends with this entry. */
  replaces: z.strictObject({ installation: InstallationId, accepted: Accepted }).optional(),
});

/**
 * An installation is used no more: its holder left, was succeeded, or went home. A later one for the same installation
 * takes the place of this.
 */
const End = z.strictObject({
  is: z.literal('end'),
  installation: InstallationId,
  why: z.enum(['successor', 'secondment', 'left', 'other']),
  /** Who comes after, where somebody does. */
  successor: InstallationId.optional(),
  accepted: Accepted,
});

/** An installation is in wrong hands, or may be. A later one for the same installation takes the place of this. */
const Revoke = z.strictObject({
  is: z.literal('revoke'),
  installation: InstallationId,
  reason: Reason,
  accepted: Accepted,
});

/** The root passes to another key. The old root signs it. */
const ReplaceRoot = z.strictObject({ is: z.literal('replaceRoot'), root: PublicKey });

/** The root says that this branch of a forked directory holds. */
const Settle = z.strictObject({ is: z.literal('settle') });

export const DirectoryAct = z.discriminatedUnion('is', [Found, Admit, End, Revoke, ReplaceRoot, Settle]);
export type DirectoryAct = z.infer<typeof DirectoryAct>;
export type Admission = z.infer<typeof Admit>;

/** What an entry's signature covers, as canonical JSON (RFC 8785). */
export const EntryContent = z.strictObject({
  network: RecordId,
  /** From 1, without a gap. */
  number: z.int().positive().max(1_000_000),
  /** The digest of the entry before; null for the first. */
  previous: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  at: Minute,
  act: DirectoryAct,
  /** Fingerprint of the key that signs: the root's, or that of an installation of the Secretariat. */
  signer: InstallationId,
});
export type EntryContent = z.infer<typeof EntryContent>;

/** An entry of the directory, with the armoured SSHSIG of its signer in the namespace `amberdesk-directory`. */
export const DirectoryEntry = EntryContent.extend({ signature: z.string().max(1024) });
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

/** At most so many entries travel in one bundle. */
export const MOST_ENTRIES = 2000;

/** What an entry's signature covers. */
export function contentOf({ signature: _signature, ...content }: DirectoryEntry): EntryContent {
  return content;
}

/** What the next entry names: SHA-256 over the canonical JSON of the content. */
export function entryDigest(entry: EntryContent | DirectoryEntry): string {
  return digestOf(asJson('signature' in entry ? contentOf(entry) : entry));
}
