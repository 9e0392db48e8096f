import { setupI18n } from '@lingui/core';
import type { Language } from '../../domain/records/fieldNames.ts';
import { catalogues } from './catalogues.ts';

export const LANGUAGES: readonly Language[] = ['en', 'fr'];

export const i18n = setupI18n({ locale: 'en', messages: catalogues });

/** Before a vault is open, the language of the system. */
export function systemLanguage(): Language {
  return navigator.languages.some((tag) => tag.startsWith('fr')) && !navigator.language.startsWith('en') ? 'fr' : 'en';
}

/** Every message and date from now on in this language. */
export function speak(language: Language): void {
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** The language in use: for calls that answer in words, and for the domain's catalogues. */
export function languageOf(locale: string): Language {
  return locale === 'fr' ? 'fr' : 'en';
}
