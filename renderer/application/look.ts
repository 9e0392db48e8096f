import { useEffect } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
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

/** How it looked last, so that locking changes neither light nor language. Kept in memory alone. */
const useLastLook = create<Look>(() => ({ appearance: 'system', contrast: 'system', language: 'system' }));

/** What the person chose in settings; as the system has it before a vault was open. */
export function useLook(): Look {
  const last = useLastLook();
  const [appearance] = usePreference('look.appearance', AppearanceChoice, last.appearance);
  const [contrast] = usePreference('look.contrast', ContrastChoice, last.contrast);
  const [language] = usePreference('look.language', LanguageChoice, last.language);
  useEffect(() => useLastLook.setState({ appearance, contrast, language }), [appearance, contrast, language]);
  useEffect(() => speak(language === 'system' ? systemLanguage() : language), [language]);
  return { appearance, contrast, language };
}

/** The language from now on, until a vault is open that says otherwise. */
export function chooseLanguage(language: Language): void {
  useLastLook.setState({ language });
}

/** What was chosen before there was a vault to keep it in: `system` when nothing was. */
export const languageChosen = (): Language | 'system' => useLastLook.getState().language;
