import { useLingui } from '@lingui/react/macro';
import type { z } from 'zod';
import type { BundleEntry } from '../../contract/exchange/bundles.ts';
import type { PreviewLine as LineSchema, Preview as PreviewSchema } from '../../contract/exchange/received.ts';

export type Bundle = z.output<typeof BundleEntry>;
export type Preview = z.output<typeof PreviewSchema>;
export type Line = z.output<typeof LineSchema>;

/** What a bundle is for, in words: `Contribution`. One from a newer version is told by its own word. */
export function usePurposeWords(): (purpose: string) => string {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    dossier: t`Dossier`,
    supplement: t`Supplement to a dossier`,
    contribution: t`Contribution`,
    consultation: t`Consultation`,
    notice: t`Urgent notice`,
    delegation: t`Within a delegation`,
    invitation: t`Invitation to the network`,
    directory: t`Directory of the network`,
    'open-session': t`Open session`,
    receipt: t`Receipts`,
    request: t`Request`,
    recall: t`Recall`,
    purge: t`Removal for good`,
  };
  return (purpose) => words[purpose] ?? purpose;
}

/** The same with its meeting: `Contribution to the Eighth regular meeting`. */
export function usePurposeLine(): (purpose: string, meeting: string | undefined) => string {
  const { t } = useLingui();
  const words = usePurposeWords();
  return (purpose, meeting) => {
    if (meeting === undefined) return words(purpose);
    if (purpose === 'dossier') return t`Dossier of ${meeting}`;
    if (purpose === 'contribution') return t`Contribution to ${meeting}`;
    return t`${words(purpose)}: ${meeting}`;
  };
}

/** How far people are with a bundle. */
export function useStandingWords(): (standing: Bundle['standing']) => string {
  const { t } = useLingui();
  const words: Readonly<Record<Bundle['standing'], string>> = {
    waiting: t`waits for your decision`,
    accepted: t`accepted`,
    partly: t`accepted in part`,
    declined: t`declined`,
    undone: t`accepted, then taken back`,
    recalled: t`recalled by its sender`,
    sealed: t`sealed`,
  };
  return (standing) => words[standing];
}

/** To whom a bundle goes: `Northmark, Avaria`; `meant`: for whom one under a passphrase was. */
export function useAddresseeWords(): (addressees: Bundle['addressees'], meant?: Bundle['meant']) => string {
  const { t } = useLingui();
  return (addressees, meant) => {
    if (addressees.length === 0 && meant !== undefined) return t`${meant.join(', ')}, under a passphrase`;
    if (addressees.length === 0) return t`whoever has the passphrase`;
    return [...new Set(addressees.map(({ organisationName, name }) => organisationName || name))].join(', ');
  };
}
