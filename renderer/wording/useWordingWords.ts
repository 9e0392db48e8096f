import { useLingui } from '@lingui/react/macro';
import type { WORDING_KINDS } from '../../domain/wording/kinds.ts';

export type WordingKind = (typeof WORDING_KINDS)[number];

/** What public lines and terms are called on their pages. */
export function useWordingWords() {
  const { t } = useLingui();
  return {
    place: t`Agreed wording`,
    several: { publicLine: t`Public lines`, term: t`Terms` } as const,
    add: { publicLine: t`Add a public line`, term: t`Add a term` } as const,
  };
}
