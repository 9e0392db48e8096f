import type { Role } from '../exchange/card.ts';
import type { InstallationId, RecordId, RevisionId } from '../records/ids.ts';
import type { Admission, DirectoryEntry } from './entry.ts';
import type { KeyMode } from './keyMode.ts';

/** Something that an entry of the directory did at a number, in a minute. */
export interface Moment {
  readonly number: number;
  readonly at: string;
}

/** How an installation ended. `limits`: what was accepted of it, as each branch of the directory says. */
export interface Ending extends Moment {
  readonly why: 'successor' | 'secondment' | 'left' | 'other' | 'replaced';
  readonly successor?: InstallationId;
  readonly limits: readonly (readonly RevisionId[])[];
}

export interface Revocation extends Moment {
  readonly reason: string;
  readonly limits: readonly (readonly RevisionId[])[];
}

/** An installation as the directory has it. */
export interface Seat {
  readonly installation: InstallationId;
  readonly admission: Admission;
  readonly admitted: Moment;
  readonly ended?: Ending;
}

/** The directory as its entries make it, up to one of them. */
export interface DirectoryState {
  readonly network: RecordId;
  readonly keys: KeyMode;
  /** Fingerprint of the root's key. */
  readonly root: InstallationId;
  readonly number: number;
  readonly digest: string;
  readonly seats: ReadonlyMap<string, Seat>;
  readonly revoked: ReadonlyMap<string, Revocation>;
}

/** Why an entry is refused. */
export type EntryFault =
  /** Not of this network. */
  | 'network'
  /** Its number does not follow, or the entry that it names as the one before is not here. */
  | 'gap'
  /** A second beginning, or a first entry that begins nothing. */
  | 'found'
  /** Only the root may do this. */
  | 'rootNeeded'
  /** The signer is neither the root nor an installation of the Secretariat that is in force. */
  | 'signer'
  /** The signature is not the signer's. */
  | 'signature'
  /** The card is not in order, of the wrong sort of keys, or says something else than the entry. */
  | 'card'
  /** The installation is not in the directory, is in it already, or has ended. */
  | 'seat';

/** Facts about an entry that need cryptography: whose key a line is, and whose a card is (undefined: not its own). */
export interface Fingerprints {
  ofKey(publicKey: string): InstallationId | undefined;
  ofCard(card: Admission['card']): { installation: InstallationId; keys: KeyMode } | undefined;
}

const REFUSED = (fault: EntryFault): { readonly fault: EntryFault } => ({ fault });

/** Whether an installation of the directory is in force: neither ended nor revoked. */
export function isInForce(state: DirectoryState, installation: string): boolean {
  const seat = state.seats.get(installation);
  return seat !== undefined && seat.ended === undefined && !state.revoked.has(installation);
}

/** The role that the directory gives an installation, in force or not; undefined when it does not name it. */
export function roleIn(state: DirectoryState, installation: string): Role | undefined {
  return state.seats.get(installation)?.admission.role;
}

/**
 * The directory after one more entry, or why the entry cannot come after this state (`undefined`: after nothing). Whose
 * signature it bears was checked before; this says what that signer may do.
 */
export function follow(
  state: DirectoryState | undefined,
  entry: DirectoryEntry,
  digest: string,
  fingerprints: Fingerprints,
): DirectoryState | { readonly fault: EntryFault } {
  const { act, number, previous, signer } = entry;
  if (state === undefined) {
    if (act.is !== 'found') return REFUSED(number === 1 ? 'found' : 'gap');
    if (number !== 1 || previous !== null) return REFUSED('gap');
    const root = fingerprints.ofKey(act.root);
    if (root === undefined || root !== signer) return REFUSED('signer');
    const none = new Map();
    return { network: entry.network, keys: act.keys, root, number, digest, seats: none, revoked: none };
  }
  if (entry.network !== state.network) return REFUSED('network');
  if (act.is === 'found') return REFUSED('found');
  if (number !== state.number + 1 || previous !== state.digest) return REFUSED('gap');
  const byRoot = signer === state.root;
  if (!byRoot && !(roleIn(state, signer) === 'secretariat' && isInForce(state, signer))) return REFUSED('signer');
  if (!byRoot && needsRoot(state, entry)) return REFUSED('rootNeeded');
  const after = applied(state, entry, fingerprints);
  return 'fault' in after ? after : { ...after, number, digest };
}

