import type { KeyObject } from 'node:crypto';
import { like } from 'drizzle-orm';
import { type Card, isTrusted, type Role } from '../../domain/exchange/card.ts';
import { type Circle, isSecretariat, withMembership } from '../../domain/handling/circle.ts';
import { installationKey } from '../../drizzle/schema.ts';
import { readCircle } from '../records/circle.ts';
import { readPublicSigningKey } from '../vault/installation.ts';
import type { Vault } from '../vault/vault.ts';
import { findInstallation, installationOf, type KnownInstallation } from './cards.ts';
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

/** The Secretariat's word counts for cards that its bundle carries, once it was verified itself. */
export function vouchesForCards(vault: Vault, sender: KnownInstallation): boolean {
  return (sender.trust === 'own' || isTrusted(sender.trust)) && actsAsSecretariat(readCircle(vault), sender);
}

/** Whose seat an installation is, by its card; who says to be the Secretariat and is not, counts as a member. */
function seatBy(circle: Circle, card: Pick<KnownInstallation, 'seat' | 'organisation' | 'role'>): Seat {
  const { seat: person, organisation } = card;
  const role = card.role === 'secretariat' && !actsAsSecretariat(circle, card) ? 'member' : card.role;
  return { person, organisation, role };
}

/**
 * Authors as this vault knows them: itself, its former selves from before a restore, the installations whose cards are
 * here, and those whose cards came along. Of the latter the key is taken in any case, because an installation's id is
 * its key's fingerprint; whose key it is counts only where the sender vouches.
 */
export function authorsKnownTo(vault: Vault, cards: readonly Card[], vouched: boolean): FindAuthor {
  const circle = readCircle(vault);
  const ownSeat = seatBy(circle, vault.installation);
  const found = new Map<string, Author | undefined>();
  const own: [string, Buffer][] = [[vault.installation.id, readPublicSigningKey(vault)], ...formerKeys(vault)];
  for (const [id, raw] of own) found.set(id, { key: publicKeyOf(raw), seat: ownSeat });
  const carried = new Map<string, ReturnType<typeof installationOf>>();
  for (const card of cards) carried.set(installationOf(card).installation, installationOf(card));

  function look(id: string): Author | undefined {
    const here = findInstallation(vault, id);
    const brought = carried.get(id);
    const trusted = here !== undefined && here.trust !== 'own' && isTrusted(here.trust);
    const says = trusted || brought === undefined ? here : brought;
    if (says === undefined) return undefined;
    const counts = trusted || (vouched && brought !== undefined && here?.trust !== 'revoked');
    return { key: publicKeyOf(says.key), ...(counts ? { seat: seatBy(circle, says) } : {}) };
  }

  return (id) => {
    if (!found.has(id)) found.set(id, look(id));
    return found.get(id);
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
