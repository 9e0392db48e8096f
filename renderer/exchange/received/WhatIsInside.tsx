import { Plural, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { formatNumber } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from '../exchange.module.css';
import type { Line } from '../words.ts';
import { type Inside, insideOf, useInsides } from './insides.ts';

interface WhatIsInsideProps {
  readonly lines: readonly Line[];
  readonly attachments: number;
  readonly chosen: Inside;
  onChoose(inside: Inside): void;
}

/** How many records do what; choosing a line shows them. */
export function WhatIsInside({ lines, attachments, chosen, onChoose }: WhatIsInsideProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const id = useId();
  const counts = Map.groupBy(lines, insideOf);
  return (
    <>
      <h2 className={classes.small} id={id}>
        {attachments === 0 ? (
          t`What is inside`
        ) : (
          <Plural
            value={attachments}
            one="What is inside, with # attachment"
            other="What is inside, with # attachments"
          />
        )}
      </h2>
      <ul className={classes.inside} aria-labelledby={id}>
        {useInsides().map(({ inside, title, icon: Sign, always }) => {
          const count = counts.get(inside)?.length ?? 0;
          if (count === 0 && !always) return null;
          return (
            <li key={inside}>
              <button
                type="button"
                className={classes.insideLine}
                aria-pressed={chosen === inside}
                disabled={count === 0}
                onClick={() => onChoose(inside)}
              >
                <Sign size={16} stroke={1.6} aria-hidden />
                <span>{title}</span>
                <span>{formatNumber(count, language)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
