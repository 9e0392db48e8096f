import { useLingui } from '@lingui/react';
import type { Language } from '../../domain/records/fieldNames.ts';
import { languageOf } from './language.ts';

/** The language of the interface. */
export function useLanguage(): Language {
  return languageOf(useLingui().i18n.locale);
}
