import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** What is said of the root where it goes on paper. */
export function useRootHead(): { readonly title: string; readonly lead: ReactNode } {
  const { t } = useLingui();
  return {
    title: t`The root of the network`,
    lead: (
      <p>{t`A key on paper that signs what touches the Secretariat’s own keys: a new laptop of yours, a lost one, a successor. It is needed seldom and cannot be made again, so keep it where fire and thieves do not reach it, away from this computer.`}</p>
    ),
  };
}
