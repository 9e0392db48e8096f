import type { Circle } from '../handling/circle.ts';
import { audienceParties } from '../handling/covers.ts';
import type { Audience } from './audience.ts';
import { partiesOf } from './parties.ts';

/**
 * The audience that a decision is kept for: the board, the community and the public as such, others by those whom they
 * name.
 */
export function decisionAudience(audience: Audience): string {
  switch (audience.kind) {
    case 'self':
    case 'board':
    case 'community':
    case 'public':
      return audience.kind;
    default:
      return `${audience.kind}:${[...partiesOf(audience)].sort().join(',')}`;
  }
}

/**
 * Whether what was decided for one audience holds for another: the same, or one in which everybody is among those whom
 * the decision was made for. Audiences are never ranked in any other way.
 */
export function decisionCovers(decided: string, audience: Audience, circle: Circle): boolean {
  if (decided === decisionAudience(audience) || decided === 'public') return true;
  const [kind = '', ids = ''] = decided.split(':');
  const named = new Set(ids.split(','));
  const among = (organisation: string | undefined): boolean => {
    if (organisation === undefined) return false;
    if (kind === 'board') return circle.board.has(organisation);
    return (kind === 'group' || kind === 'organisation') && named.has(organisation);
  };
  return audienceParties(audience, circle).every((party) => {
    if (party.kind === 'organisation') return among(party.id);
    if (party.kind === 'person') return among(party.organisation) || (kind === 'persons' && named.has(party.id));
    return false;
  });
}
