import { z } from 'zod';
import { Day } from '../../domain/directory/entry.ts';
import { KeyMode } from '../../domain/directory/keyMode.ts';
import { VerifiedHow } from '../../domain/exchange/card.ts';
import { Label } from '../../domain/handling/handling.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { Minute } from '../../domain/records/revision.ts';
import { TrustState } from '../exchange/received.ts';

/**
 * How an installation stands in the directory: in force; past its end date without an entry that says so; ended;
 * revoked; or not in it, a card that was only exchanged here.
 */
export const SeatStanding = z.enum(['inForce', 'over', 'ended', 'revoked', 'notIn']);

/** An installation, as the directory has it and as it is trusted here. */
export const DirectorySeat = z.object({
  installation: InstallationId,
  name: z.string(),
  /** The person whose seat it is. */
  person: RecordId,
  organisation: RecordId,
  organisationName: z.string(),
  role: z.enum(['secretariat', 'member', 'guest']),
  /** Of a seconded officer. */
  homeState: RecordId.optional(),
  homeStateName: z.string().optional(),
  /** The last day of a seat that is for a time. */
  ends: Day.optional(),
  standing: SeatStanding,
  admittedAt: Minute.optional(),
  /** When it ended or was revoked, and why, in words. */
  endedAt: Minute.optional(),
  reason: z.string().optional(),
  /** Of one that ended: why, as the entry says. */
  endedWhy: z.enum(['successor', 'secondment', 'left', 'other', 'replaced']).optional(),
  /** The installation that came after it, or in whose place it came. */
  successor: InstallationId.optional(),
  replaces: InstallationId.optional(),
  digits: z.string(),
  trust: TrustState,
  verifiedBy: z.string().optional(),
  verifiedAt: Minute.optional(),
  verifiedHow: VerifiedHow.optional(),
  keys: KeyMode,
  /** It is this installation. */
  own: z.boolean(),
});

/** An entry of the chain, for reading. */
export const DirectoryLine = z.object({
  number: z.int(),
  digest: z.string(),
  at: Minute,
  /** "Bo Ravn, Northmark, was admitted." */
  sentence: z.string(),
  signedBy: z.enum(['root', 'secretariat']),
  signerName: z.string(),
  /** The installation that it is about. */
  installation: InstallationId.optional(),
  /** False for an entry of a branch that does not hold. */
  holds: z.boolean(),
  /** When it came here; the bundle that brought it, if one did. */
  received: Minute,
  bundle: z.string().optional(),
});

/** What must not pass unseen: a fork of the directory, a new key for a person who is known, another card. */
export const DirectoryAlarm = z.object({
  id: z.string(),
  is: z.enum(['fork', 'newKey', 'otherCard']),
  at: Minute,
  sentence: z.string(),
  installation: InstallationId.optional(),
  /** Somebody has looked at it. */
  seen: z.boolean(),
  /** Of a fork: the root has said which branch holds. */
  settled: z.boolean(),
});

export const Directory = z.object({
  /** False while the network has no directory; then `entries` is empty and `seats` are the cards here. */
  founded: z.boolean(),
  network: RecordId.optional(),
  /** Which sort of keys this network has; absent while it has no directory. */
  keys: KeyMode.optional(),
  /** The sort of keys that this installation has. */
  ownKeys: KeyMode,
  /** The last entry. */
  head: z.object({ number: z.int(), digest: z.string() }).optional(),
  root: z
    .object({
      /** Eight groups of digits of the root's key. */
      digits: z.string(),
      /** It is still kept here until its sheets are printed and confirmed. */
      waiting: z.boolean(),
      /** It was printed since it waits. */
      printed: z.boolean(),
    })
    .optional(),
  /** This installation signs for the Secretariat: it may admit, end and revoke. */
  maySign: z.boolean(),
  /** This installation is the Secretariat's and may begin the directory. */
  mayFound: z.boolean(),
  seats: z.array(DirectorySeat),
  /** The newest first. */
  entries: z.array(DirectoryLine),
  alarms: z.array(DirectoryAlarm),
});

/** What an installation could open, by what was sealed here and received here. */
export const CouldOpen = z.object({
  installation: InstallationId,
  name: z.string(),
  bundles: z.array(
    z.object({
      bundle: z.string(),
      direction: z.enum(['in', 'out']),
      purpose: z.string(),
      created: Minute,
      senderName: z.string(),
      meeting: RecordId.optional(),
      records: z.int(),
    }),
  ),
  /** By title; `title` is empty for what is not here. */
  records: z.array(
    z.object({
      record: RecordId,
      kind: z.string(),
      title: z.string(),
      label: Label.optional(),
      bundles: z.int(),
      /** It wrote a version of it itself. */
      wrote: z.boolean(),
    }),
  ),
});

/** A received bundle of which something was put aside under an installation's key. */
export const OnItsWay = z.object({
  bundle: z.string(),
  purpose: z.string(),
  /** When it was sealed: minutes, UTC, by the sender's clock. */
  created: Minute,
  senderName: z.string(),
  /** Records with something that was put aside. */
  records: z.int(),
});

/** Something that came under a key beyond what was accepted of it, and is here. */
export const BeyondFinding = z.object({
  installation: InstallationId,
  name: z.string(),
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  label: Label.optional(),
  revision: z.string(),
  at: Minute,
  /** The bundle that it came in. */
  bundle: z.string().optional(),
});
