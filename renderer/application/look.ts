import { useEffect } from 'react';
import { z } from 'zod';
import type { Language } from '../../domain/records/fieldNames.ts';
import { speak, systemLanguage } from '../language/language.ts';
import type { Appearance, Contrast } from '../theme/ThemeProvider.tsx';
import { usePreference } from './preferences.ts';

export const AppearanceChoice = z.enum(['system', 'light', 'dark']);
export const ContrastChoice = z.enum(['system', 'normal', 'high']);
export const LanguageChoice = z.enum(['system', 'en', 'fr']);

export interface Look {
  readonly appearance: Appearance;
  readonly contrast: Contrast;
  readonly language: Language | 'system';
}

/** What the person chose in settings; as the system has it while the vault is locked. */
export function useLook(): Look {
  const [appearance] = usePreference('look.appearance', AppearanceChoice, 'system');
  const [contrast] = usePreference('look.contrast', ContrastChoice, 'system');
  const [language] = usePreference('look.language', LanguageChoice, 'system');
  useEffect(() => speak(language === 'system' ? systemLanguage() : language), [language]);
  return { appearance, contrast, language };
}
