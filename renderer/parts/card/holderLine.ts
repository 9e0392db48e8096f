import { useLingui } from '@lingui/react/macro';
import type { Card } from './CardTrust.tsx';

/** The organisation and the role on a card: `Northmark, member`. A Secretariat that is called so is not called twice. */
export function useHolderLine(): (card: Pick<Card, 'organisationName' | 'role'>) => string {
  const { t } = useLingui();
  return ({ organisationName, role }) => {
    const words = role === 'secretariat' ? t`Secretariat` : role === 'guest' ? t`guest` : t`member`;
    return organisationName.includes(words) ? organisationName : `${organisationName}, ${words}`;
  };
}
