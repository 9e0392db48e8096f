import { useLingui } from '@lingui/react/macro';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useWriterWords } from '../inspector/writerWords.ts';
import type { Version, Versions } from './useVersions.ts';

/** What a version is called in a list: `Version 3, 2 March 2027, 18:12, Ines Varga, Northmark`. */
export function useVersionName(versions: Versions): (version: Version) => string {
  const { t } = useLingui();
  const language = useLanguage();
  const writerWords = useWriterWords();
  return ({ version, at, who }) => {
    const number = versions.numberOf(version);
    const moment = formatMoment(at, language);
    if (number === undefined) return t`Only here, ${moment}`;
    return t`Version ${number}, ${moment}, ${writerWords(who)}`;
  };
}
