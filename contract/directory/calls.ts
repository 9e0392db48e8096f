import { z } from 'zod';
import { Day } from '../../domain/directory/entry.ts';
import { KeyMode } from '../../domain/directory/keyMode.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { Minute } from '../../domain/records/revision.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call, jobInput, NOTHING } from '../call.ts';
import { BeyondFinding, CouldOpen, Directory, DirectorySeat, OnItsWay } from './directory.ts';

const Language = z.enum(['en', 'fr']).optional();

/**
 * The root as it is typed from paper: the key of its sheet, or two of its three shares (in two texts, or in one). Not needed while the root waits
 * here to be printed.
 */
export const RootTyped = z.array(z.string().max(2000)).min(1).max(2);

/** Received bundles of which what was put aside under the installation's key is to count as well. */
const AlsoFrom = z.array(z.uuid()).max(1000);

/** The entry that was signed. */
const Signed = z.object({ number: z.int(), digest: z.string() });

const signing = [
  'directory.notFounded',
  'directory.notSecretariat',
  'directory.rootNeeded',
  'directory.notRoot',
  'key.shares',
  'directory.seat',
] as const;

export const directoryCalls = {
  /** Who is in the network, how they are trusted, what the directory says entry by entry, and its alarms. */
  read: call(z.object({ language: Language }), Directory),
  /**
   * Begins the directory of a network that has none, in a vault of its Secretariat (`vault.startNetwork` does it by
   * itself). The root is made, and waits here to be printed.
   */
  found: call(z.object({ keys: KeyMode.default('classic') }), Signed, [
    'directory.founded',
    'directory.notSecretariat',
  ]),
  /**
   * Admits an installation whose card is verified here, or admits one again with another end date. `replaces` names the
   * installation in whose place it comes, as after a restore.
   */
  admit: call(
    z.object({
      installation: InstallationId,
      homeState: RecordId.optional(),
      ends: Day.optional(),
      replaces: InstallationId.optional(),
      root: RootTyped.optional(),
    }),
    Signed,
    [...signing, 'directory.doNotName', 'card.unverified', 'card.keyMode'],
  ),
  /**
   * The seat ends: it is sealed to no more, and what it signs from now on is put aside. Given again, as when a bundle that
   * was on its way turns out to be in order (`alsoFrom`), it takes the place of the first.
   */
  endSeat: call(
    z.object({
      installation: InstallationId,
      why: z.enum(['successor', 'secondment', 'left', 'other']),
      successor: InstallationId.optional(),
      alsoFrom: AlsoFrom.optional(),
      root: RootTyped.optional(),
    }),
    Signed,
    [...signing],
  ),
  /**
   * The installation is in wrong hands. What was taken from it here before `since` (now, unless told) stays accepted;
   * all else under its key is put aside, also where it is dated earlier. Given again, it takes the place of the first.
   */
  revoke: call(
    z.object({
      installation: InstallationId,
      reason: z.string().trim().min(1).max(500),
      since: Minute.optional(),
      alsoFrom: AlsoFrom.optional(),
      root: RootTyped.optional(),
    }),
    Signed.extend({
      /** Records with versions that are here and lie beyond what was accepted. */
      beyond: z.array(BeyondFinding),
      /** Bundles of which something was put aside now. */
      putAside: z.array(z.string()),
    }),
    [...signing],
  ),
  /** What an installation could open: asked before or after it is revoked. */
  couldOpen: call(z.object({ installation: InstallationId }), CouldOpen, ['directory.seat']),
  /** What came under a key that ended or was revoked, beyond what was accepted, and is here. */
  beyond: call(NOTHING, z.array(BeyondFinding)),
  /** Which received bundles hold something that was put aside under this installation's key: `alsoFrom` lets it count. */
  onItsWay: call(z.object({ installation: InstallationId }), z.array(OnItsWay)),
  /** Somebody has looked at an alarm. */
  lookAt: call(z.object({ alarm: z.string() }), NOTHING),
  /** The root says that the branch that holds here is the right one, after a fork. */
  settle: call(z.object({ root: RootTyped.optional() }), Signed, [...signing]),
  /**
   * Every installation that an audience's bundle is sealed to: all of its organisations and persons that are trusted
   * here, in force, with keys of the right sort; and those that are left out, which say why by their standing and trust.
   */
  covered: call(
    z.object({ audience: Audience }),
    z.object({ installations: z.array(DirectorySeat), leftOut: z.array(DirectorySeat) }),
  ),
  /**
   * Gives this installation an age key of this sort, as for joining a network with the other one: its card is another
   * from now on. What was sealed to the former key can still be opened.
   */
  renewKeys: call(z.object({ keys: KeyMode }), z.object({ keys: KeyMode }), ['card.keyMode']),
  /** Prints the root's sheet, or its three shares, into a new PDF, while it waits here. */
  printRoot: call(
    jobInput({
      what: z.enum(['sheet', 'shares']),
      file: z.string(),
      language: z.enum(['en', 'fr']),
      paper: z.enum(['a4', 'us-letter']),
    }),
    z.object({ pages: z.int(), bytes: z.int() }),
    ['directory.rootGone', 'file.exists', 'file.unwritable', 'print.failed'],
  ),
  /**
   * The root is on paper: it is kept here no longer. It has to be printed first, or typed from the paper in `root`, which
   * is surer.
   */
  confirmRoot: call(z.object({ root: RootTyped.optional() }), NOTHING, [
    'directory.notPrinted',
    'directory.rootGone',
    'directory.notRoot',
    'key.shares',
  ]),
  /** Whether what was typed is the root of this network. Signs nothing. */
  checkRoot: call(z.object({ root: RootTyped }), NOTHING, ['directory.notFounded', 'directory.notRoot', 'key.shares']),
  /** Makes another root, signed in by the present one; it waits here to be printed. */
  replaceRoot: call(z.object({ root: RootTyped.optional() }), Signed, [...signing]),
};
