import { useRead } from '../../application/queries.ts';
import type { Card } from '../../parts/card/CardTrust.tsx';
import { useTitles } from '../../parts/picker/useTitles.ts';
import type { Whom } from './audience.ts';

/** Those for whom the bundle is and of whom no card is here, by name. `own`: our organisation. */
export function useMissingCards(whom: Whom, cards: readonly Card[], own: string | undefined): string[] {
  const { data: board } = useRead(
    'records',
    'register',
    {
      kinds: ['organisation'],
      columns: ['membership'],
      filters: [],
      sort: [{ column: '$title', descending: false }],
      offset: 0,
      limit: 200,
    },
    { enabled: whom.who === 'board' },
  );
  const named = namedIn(whom);
  const { titles } = useTitles(named);
  const known = new Set<string>(cards.flatMap(({ organisation, seat }) => [organisation, seat]));
  if (whom.who !== 'board') {
    return named.filter((id) => !known.has(id) && id !== own).flatMap((id) => titles.get(id)?.title ?? []);
  }
  const isOnBoard = (membership: unknown) => membership === 'member' || membership === 'secretariat';
  return (board?.rows ?? [])
    .filter(({ id, cells }) => isOnBoard(cells.membership) && id !== own && !known.has(id))
    .map(({ title }) => title);
}

function namedIn(whom: Whom): readonly string[] {
  if (whom.who === 'board' || whom.who === 'ours') return [];
  if (whom.who !== 'guest') return whom[whom.who];
  return whom.guest === undefined ? [] : [whom.guest.party];
}
