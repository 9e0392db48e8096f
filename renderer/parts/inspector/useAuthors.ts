import { useLingui } from '@lingui/react/macro';
import { useRead } from '../../application/queries.ts';
import { useTitles } from '../picker/useTitles.ts';

interface Written {
  readonly shared: boolean;
  /** The installation that signed it. */
  readonly author?: string | undefined;
  /** The person whose seat that is. */
  readonly seat?: string | undefined;
}

/** Who wrote a version: `Ines Varga, Northmark`. What was not shared yet is this person's own. */
export function useAuthors(versions: readonly Written[] | undefined): (version: Written) => string {
  const { t } = useLingui();
  const { data: cards } = useRead('exchange', 'cards', {});
  const { titles } = useTitles(versions?.flatMap(({ seat }) => seat ?? []) ?? []);
  return ({ shared, author, seat }) => {
    if (!shared) return t`You`;
    const card = cards?.find(({ installation }) => installation === author);
    if (card !== undefined) return `${card.name}, ${card.organisationName}`;
    return titles.get(seat ?? '')?.title ?? t`Somebody not known here`;
  };
}
