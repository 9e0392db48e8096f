import { useLingui } from '@lingui/react/macro';

/** What a bundle of this purpose is called. */
export function usePurposeName(): (purpose: string) => string {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    dossier: t`Dossier`,
    supplement: t`Supplement`,
    contribution: t`Contribution`,
    consultation: t`Consultation`,
    notice: t`Notice`,
    delegation: t`Delegation`,
    invitation: t`Invitation`,
    directory: t`Directory`,
    'open-session': t`Open session`,
  };
  return (purpose) => names[purpose] ?? t`Bundle`;
}
