import { localStorageColorSchemeManager, type MantineColorScheme, MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '@mantine/tiptap/styles.layer.css';
import './fonts.css';
import './tokens.css';
import './base.css';
import './mantine.css';
import './print.css';
import { useMediaQuery } from '@mantine/hooks';
import { cssVariables, theme } from './theme.ts';

export type Appearance = 'system' | 'light' | 'dark';
export type Contrast = 'system' | 'normal' | 'high';

interface ThemeProviderProps {
  readonly appearance: Appearance;
  readonly contrast: Contrast;
  readonly nonce: string;
  readonly children: ReactNode;
}

/** Nothing is kept by the browser: the appearance is a preference in the vault. */
const forgetful = {
  ...localStorageColorSchemeManager(),
  get: (fallback: MantineColorScheme) => fallback,
  set: () => {},
};

/** Light, dark and high contrast: as the system has them, unless the person chose otherwise. */
export function ThemeProvider({ appearance, contrast, nonce, children }: ThemeProviderProps) {
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  const systemContrast = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false });
  const scheme = appearance === 'system' ? (systemDark ? 'dark' : 'light') : appearance;
  const high = contrast === 'system' ? systemContrast : contrast === 'high';
  useEffect(() => {
    document.documentElement.toggleAttribute('data-contrast', high);
    if (high) document.documentElement.setAttribute('data-contrast', 'high');
  }, [high]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={forgetful}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
