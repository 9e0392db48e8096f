import { useRead } from '../../application/queries.ts';
import { formatShortMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useWriterWords } from '../inspector/writerWords.ts';

/** Who changed each field last, and when: `Ines Varga, Northmark, 3 March`. */
export function useLastChanges(record: string): ReadonlyMap<string, string> {
  const language = useLanguage();
  const writerWords = useWriterWords();
  const { data = [] } = useRead('records', 'fieldChanges', { id: record }, { keep: true });
  return new Map(
    data.map((change) => [change.field, `${writerWords(change)}, ${formatShortMoment(change.at, language)}`]),
  );
}
