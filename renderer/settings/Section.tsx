import { Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { SectionName } from './sections.ts';
import classes from './settings.module.css';

interface SectionProps {
  readonly name: SectionName;
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly text?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of the settings; `?section=card` leads to it. */
export function Section({ name, title, text, children }: SectionProps) {
  const [search] = useSearchParams();
  const { key } = useLocation();
  const section = useRef<HTMLElement>(null);
  const asked = search.get('section') === name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking for it again leads there again
  useEffect(() => {
    if (!asked) return;
    section.current?.scrollIntoView({ block: 'start' });
    section.current?.focus({ preventScroll: true });
  }, [asked, key]);
  return (
    <section className={classes.section} aria-labelledby={`section-${name}`} tabIndex={-1} ref={section}>
      <div>
        <Title order={2} id={`section-${name}`} className={classes.name}>
          {title}
        </Title>
        {text !== undefined && <p className={classes.text}>{text}</p>}
      </div>
      <Stack gap="md">{children}</Stack>
    </section>
  );
}
