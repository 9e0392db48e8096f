import { useLingui } from '@lingui/react/macro';
import { AppearanceChoice, ContrastChoice, LanguageChoice } from '../application/look.ts';
import { usePreference } from '../application/preferences.ts';
import { Choice } from '../parts/choice/Choice.tsx';
import { Section } from './Section.tsx';

/** Light and dark, contrast, language: at once, in every window, and kept in the vault. */
export function LookSection() {
  const { t } = useLingui();
  const [appearance, setAppearance] = usePreference('look.appearance', AppearanceChoice, 'system');
  const [contrast, setContrast] = usePreference('look.contrast', ContrastChoice, 'system');
  const [language, setLanguage] = usePreference('look.language', LanguageChoice, 'system');
  return (
    <Section
      name="look"
      title={t`Look and language`}
      text={t`Kept in the vault. While it is locked, the window keeps its look.`}
    >
      <Choice
        label={t`Appearance`}
        value={appearance}
        onChange={(value) => setAppearance(AppearanceChoice.parse(value))}
        data={[
          { value: 'system', label: t`As the system` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
      />
      <Choice
        label={t`Contrast`}
        value={contrast}
        onChange={(value) => setContrast(ContrastChoice.parse(value))}
        data={[
          { value: 'system', label: t`As the system` },
          { value: 'normal', label: t`Normal` },
          { value: 'high', label: t`High` },
        ]}
      />
      <Choice
        label={t`Language`}
        value={language}
        onChange={(value) => setLanguage(LanguageChoice.parse(value))}
        data={[
          { value: 'system', label: t`As the system` },
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
      />
    </Section>
  );
}
