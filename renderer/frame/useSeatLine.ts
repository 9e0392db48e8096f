import { useLingui } from '@lingui/react/macro';
import type { z } from 'zod';
import type { vaultCalls } from '../../contract/vault/calls.ts';

type Status = z.output<typeof vaultCalls.status.output>;

/** Whose desk this is: `Avaria, representative`, `Secretariat`. */
export function useSeatLine(status: Status | undefined): string {
  const { t } = useLingui();
  const holder = status?.installation;
  if (holder === undefined) return '';
  switch (holder.role) {
    case 'secretariat':
      return holder.organisationName === '' ? t`Secretariat` : holder.organisationName;
    case 'member':
      return t`${holder.organisationName}, representative`;
    default:
      return t`${holder.organisationName}, guest`;
  }
}
