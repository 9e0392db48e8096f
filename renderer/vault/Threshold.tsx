import { useLingui } from '@lingui/react/macro';
import { Title, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { chooseLanguage } from '../application/look.ts';
import { LANGUAGES } from '../language/language.ts';
import { useLanguage } from '../language/useLanguage.ts';
import classes from './threshold.module.css';

/** Enter goes on where there is nothing to fill in first. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter') event.currentTarget.closest('main')?.querySelector('form')?.requestSubmit();
}

interface ThresholdProps {
  readonly title: string;
  /** `Step 2 of 6`. */
  readonly step?: string | undefined;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

const LANGUAGE_NAMES = { en: 'English', fr: 'Français' } as const;

/** One calm column: what stands before an open vault. Its title takes the focus, so that every step is announced. */
export function Threshold({ title, step, lead, children }: ThresholdProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = 'Amberdesk';
    // A field that asks for the focus keeps it.
    const at = document.activeElement;
    if (title !== '' && (at === null || at === document.body)) heading.current?.focus();
  }, [title]);
  return (
    <main className={classes.threshold}>
      <div className={classes.top}>
        <span className={classes.mark} aria-hidden />
        Amberdesk
        <fieldset className={classes.languages} aria-label={t`Language`}>
          {LANGUAGES.map((one) => (
            <UnstyledButton key={one} lang={one} aria-pressed={one === language} onClick={() => chooseLanguage(one)}>
              {LANGUAGE_NAMES[one]}
            </UnstyledButton>
          ))}
        </fieldset>
      </div>
      <div className={classes.column}>
        {step !== undefined && <p className={classes.step}>{step}</p>}
        <Title order={1} ref={heading} tabIndex={-1} onKeyDown={goOn} className={classes.title}>
          {title}
        </Title>
        {lead !== undefined && <div className={classes.lead}>{lead}</div>}
        {children}
      </div>
    </main>
  );
}
