import { useLingui } from '@lingui/react/macro';
import { useRead } from '../../application/queries.ts';

/** What the act is called at this desk: the version of a State, or that of another organisation. */
export function useClearWords(): string {
  const { t } = useLingui();
  const { data: status } = useRead('vault', 'status', {});
  return status?.installation?.role === 'member' ? t`Clear as our national version` : t`Clear as our version`;
}