/** Whether only the root may do this: what touches the Secretariat's own keys, or the root itself. */
export function needsRoot(state: DirectoryState, { act }: Pick<DirectoryEntry, 'act'>): boolean {
  const isSecretariats = (installation: string) => roleIn(state, installation) === 'secretariat';
  switch (act.is) {
    case 'admit':
      return act.role === 'secretariat' || (act.replaces !== undefined && isSecretariats(act.replaces.installation));
    case 'end':
    case 'revoke':
      return isSecretariats(act.installation);
    default:
      return true;
  }
}

function applied(
  state: DirectoryState,
  entry: DirectoryEntry,
  fingerprints: Fingerprints,
): DirectoryState | { readonly fault: EntryFault } {
  const { act, number, at } = entry;
  const moment = { number, at };
  switch (act.is) {
    case 'admit':
      return admitted(state, act, moment, fingerprints);
    case 'end': {
      const { installation, why, successor, accepted } = act;
      const known = state.seats.has(installation) && !state.revoked.has(installation);
      if (!known || successor === installation) return REFUSED('seat');
      const how = { ...moment, why, limits: [accepted], ...(successor === undefined ? {} : { successor }) };
      return withEnding(state, installation, how);
    }
    case 'revoke': {
      const { installation, reason, accepted } = act;
      if (!state.seats.has(installation)) return REFUSED('seat');
      const revocation = { ...moment, reason, limits: [accepted] };
      return { ...state, revoked: new Map(state.revoked).set(installation, revocation) };
    }
    case 'replaceRoot': {
      const root = fingerprints.ofKey(act.root);
      return root === undefined || root === state.root ? REFUSED('card') : { ...state, root };
    }
    case 'settle':
      return state;
    default:
      return REFUSED('found');
  }
}

function admitted(
  state: DirectoryState,
  act: Admission,
  moment: Moment,
  fingerprints: Fingerprints,
): DirectoryState | { readonly fault: EntryFault } {
  const { card, replaces } = act;
  const own = fingerprints.ofCard(card);
  if (own === undefined || own.keys !== state.keys) return REFUSED('card');
  if (card.seat !== act.person || card.organisation !== act.organisation || card.role !== act.role) {
    return REFUSED('card');
  }
  const { installation } = own;
  if (installation === state.root || state.revoked.has(installation)) return REFUSED('seat');
  const present = state.seats.get(installation);
  // In force already: the same seat again, with another end date or a newer card.
  if (present !== undefined && (present.admission.person !== act.person || replaces !== undefined)) {
    return REFUSED('seat');
  }
  const seats = new Map(state.seats);
  seats.set(installation, { installation, admission: act, admitted: present?.admitted ?? moment });
  const after = { ...state, seats };
  if (replaces === undefined) return after;
  if (replaces.installation === installation || !state.seats.has(replaces.installation)) return REFUSED('seat');
  if (!isInForce(state, replaces.installation)) return after;
  const how = { ...moment, why: 'replaced', successor: installation, limits: [replaces.accepted] } as const;
  return withEnding(after, replaces.installation, how);
}

function withEnding(state: DirectoryState, installation: InstallationId, ended: Ending): DirectoryState {
  const seat = state.seats.get(installation);
  if (seat === undefined) return state;
  return { ...state, seats: new Map(state.seats).set(installation, { ...seat, ended }) };
}

/** Whether a seat's end date has passed on this day (`2027-06-30`). */
export function isOver(ends: string | undefined | null, day: string): boolean {
  return ends !== undefined && ends !== null && ends < day;
}
