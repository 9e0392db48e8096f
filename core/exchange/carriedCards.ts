import { type Card, isTrusted } from '../../domain/exchange/card.ts';
import type { Session } from '../session.ts';
import { listInstallations, ownCard } from './cards.ts';

/**
 * The cards that a bundle carries: one's own, and those that are trusted here of the authors inside (ids of their
 * installations), or of everybody for who joins.
 */
export function carriedCards(session: Session, authors: ReadonlySet<string> | 'everybody'): Card[] {
  const known = listInstallations(session.vault).filter(
    ({ installation, trust }) =>
      trust !== 'own' && isTrusted(trust) && (authors === 'everybody' || authors.has(installation)),
  );
  return [ownCard(session), ...known.map(({ card }) => card)];
}
