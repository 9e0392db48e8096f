import { useMemo } from 'react';
import { useRead } from '../../application/queries.ts';
import { formatShortMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useAuthors } from '../inspector/useAuthors.ts';
import { lastChanges } from './lastChanges.ts';

/** Who changed each field last, and when: `Ines Varga, Northmark, 3 March`. */
export function useLastChanges(record: string): ReadonlyMap<string, string> {
  const language = useLanguage();
  const { data } = useRead('records', 'history', { id: record }, { keep: true });
  const changes = useMemo(() => lastChanges(data ?? []), [data]);
  const authorOf = useAuthors([...changes.values()]);
  return new Map(
    [...changes].map(([field, version]) => [field, `${authorOf(version)}, ${formatShortMoment(version.at, language)}`]),
  );
}
