import type { Audience } from '../release/audience.ts';
import { type Circle, organisationOf } from './circle.ts';
import type { Distribution, Mark } from './handling.ts';

/**
 * One of those in an audience. `self`: the person whose installation this is, on this installation. `anyone`: the
 * public. `unknown`: an id that no record here stands for.
 */
export type Party =
  | { readonly kind: 'self'; readonly id: string; readonly organisation: string }
  | { readonly kind: 'organisation'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string; readonly organisation: string | undefined }
  | { readonly kind: 'anyone' }
  | { readonly kind: 'unknown'; readonly id: string };

const NOBODY: readonly Party[] = [{ kind: 'unknown', id: '' }];

/**
 * The persons and organisations in an audience at this moment; never an empty list. An organisation stands for all its
 * persons. An audience in which nobody is known is one unknown party, so that nothing goes to it.
 */
export function audienceParties(audience: Audience, circle: Circle): readonly Party[] {
  switch (audience.kind) {
    case 'self': {
      const holder = circle.holder;
      return holder === undefined ? NOBODY : [{ kind: 'self', id: holder.person, organisation: holder.organisation }];
    }
    case 'persons':
      return some(audience.persons.map((id) => partyOf(id, circle)));
    case 'organisation':
      return [partyOf(audience.organisation, circle)];
    case 'group':
      return some(audience.organisations.map((id) => partyOf(id, circle)));
    case 'board':
      return some([...circle.board].map((id) => partyOf(id, circle)));
    case 'guest':
      return [partyOf(audience.party, circle)];
    case 'community':
      return some(audience.bodies.map((id) => partyOf(id, circle)));
    case 'public':
      return [{ kind: 'anyone' }];
  }
}

/** Who an id stands for in this circle. */
export function partyOf(id: string, circle: Circle): Party {
  if (circle.organisations.has(id)) return { kind: 'organisation', id };
  if (circle.persons.has(id)) return { kind: 'person', id, organisation: organisationOf(circle, id) };
  return { kind: 'unknown', id };
}

/**
 * Whether everything for `audience` may be handed to this person or organisation: it is one of the parties, or a
 * person of one. What an addressee must be before a bundle is sealed to it.
 */
export function isInAudience(id: string, audience: Audience, circle: Circle): boolean {
  const organisation = organisationOf(circle, id);
  return audienceParties(audience, circle).some((party) => {
    if (party.kind === 'anyone') return true;
    if (party.kind === 'unknown') return false;
    return party.id === id || (party.kind === 'organisation' && party.id === organisation);
  });
}

/**
 * Whether a distribution takes in a party. A named organisation covers its persons; a named person does not cover the
 * organisation. Who is unknown is covered by nothing but `everyone`. Distributions are never ranked. While no record says
 * who the members are, as before a network is started, the board is whoever sits at this installation.
 */
export function covers(distribution: Distribution, party: Party, circle: Circle): boolean {
  if (distribution.to === 'everyone') return true;
  if (party.kind === 'unknown' || party.kind === 'anyone') return false;
  const organisation = party.kind === 'organisation' ? party.id : party.organisation;
  switch (distribution.to) {
    case 'installation':
      return party.kind === 'self';
    case 'named': {
      if (organisation !== undefined && has(distribution.organisations, organisation)) return true;
      return party.kind !== 'organisation' && has(distribution.persons, party.id);
    }
    case 'board':
    case 'community':
      if (party.kind === 'self' && circle.board.size === 0) return true;
      return organisation !== undefined && circle[distribution.to].has(organisation);
  }
}

/**
 * Whether a mark lets a record go to a party: the distribution covers it, and the label allows as much. A distribution
 * that is wider than its label (a mark that no rule of ours would make) counts only as far as the label reaches.
 */
export function markCovers(mark: Mark, party: Party, circle: Circle): boolean {
  const { label, distribution } = mark;
  if (!covers(distribution, party, circle)) return false;
  switch (label) {
    case 'PRIVATE':
      return party.kind === 'self';
    case 'TLP:RED':
      if (distribution.to === 'installation') return true;
      return distribution.to === 'named' && 'id' in party && has(distribution.persons, party.id);
    case 'TLP:AMBER+STRICT':
      if (distribution.to === 'installation') return true;
      return (
        distribution.to === 'named' && distribution.organisations.length === 1 && distribution.persons.length === 0
      );
    case 'TLP:AMBER':
      if (distribution.to === 'installation' || distribution.to === 'named') return true;
      return covers({ to: 'board' }, party, circle);
    case 'TLP:GREEN':
      return party.kind !== 'anyone' && party.kind !== 'unknown';
    case 'TLP:CLEAR':
      return true;
  }
}

/** Whether a mark lets a record go to all of them. Nothing goes to nobody. */
export function markCoversAll(mark: Mark, parties: readonly Party[], circle: Circle): boolean {
  return parties.length > 0 && parties.every((party) => markCovers(mark, party, circle));
}

function some(parties: Party[]): readonly Party[] {
  return parties.length === 0 ? NOBODY : parties;
}

function has(ids: readonly string[], id: string): boolean {
  return ids.includes(id);
}
