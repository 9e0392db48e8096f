import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TextPart } from '../../../domain/records/textDifferences.ts';
import classes from './comparison.module.css';

/** What only the later version has: underlined, and named for those who do not see it. */
export function Added({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  return (
    <ins className={classes.added}>
      <VisuallyHidden component="span">{t`added:`} </VisuallyHidden>
      {children}
    </ins>
  );
}

/** What only the earlier version has: struck out, and named for those who do not see it. */
export function Removed({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  return (
    <del className={classes.removed}>
      <VisuallyHidden component="span">{t`removed:`} </VisuallyHidden>
      {children}
    </del>
  );
}

/** Of a run that is the same, so much is left on either side of what changed. */
const AROUND = 60;

/** A text with what was added to it and removed from it. `whole`: without leaving out what is far from a change. */
export function Words({ words, whole }: { readonly words: readonly TextPart[]; readonly whole: boolean }) {
  return words.map(({ type, text }, index) => {
    const key = `${index} ${type}`;
    if (type === 'added') return <Added key={key}>{text}</Added>;
    if (type === 'removed') return <Removed key={key}>{text}</Removed>;
    return <span key={key}>{whole ? text : shortened(text, index > 0, index < words.length - 1)}</span>;
  });
}

function shortened(text: string, before: boolean, after: boolean): string {
  const start = before || !after ? AROUND : 0;
  const end = after ? AROUND : 0;
  if (text.length <= start + end + AROUND) return text;
  const head = start === 0 ? '' : text.slice(0, text.lastIndexOf(' ', start));
  const tail = end === 0 ? '' : text.slice(text.indexOf(' ', text.length - end));
  return `${head} … ${tail}`;
}
