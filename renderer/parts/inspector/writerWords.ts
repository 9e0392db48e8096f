import { useLingui } from '@lingui/react/macro';
import type { z } from 'zod';
import type { Writer } from '../../../contract/records/past.ts';

/** Who wrote something: `Ines Varga, Northmark`. */
export function useWriterWords(): (who: z.output<typeof Writer> | undefined) => string {
  const { t } = useLingui();
  return (who) => [who?.name, who?.organisationName].filter(Boolean).join(', ') || t`Somebody not known here`;
}
