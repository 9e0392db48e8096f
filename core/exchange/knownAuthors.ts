import type { KeyObject } from 'node:crypto';
import { like } from 'drizzle-orm';
import { type DirectoryState, isInForce, roleIn } from '../../domain/directory/state.ts';
import { type Card, isTrusted, type Role } from '../../domain/exchange/card.ts';
import { type Circle, isSecretariat, withMembership } from '../../domain/handling/circle.ts';
import { installationKey } from '../../drizzle/schema.ts';
import { type Bounds, boundsIn } from '../directory/bounds.ts';
import { readDirectory } from '../directory/chainRows.ts';
import { readCircle } from '../records/circle.ts';
import { readPublicSigningKey } from '../vault/installation.ts';
import type { Vault } from '../vault/vault.ts';
import { findInstallation, type KnownInstallation } from './cards.ts';
import { installationOf } from './signedCard.ts';
import { publicKeyOf } from './sshsig.ts';

export interface Seat {
  readonly person: string;
  readonly organisation: string;
  readonly role: Role;
}

/** An author of revisions: the key that signs, and the seat it belongs to where that is vouched for. */
export interface Author {
  readonly key: KeyObject;
  /** Undefined while nobody trusted says whose key it is. */
  readonly seat?: Seat;
  /** What still counts of it, where it ended or was revoked. */
  readonly bounds?: Bounds;
}

/** Looks authors up by their installation's id; undefined when no card of it is at hand. */
export type FindAuthor = (installation: string) => Author | undefined;

/**
 * Whether somebody is the Secretariat and not only says so on the card: once the network's records name the
 * Secretariat's organisation, nobody else's installation passes for it.
 */
function actsAsSecretariat(circle: Circle, { role, organisation }: { role: Role; organisation: string }): boolean {
  if (role !== 'secretariat') return false;
  return withMembership(circle, 'secretariat').length === 0 || isSecretariat(circle, organisation);
}

/**
 * The Secretariat's word counts for cards that its bundle carries, once it was verified itself; where the network has a
 * directory, only that of an installation which it names as the Secretariat's and which is in force.
 */
export function vouchesForCards(vault: Vault, sender: KnownInstallation): boolean {
  if (sender.trust !== 'own' && !isTrusted(sender.trust)) return false;
  if (!actsAsSecretariat(readCircle(vault), sender)) return false;
  const state = readDirectory(vault)?.state;
  const { installation } = sender;
  return state === undefined || (roleIn(state, installation) === 'secretariat' && isInForce(state, installation));
}

type Claim = Pick<KnownInstallation, 'seat' | 'organisation' | 'role'> & { readonly installation: string };

/**
 * Whose seat an installation is, by its card; who says to be the Secretariat and is not, by the records and by the
 * directory, counts as a member.
 */
function seatBy(circle: Circle, state: DirectoryState | undefined, claim: Claim): Seat {
  const { seat: person, organisation, installation } = claim;
  const admitted = state === undefined || roleIn(state, installation) === 'secretariat';
  const poses = claim.role === 'secretariat' && !(admitted && actsAsSecretariat(circle, claim));
  return { person, organisation, role: poses ? 'member' : claim.role };
}

/**
 * Authors as this vault knows them: itself, its former selves from before a restore, the installations whose cards are
 * here, and those whose cards came along. Of the latter the key is taken in any case, because an installation's id is
 * its key's fingerprint; whose key it is counts only where the sender vouches.
 */
export function authorsKnownTo(vault: Vault, cards: readonly Card[], vouched: boolean, day: string): FindAuthor {
  const circle = readCircle(vault);
  const state = readDirectory(vault)?.state;
  const { id: installation, ...holder } = vault.installation;
  const ownSeat = seatBy(circle, undefined, { installation, ...holder });
  const boundsOf = (id: string) => state && boundsIn(state, id, day);
  const found = new Map<string, Author | undefined>();
  const own: [string, Buffer][] = [[vault.installation.id, readPublicSigningKey(vault)], ...formerKeys(vault)];
  for (const [id, raw] of own) found.set(id, authorOf(raw, ownSeat, boundsOf(id)));
  const carried = new Map<string, ReturnType<typeof installationOf>>();
  for (const card of cards) carried.set(installationOf(card).installation, installationOf(card));

  function look(id: string): Author | undefined {
    const here = findInstallation(vault, id);
    const brought = carried.get(id);
    const trusted = here !== undefined && here.trust !== 'own' && isTrusted(here.trust);
    const says = trusted || brought === undefined ? here : brought;
    if (says === undefined) return undefined;
    const bounds = boundsOf(id);
    // Of a revoked one, what the directory accepted before still counts.
    const revoked = here?.trust === 'revoked';
    const counts = revoked ? bounds !== undefined : trusted || (vouched && brought !== undefined);
    return authorOf(says.key, counts ? seatBy(circle, state, says) : undefined, bounds);
  }

  return (id) => {
    if (!found.has(id)) found.set(id, look(id));
    return found.get(id);
  };
}

function authorOf(key: Uint8Array, seat: Seat | undefined, bounds: Bounds | undefined): Author {
  return {
    key: publicKeyOf(key),
    ...(seat === undefined ? {} : { seat }),
    ...(bounds === undefined ? {} : { bounds }),
  };
}

const RETIRED = 'signing.retired.';

/** Public keys of this installation from before a restore, by the ids it had. */
function formerKeys(vault: Vault): [string, Buffer][] {
  const rows = vault.orm
    .select()
    .from(installationKey)
    .where(like(installationKey.purpose, `${RETIRED}%`))
    .all();
  return rows.map((row) => [row.purpose.slice(RETIRED.length), Buffer.from(row.public, 'base64')]);
}
