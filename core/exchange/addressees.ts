import { isOver } from '../../domain/directory/state.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { isTrusted } from '../../domain/exchange/card.ts';
import { type Circle, organisationOf } from '../../domain/handling/circle.ts';
import { isInAudience } from '../../domain/handling/covers.ts';
import type { InstallationId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { isOutside } from '../../domain/release/material.ts';
import type { VaultDatabase } from '../vault/database.ts';
import { recipientsAgree } from './ageHeader.ts';
import { findInstallation, type KnownInstallation, requireKeyMode } from './cards.ts';

/**
 * The installations that a bundle for this audience is sealed to. Throws `card.unverified`, `card.keyMode`, and `bundle.recipients`
 * (details say why) when one is unknown, revoked, ended by this day (`2027-06-30`), named twice or not in the audience,
 * when bodies outside the board would share a bundle, or when classic and post-quantum keys would be mixed. `recordless`: the bundle holds no records,
 * as a receipt, and goes to whoever is trusted, before any record here says to which organisation they belong.
 */
export function findAddressees(
  database: VaultDatabase,
  ids: readonly InstallationId[],
  audience: Audience,
  circle: Circle,
  day: string,
  { recordless = false }: { readonly recordless?: boolean } = {},
): KnownInstallation[] {
  const refuse = (why: string, installation?: string) =>
    new AmberdeskError('bundle.recipients', installation === undefined ? { why } : { why, installation });
  if (new Set(ids).size !== ids.length) throw refuse('twice');
  const addressees = ids.map((id) => {
    const known = findInstallation(database, id);
    if (known === undefined) throw refuse('unknown', id);
    if (known.trust === 'unverified') throw new AmberdeskError('card.unverified', { installation: id });
    if (known.trust === 'own' || !isTrusted(known.trust)) throw refuse(known.trust, id);
    requireKeyMode(database, known.card);
    if (known.ended !== undefined || isOver(known.ends, day)) throw refuse('ended', id);
    if (!recordless && !receivesFor(known, audience, circle)) throw refuse('notInAudience', id);
    return known;
  });
  const bodies = new Set(addressees.map(({ organisation }) => organisation));
  if (isOutside(audience.kind) && bodies.size > 1) throw refuse('oneBodyOnly');
  if (!recipientsAgree(addressees.map(({ ageRecipient }) => ageRecipient))) throw refuse('mixedOrNone');
  return addressees;
}

/**
 * Whether an installation is in an audience: by the seat, or by the organisation on the card as long as no record here
 * says that the seat is another's.
 */
export function receivesFor({ seat, organisation }: KnownInstallation, audience: Audience, circle: Circle): boolean {
  if (isInAudience(seat, audience, circle)) return true;
  const recorded = organisationOf(circle, seat);
  return (recorded === undefined || recorded === organisation) && isInAudience(organisation, audience, circle);
}

/** Whether bundles may be sealed to an installation on this day (`2027-06-30`): trusted, not revoked, its seat not over. */
export function canBeSentTo({ trust, ended, ends }: KnownInstallation, day: string): boolean {
  return trust !== 'own' && isTrusted(trust) && ended === undefined && !isOver(ends, day);
}
